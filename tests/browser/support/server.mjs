// A file server on loopback that does what GitHub Pages does, under `/` or a sub-path.

import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';

const TYPES = {
  '.atom': 'application/atom+xml',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.rss': 'application/rss+xml',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

/** Serves `dir` under `base`; gives the site's address and how to stop. */
export async function serve(dir, base = '/') {
  const server = http.createServer(async (request, response) => {
    const { status, headers, body } = await answer(dir, base, new URL(request.url, 'http://site/'));
    response.writeHead(status, { 'cache-control': 'no-store', ...headers });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A test that fails before it stops the server must not keep the run from ending.
  server.unref();
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${server.address().port}${base}`, stop };
}

async function answer(dir, base, { pathname }) {
  if (`${pathname}/` === base) return redirect(base);
  if (!pathname.startsWith(base)) return { status: 404, body: 'outside of the site' };
  const file = path.join(dir, decodeURIComponent(pathname.slice(base.length)));
  try {
    return await send(200, pathname.endsWith('/') ? path.join(file, 'index.html') : file);
  } catch (error) {
    if (error.code === 'EISDIR') return redirect(`${pathname}/`);
    return send(404, path.join(dir, '404.html')).catch(() => ({ status: 404, body: 'not found' }));
  }
}

async function send(status, file) {
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  return { status, headers: { 'content-type': type }, body: await readFile(file) };
}

function redirect(location) {
  return { status: 301, headers: { location } };
}
