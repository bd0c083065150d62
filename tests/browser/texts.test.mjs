// Texts as people read them: what is put together by machine must not look like it.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { buildSite, kinds, openSite, pages } from './support.mjs';

/** A comma that waits for a word, a full stop that stands apart. */
const UGLY = [/[\p{L}\d] [.,;:!?](?=\s|$)/u, /[,:;]…/, /,\s*(?:·|$)/, /·\s*(?:·|$)/];

for (const fixture of ['bad-day', 'own']) {
  const site = await openSite(await buildSite(fixture));
  for (const address of kinds(await pages(site.dir))) {
    test(`${fixture}/${address} reads well`, () =>
      site.visit(address, { javaScript: false }, async (page) => {
        const texts = await page
          .locator('h1, h2, .say, .says li, .also p, .entry, .facts div, .pinned, .foot p')
          .allInnerTexts();
        const description = page.locator('meta[name=description]');
        texts.push((await description.getAttribute('content')) ?? '');
        const ugly = texts.filter((text) => UGLY.some((pattern) => pattern.test(text)));
        assert.deepEqual(ugly, []);
      }));
  }
}
