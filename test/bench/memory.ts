import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const rows = 10_000_000;
const daysOfSite = 3_650;
const stripTypes = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];

/** The highest memory of a process that imports 10 million rows, in a worker as the app does. */
export function benchMemory(): void {
  const folder = mkdtempSync(join(tmpdir(), 'bonne-mesure-bench-'));
  try {
    const path = writeRows(join(folder, 'rows.csv'));
    const start = performance.now();
    const script = join(import.meta.dirname, 'import-alone.ts');
    const answer = execFileSync(process.execPath, [...stripTypes, script, join(folder, 'data'), path]);
    const { imported, peakMegabytes } = JSON.parse(answer.toString());
    const seconds = (performance.now() - start) / 1000;
    console.log(
      `import, ${imported.toLocaleString('en')} rows: ${seconds.toFixed(0)} s, peak memory ${peakMegabytes.toFixed(0)} MB`,
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
