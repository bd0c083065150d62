// With JavaScript off every kind of page is complete, and shows nothing that would not work.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { buildSite, kinds, openSite, pages } from './support.mjs';

const site = await openSite(await buildSite('bad-day'));

for (const address of kinds(await pages(site.dir))) {
  test(`${address || 'home'} without JavaScript`, () =>
    site.visit(address, { javaScript: false }, async (page) => {
      assert.ok(await page.locator('main h1').isVisible(), 'its heading is there');
      for (const useless of await page.locator('[data-needs-js]').all()) {
        assert.ok(!(await useless.isVisible()), `shown in vain: ${await useless.textContent()}`);
      }
    }));
}
