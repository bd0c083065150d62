// The islands wake up: what the pages name is in the bundle, and what they promise works.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';

import { axe, buildSite, kinds, openSite, pages } from './support.mjs';

const site = await openSite(await buildSite('bad-day'));
const addresses = await pages(site.dir);

test('every island in the pages is an export of the bundle', async () => {
  let exported;
  await site.visit('', {}, async (page) => {
    await awake(page);
    exported = await page.evaluate(async () => {
      const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
      return Object.keys(await import(loaded.find((name) => name.endsWith('.js'))));
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
    site.visit(address, { timezone: 'Asia/Tokyo' }, async (page) => {
      await awake(page);
      await axe(page);
    }));
}

test('times follow the reader into their zone', () =>
  site.visit('', { timezone: 'Asia/Tokyo' }, async (page) => {
    const time = page.locator('main time[data-time="time"], main time[data-time="datetime"]').first();
    const before = (await time.getAttribute('title')) ?? (await time.textContent());
    await awake(page);
    assert.notEqual(await time.textContent(), before);
    assert.match(await page.locator('.zone').textContent(), /Tokyo/);
  }));

test('a chosen theme holds on the next page', () =>
  site.visit('', {}, async (page) => {
    await awake(page);
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    const menu = page.locator('details:has(.prefs)');
    await menu.locator('summary').click();
    await menu.locator('select').first().selectOption({ index: 2 });
    const dark = await background();
    assert.notEqual(dark, light);
    await page.goto(new URL('incidents/', site.url).href);
    assert.equal(await background(), dark);
  }));

test('an open page ages with the clock', () =>
  site.visit('', {}, async (page) => {
    await awake(page);
    const since = page.locator('[data-since]').first();
    const before = await since.textContent();
    await page.clock.setFixedTime('2026-08-14T16:42:00Z');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await assert.doesNotReject(
      page.waitForFunction(([node, text]) => node.textContent !== text, [await since.elementHandle(), before], { timeout: 90_000 }),
      'the time gone since then is counted on',
    );
  }));

/** Waits until the page's islands are hydrated: the zone's note is rewritten last of all. */
async function awake(page) {
  await page.waitForFunction(() => /your zone/i.test(document.querySelector('.zone')?.textContent));
}
