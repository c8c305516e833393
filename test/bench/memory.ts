import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkerJobs } from '../../electron/service/jobs/worker-jobs.ts';
import { createService } from '../../electron/service/service.ts';

const rows = 10_000_000;
const daysOfSite = 3_650;

/** The highest memory of this process while it imports 10 million rows, in a worker as the app does. */
export async function benchMemory(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bonne-mesure-bench-'));
  const service = createService({ dataFolder: join(folder, 'data'), jobs: new WorkerJobs() });
  try {
    const { ticket } = await service.registerFile(writeRows(join(folder, 'rows.csv')));
    const start = performance.now();
    const result = await service.call('imports.run', { tickets: [ticket] }, { language: 'en' });
    if (!result.ok || result.value.files[0]?.imported !== rows) {
      throw new Error('not every row was imported');
    }
    const seconds = (performance.now() - start) / 1000;
    const peak = process.resourceUsage().maxRSS / 1000;
    console.log(
      `import, ${rows.toLocaleString('en')} rows: ${seconds.toFixed(0)} s, peak memory ${peak.toFixed(0)} MB`,
    );
  } finally {
    await service.close();
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
