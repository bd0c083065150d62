// Which pages a built site has.

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The addresses of all pages of the site in `dir`, relative to its root; no redirects. */
export async function pages(dir) {
  const found = [];
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.html')) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    if (/http-equiv="?refresh/i.test(await readFile(file, 'utf8'))) continue;
    const address = path.relative(dir, file).split(path.sep).join('/');
    found.push(address.replace(/(^|\/)index\.html$/, '$1'));
  }
  return found.sort();
}

/**
 * One page of each kind: addresses are of one kind if they differ only below their first folder
 * (below the second, in another locale than the default one).
 */
export function kinds(addresses) {
  const first = new Map();
  for (const address of addresses) {
    const parts = address.split('/');
    const named = /^[a-z]{2}(-[A-Z]{2})?$/.test(parts[0]) ? 2 : 1;
    const kind = parts.map((part, at) => (at < named || part === '' ? part : '*')).join('/');
    if (!first.has(kind)) first.set(kind, address);
  }
  return [...first.values()];
}
