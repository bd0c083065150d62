// axe-core on every kind of page: light and dark, on a phone and on a desk.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { axe, buildSite, kinds, openSite, pages } from './support.mjs';

const LOOKS = [
  { width: 1280, dark: false },
  { width: 1280, dark: true },
  { width: 320, dark: false },
  { width: 320, dark: true },
];

for (const fixture of ['bad-day', 'calm']) {
  const site = await openSite(await buildSite(fixture));
  for (const address of kinds(await pages(site.dir))) {
    for (const look of LOOKS) {
      const name = `${fixture}/${address} at ${look.width} px, ${look.dark ? 'dark' : 'light'}`;
      test(name, () =>
        site.visit(address, look, async (page) => {
          await axe(page);
          const { scrollWidth, clientWidth } = await page.evaluate(() => {
            const { scrollWidth, clientWidth } = document.documentElement;
            return { scrollWidth, clientWidth };
          });
          assert.ok(scrollWidth <= clientWidth, `${scrollWidth} px wide in ${clientWidth} px`);
        }),
      );
    }
  }
}
