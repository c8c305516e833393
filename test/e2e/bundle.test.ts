import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildFolder } from '../support/built.ts';

const folder = join(buildFolder(), 'renderer');
const LIMIT_KB = 350;

/** The scripts that the page needs before it shows anything. */
function firstScripts(): readonly string[] {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  return [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].flatMap(([, path]) => path ?? []);
}

describe('the built page', () => {
  test(`starts from at most ${LIMIT_KB} kB of compressed script`, () => {
    const scripts = firstScripts();
    expect(scripts.length).toBeGreaterThan(0);
    const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length, 0);
    expect(bytes / 1024).toBeLessThan(LIMIT_KB);
  });

  test('asks nothing of a network', () => {
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(html).not.toMatch(/https?:/);
    expect(html).not.toMatch(/<script[^>]*>[^<]/);
  });
});
