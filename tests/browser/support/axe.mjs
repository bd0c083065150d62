// Accessibility, as far as a machine can tell.

import assert from 'node:assert/strict';
import axeCore from 'axe-core';

/** Fails on any violation that axe-core finds on the page as it stands. */
export async function axe(page) {
  await page.evaluate(axeCore.source);
  // Without `preload`, since fetching style sheets again is no business of the page's policy.
  const { violations } = await page.evaluate(() => globalThis.axe.run({ preload: false }));
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary}`),
  );
  assert.deepEqual(told, [], `axe on ${page.url()}`);
}
