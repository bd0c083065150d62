// Every address in the pages leads somewhere, at the root of a domain and below it.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';

import { buildSite, openSite, pages } from './support.mjs';

const ORIGIN = 'https://status.example';
const ADDRESS = /\s(?:href|src)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g;

for (const base of ['/', '/repo/']) {
  const dir = await buildSite('bad-day', { base: ORIGIN + base });

  test(`all links lead somewhere under ${base}`, async () => {
    const broken = [];
    for (const address of await pages(dir)) {
      const from = new URL(address, ORIGIN + base);
      for (const link of linksOf(await readFile(fileOf(address), 'utf8'))) {
        const to = new URL(link, from);
        if (to.origin === ORIGIN && !isThere(to, base)) broken.push(`${address}: ${link}`);
      }
    }
    assert.deepEqual(broken, []);
  });

  test(`a page deep below ${base} finds its style and its scripts`, async () => {
    const site = await openSite(dir, base);
    const deepest = (await pages(dir)).sort((a, b) => depth(b) - depth(a))[0];
    await site.visit(deepest, {}, (page) => page.waitForLoadState('networkidle'));
    await site.close();
  });

  function fileOf(address) {
    return path.join(dir, address.endsWith('/') || address === '' ? `${address}index.html` : address);
  }

  function isThere(to) {
    const below = decodeURIComponent(to.pathname);
    return below.startsWith(base) && existsSync(fileOf(below.slice(base.length)));
  }
}

function linksOf(html) {
  const links = [...html.matchAll(ADDRESS)].map((found) => found[1] ?? found[2] ?? found[3]);
  return links.map((link) => link.replaceAll('&amp;', '&'));
}

function depth(address) {
  return address.split('/').length;
}
