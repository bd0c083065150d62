// Builds a site with the real command.

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const REPOSITORY = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** The clock of every site built from a fixture; see tests/fixtures/README.md. */
export const NOW = '2026-08-14T14:42:00Z';
/** The clock of the repository's own site, whose incidents are younger. */
const OWN_NOW = '2026-11-23T09:00:00Z';

/**
 * Builds `tests/fixtures/<name>`, or the repository's own site for the name `own`, into a temporary
 * folder, and gives that folder.
 */
export async function buildSite(name, { base = 'https://status.example/', now = name === 'own' ? OWN_NOW : NOW } = {}) {
  const command = process.env.ALLCLEAR_BIN;
  if (!command) throw new Error('ALLCLEAR_BIN must name the allclear command; run cargo xtask test');
  const out = await mkdtemp(path.join(tmpdir(), 'allclear-site-'));
  after(() => rm(out, { recursive: true, force: true }));
  const cwd = name === 'own' ? REPOSITORY : path.join(REPOSITORY, 'tests/fixtures', name);
  const args = ['build', '--out', out, '--base-url', base, '--now', now];
  await promisify(execFile)(command, args, { cwd });
  return out;
}
