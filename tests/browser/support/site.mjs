// A served site, and visits to it in Chromium.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import { chromium } from 'playwright-core';

import { NOW } from './build.mjs';
import { serve } from './server.mjs';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // No name resolves: what tries to leave this machine fails at once, and is reported below.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

let launched;

/** One browser for all visits of a test file. */
function browser() {
  launched ??= chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ARGS,
  });
  return launched;
}

after(async () => (await launched)?.close());

/** Serves `dir` under `base`, for visits. */
export async function openSite(dir, base = '/') {
  const { url, stop } = await serve(dir, base);
  return {
    url,
    dir,
    close: stop,
    visit: (path, options, look) => visit(new URL(path, url).href, options, look),
  };
}

/**
 * Opens `url` as a visitor with these options, calls `look(page)`, and fails if the page had
 * anything to complain about that `allow` does not match.
 */
async function visit(url, options, look) {
  const { width = 1280, height = 800, dark = false, javaScript = true } = options;
  const { locale = 'en', timezone = 'UTC', now = NOW, allow } = options;
  const context = await (await browser()).newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: javaScript,
    reducedMotion: 'reduce',
    locale,
    timezoneId: timezone,
  });
  try {
    await context.clock.setFixedTime(now);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const complaints = listen(page);
    await page.goto(url, { waitUntil: 'load' });
    await look(page);
    const left = complaints.filter((complaint) => !allow?.test(complaint));
    assert.deepEqual(left, [], `complaints of ${url}`);
  } finally {
    await context.close();
  }
}

/** Everything that `page` complains about from now on. */
function listen(page) {
  const complaints = [];
  page.on('console', (message) => {
    const type = message.type();
    if (type === 'error' || type === 'warning') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const local = protocol === 'data:' || protocol === 'blob:' || hostname === '127.0.0.1';
    if (!local) complaints.push(`leaves this machine: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    complaints.push(`failed: ${request.url()} (${request.failure()?.errorText})`);
  });
  return complaints;
}
