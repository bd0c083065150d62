// The islands wake up: what the pages name is in the bundle, and what they promise works.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';

import { axe, buildSite, kinds, openSite, pages } from './support.mjs';

const site = await openSite(await buildSite('bad-day'));
const addresses = await pages(site.dir);

/** A reader in another zone than the site's: their zone tells when the islands are awake. */
const TOKYO = { timezone: 'Asia/Tokyo' };

test('every island in the pages is an export of the bundle', async () => {
  let exported;
  await site.visit('', TOKYO, async (page) => {
    await awake(page);
    exported = await page.evaluate(async () => {
      const { glue } = document.documentElement.dataset;
      return Object.keys(await import(new URL(glue, document.baseURI)));
    });
  });
  const named = new Set();
  for (const address of addresses) {
    const file = path.join(site.dir, /(^|\/)$/.test(address) ? `${address}index.html` : address);
    for (const [, name] of (await readFile(file, 'utf8')).matchAll(/data-component="([^"]+)"/g)) {
      named.add(name);
    }
  }
  assert.ok(named.size > 0, 'the pages have islands');
  assert.deepEqual([...named].filter((name) => !exported.includes(name)), []);
});

for (const address of kinds(addresses)) {
  test(`${address || 'home'} wakes up without a complaint, and stays accessible`, () =>
    site.visit(address, TOKYO, async (page) => {
      await awake(page);
      await axe(page);
    }));
}

test('times follow the reader into their zone', () =>
  site.visit('', TOKYO, async (page) => {
    const time = page.locator('main time[data-time="time"], main time[data-time="datetime"]').first();
    await awake(page);
    // The site's own time stays within reach.
    const before = await time.getAttribute('title');
    assert.ok(before);
    assert.notEqual(await time.textContent(), before);
    assert.match(await page.locator('.zone').textContent(), /Tokyo/);
  }));

test('a chosen theme holds on the next page', () =>
  site.visit('', TOKYO, async (page) => {
    await awake(page);
    const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
    const light = await ink();
    const menu = page.locator('details:has(.prefs)');
    await menu.locator('summary').click();
    await menu.locator('select').first().selectOption({ index: 2 });
    const dark = await ink();
    assert.notEqual(dark, light);
    await page.goto(new URL('incidents/', site.url).href);
    assert.equal(await ink(), dark);
  }));

test('an open page ages with the clock', () =>
  site.visit('', TOKYO, async (page) => {
    await awake(page);
    const since = page.locator('[data-since]').first();
    const before = await since.textContent();
    await page.clock.setFixedTime('2026-08-14T16:42:00Z');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.waitForFunction(
      (text) => document.querySelector('[data-since]').textContent !== text,
      before,
    );
  }));

/** Waits until the islands of a page that a reader in Tokyo looks at are awake. */
async function awake(page) {
  await page.waitForFunction(() => !document.querySelector('.zone').textContent.includes('UTC'));
}
