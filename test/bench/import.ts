import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFiles } from '../../db/import/import-files.ts';
import { openDatabase } from '../../db/open.ts';
import { nantesFolder } from '../support/shared.ts';

const rounds = 5;
const file = join(nantesFolder, 'frequentation.csv');

/** Nantes' attendance: checked and journalled by the app, against a plain `.import` of SQLite's own shell. */
export function benchImport(): void {
  if (!existsSync(file)) {
    console.log(`import: skipped, ${file} is absent`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'bonne-mesure-bench-'));
  try {
    const app = best((round) => appImport(join(folder, `app-${round}.sqlite`)));
    const shell = best((round) => shellImport(join(folder, `shell-${round}.sqlite`)));
    console.log(
      `import, 78,601 rows: ${app.toFixed(0)} ms; SQLite's shell ${shell.toFixed(0)} ms; ×${(app / shell).toFixed(1)}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function best(run: (round: number) => void): number {
  const times = Array.from({ length: rounds }, (_, round) => {
    const start = performance.now();
    run(round);
    return performance.now() - start;
  });
  return Math.min(...times);
}

function appImport(path: string): void {
  const db = openDatabase(path);
  importFiles(db, [{ path: file, name: 'frequentation.csv' }], { now: '2026-11-23T09:00' });
  db.close();
}

function shellImport(path: string): void {
  const script = [
    '.mode csv',
    'PRAGMA journal_mode = WAL;',
    'PRAGMA synchronous = NORMAL;',
    `CREATE TABLE attendance (site_type TEXT, date TEXT, staff INTEGER, served INTEGER, site TEXT,
       PRIMARY KEY (site, site_type, date)) WITHOUT ROWID;`,
    `.import --skip 1 "${file}" attendance`,
  ];
  execFileSync('sqlite3', [path], { input: script.join('\n'), stdio: ['pipe', 'ignore', 'inherit'] });
}
