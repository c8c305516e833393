import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp, openBackup, replaceContent } from '../../db/backup.ts';
import { importFiles } from '../../db/import/import-files.ts';
import { openDatabase } from '../../db/open.ts';
import { nantesFolder } from '../support/shared.ts';

const rounds = 5;

/** All of Nantes' data: a backup (copied, checked, on the disk) and a restore, against a plain copy of the file. */
export async function benchBackup(): Promise<void> {
  if (!existsSync(nantesFolder)) {
    console.log(`backup: skipped, ${nantesFolder} is absent`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'bonne-mesure-bench-'));
  const [live, copy, plain] = ['live', 'copy', 'plain'].map((name) => join(folder, `${name}.sqlite`)) as [
    string,
    string,
    string,
  ];
  const db = openDatabase(live);
  try {
    const files = readdirSync(nantesFolder).map((name) => ({ path: join(nantesFolder, name), name }));
    importFiles(db, files, { now: '2026-11-23T09:00' });
    db.pragma('wal_checkpoint(TRUNCATE)');
    const reference = await best(async () => copyFileSync(live, plain));
    const backup = await best(() => backUp(db, copy));
    const restore = await best(async () => {
      copyFileSync(copy, plain);
      const opened = openBackup(plain);
      await replaceContent(db, opened);
      opened.close();
    });
    const megabytes = (statSync(live).size / 1e6).toFixed(1);
    const line = (name: string, time: number) =>
      console.log(`${name}, ${megabytes} MB: ${time.toFixed(0)} ms; ×${(time / reference).toFixed(1)}`);
    line('plain copy', reference);
    line('backup', backup);
    line('restore', restore);
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function best(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}
