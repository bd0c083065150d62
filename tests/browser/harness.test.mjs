// The harness itself: it must hear every complaint, or the other tests prove nothing.

import assert from 'node:assert/strict';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { axe, kinds, openSite, pages } from './support.mjs';

const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">`;
const page = (head, body) =>
  `<!doctype html><html lang="en"><title>A page</title>${head}<main><h1>Hello</h1>${body}</main></html>`;

const FILES = {
  'index.html': page('<link rel="icon" href="data:,">', ''),
  '404.html': page('<link rel="icon" href="data:,">', 'Not found.'),
  'loud/index.html': page('<script src="loud.js"></script>', ''),
  'loud/loud.js': 'console.error("something broke")',
  'throws/index.html': page('<script src="throws.js"></script>', ''),
  'throws/throws.js': 'throw new Error("nobody catches me")',
  'inline/index.html': page(`${POLICY}<script>document.title = "x"</script>`, ''),
  'foreign/index.html': page('', '<img src="https://elsewhere.example/x.png" alt="x">'),
  'missing/index.html': page('', '<img src="nothing.png" alt="x">'),
  'unlabelled/index.html': page('', '<img src="data:,">'),
  'old/index.html': '<!doctype html><meta http-equiv="refresh" content="0; url=../">',
  'zh-CN/incidents/one/index.html': page('', ''),
  'zh-CN/incidents/two/index.html': page('', ''),
};

let dir;
let site;

before(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'allclear-harness-'));
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), text);
  }
  site = await openSite(dir);
});

after(async () => {
  await site.close();
  await rm(dir, { recursive: true });
});

const nothing = async () => {};

test('a quiet page passes', () => site.visit('', {}, axe));

for (const [address, complaint] of [
  ['loud/', /something broke/],
  ['throws/', /nobody catches me/],
  ['inline/', /Content Security Policy/],
  ['foreign/', /leaves this machine: https:\/\/elsewhere\.example/],
  ['missing/', /404/],
]) {
  test(`a complaint of ${address} is heard`, () =>
    assert.rejects(site.visit(address, {}, nothing), complaint));
}

test('a complaint that is expected may be allowed', () =>
  site.visit('missing/', { allow: /404/ }, nothing));

test('axe finds an image without a text', () =>
  assert.rejects(site.visit('unlabelled/', { allow: /./ }, axe), /image-alt/));

test('without JavaScript nothing runs', () =>
  site.visit('loud/', { javaScript: false }, nothing));

test('a site can lie under a sub-path', async () => {
  const below = await openSite(dir, '/repo/');
  await below.visit('', {}, async (page) => {
    assert.equal(page.url(), below.url);
    assert.match(below.url, /\/repo\/$/);
  });
  await assert.rejects(below.visit('/', {}, nothing), /404/);
  await below.close();
});

test('redirects are no pages, and one page of each kind stands for all', async () => {
  const all = await pages(dir);
  assert.ok(!all.includes('old/'));
  assert.ok(all.includes('zh-CN/incidents/two/'));
  assert.deepEqual(
    kinds(all).filter((address) => address.startsWith('zh-CN')),
    ['zh-CN/incidents/one/'],
  );
});
