// Times and durations of an open page: true for the reader's clock, zone and language, and nothing
// moves when they are rewritten.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { buildSite, kinds, openSite, pages } from './support.mjs';

const site = await openSite(await buildSite('bad-day'));
const TOKYO = { timezone: 'Asia/Tokyo', locale: 'en-US' };

/** What may move, as browsers count it: a dash between two times does, and a line never. */
const SHIFT = 0.01;

for (const address of kinds(await pages(site.dir))) {
  for (const width of [320, 390, 1280]) {
    test(`nothing moves when ${address || 'home'} wakes at ${width} px`, () =>
      site.visit(address, { ...TOKYO, width }, async (page) => {
        await awake(page);
        const moved = await page.evaluate(
          () =>
            new Promise((done) => {
              const entries = [];
              const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
              observer.observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => done(entries.reduce((sum, entry) => sum + entry.value, 0)), 300);
            }),
        );
        assert.ok(moved <= SHIFT, `layout shift of ${moved}`);
      }));
  }
}

// Seconds since Checkout broke, and how that reads.
const LASTED = [
  [37 * 60, '37 min', '37 分钟'],
  [3600, '1 h', '1 小时'],
  [3 * 3600 + 59, '3 h', '3 小时'],
  [27 * 3600, '1 d 3 h', '1 天 3 小时'],
  [400 * 86_400 + 60, '400 d', '400 天'],
];
const BROKEN = Date.parse('2026-08-14T14:05:00Z');

for (const [seconds, english, chinese] of LASTED) {
  for (const [address, locale, expected] of [
    ['', 'en-GB', english],
    ['zh-CN/', 'zh-CN', chinese],
  ]) {
    test(`after ${seconds} s ${address || 'home'} says ${expected}`, () =>
      site.visit(address, { ...TOKYO, locale, now: BROKEN + seconds * 1000 }, async (page) => {
        await awake(page);
        const lasted = page.locator('.num [data-since]').first();
        assert.equal((await lasted.textContent()).replaceAll('\u{a0}', ' '), expected);
        const asOf = await page.locator('time[data-now]').first().textContent();
        const hour = new Date(BROKEN + seconds * 1000 + 9 * 3_600_000).getUTCHours();
        assert.match(asOf, new RegExp(`^${String(hour).padStart(2, '0')}:`), 'as of that moment');
        for (const text of await page.locator('[data-since], [data-until]').allTextContents()) {
          assert.notEqual(text.trim(), '', 'a comma before it would dangle');
        }
      }));
  }
}

test('in Chinese the zone stands behind both times of a range', () =>
  site.visit('zh-CN/', { timezone: 'Asia/Tokyo', locale: 'zh-CN' }, async (page) => {
    await awake(page);
    const range = page.locator('.also li:has(time + time) .dots > span').first();
    const text = (await range.textContent()).replaceAll('\u{a0}', ' ');
    assert.match(text, /^\S+ ?\d\d:\d\d ?– ?\d\d:\d\d \S+$/);
  }));

test('a range names a day once if for the reader it is one', () =>
  site.visit('', { timezone: 'Asia/Tokyo', locale: 'en-GB' }, async (page) => {
    await awake(page);
    const ends = await page.locator('.also time + time').allTextContents();
    assert.ok(ends.length > 0);
    for (const end of ends) assert.match(end, /^\d\d:\d\d/);
  }));

/** Waits until the islands of a page that a reader in Tokyo looks at are awake. */
async function awake(page) {
  await page.waitForFunction(() => !document.querySelector('.zone').textContent.includes('UTC'));
}
