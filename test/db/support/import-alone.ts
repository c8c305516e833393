import { readFileSync } from 'node:fs';
import { importFiles } from '../../../db/import/import-files.ts';
import { openDatabase } from '../../../db/open.ts';

/** Megabytes at most. Linux counts what started this process into `maxRSS`; the status file does not. */
function peak(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1000;
  return Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1000;
}

/** Run as a process of its own, so that its memory is its own: `node import-alone.ts DATABASE FILE`. */
const [database = '', path = ''] = process.argv.slice(2);
const db = openDatabase(database);
const { files } = importFiles(db, [{ path, name: 'alone.csv' }], { now: '2026-11-23T09:00' });
db.close();
const { read, imported } = files[0] ?? { read: 0, imported: 0 };
console.log(JSON.stringify({ read, imported, peakMegabytes: peak() }));
