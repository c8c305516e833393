import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtProgram } from '../support/built.ts';

const rows = 10_000_000;
const daysOfSite = 3_650;

/** The highest memory of the built program as it imports 10 million rows, in its worker. */
export function benchMemory(): void {
  const folder = mkdtempSync(join(tmpdir(), 'bonne-mesure-bench-'));
  try {
    const path = writeRows(join(folder, 'rows.csv'));
    const telling = pathToFileURL(join(import.meta.dirname, 'tell-peak.mjs')).href;
    const start = performance.now();
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--import', telling, builtProgram('cli'), 'import', path, '--data', join(folder, 'data'), '--json'],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    const seconds = (performance.now() - start) / 1000;
    const imported = JSON.parse(stdout).files[0].imported;
    console.log(
      `import, ${imported.toLocaleString('en')} rows: ${seconds.toFixed(0)} s, ${stderr.trim().split('\n').at(-1)}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeRows(path: string): string {
  const days = Array.from({ length: daysOfSite }, (_, index) =>
    new Date(Date.UTC(2012, 8, 3) + index * 86_400_000).toISOString().slice(0, 10),
  );
  const file = openSync(path, 'w');
  writeSync(file, 'site_type,date,prevision,reel,site_nom\n');
  for (let written = 0; written < rows; ) {
    const site = Math.floor(written / daysOfSite) + 1;
    const own = days.slice(0, rows - written);
    const lines = own.map((day, at) => `E,${day},${100 + (at % 50)},${90 + (at % 60)},Restaurant ${site}\n`);
    writeSync(file, lines.join(''));
    written += own.length;
  }
  closeSync(file);
  return path;
}
