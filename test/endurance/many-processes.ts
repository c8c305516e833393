import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { checkDatabase } from '../../db/check.ts';
import { openDatabase } from '../../db/open.ts';
import { toDay } from '../../forecasting/calendar/day.ts';
import { runCliProcess } from '../electron/cli/run-process.ts';
import { dataOf, fileOf } from './fault-matrix.ts';
import { runProgram } from './run-program.ts';
import type { Told } from './writer.ts';

/** Starts one of several programs on a folder; answers what it was told. */
const startWriter = (words: readonly string[]) => runProgram<Told>('writer.ts', words);

/** Backups that do not hold the data, whatever was written meanwhile. */
function hollowBackups(folder: string): readonly string[] {
  const path = join(dataOf(folder), 'backups');
  return readdirSync(path).flatMap((name) => {
    if (!name.endsWith('.sqlite')) return [`${name} is left`];
    const db = new BetterSqlite3(join(path, name), { readonly: true });
    const sound = db.pragma('quick_check', { simple: true });
    const rows = Number(db.prepare('SELECT count(*) FROM attendance').pluck().get());
    db.close();
    return sound === 'ok' && rows > 100 ? [] : [`${name} is hollow: ${sound}, ${rows} rows`];
  });
}

function lostOf(folder: string, all: readonly Told[]): readonly string[] {
  const db = openDatabase(fileOf(folder));
  const closed = new Set(db.prepare('SELECT date FROM closure').pluck().all());
  const counted = new Set(db.prepare('SELECT day FROM attendance').pluck().all());
  const findings = checkDatabase(db).findings.map(({ code }) => `check: ${code}`);
  db.close();
  const missing = (dates: readonly string[], has: (date: string) => boolean, what: string) =>
    dates.filter((date) => !has(date)).map((date) => `${what} of ${date} is lost`);
  const isCounted = (date: string) => counted.has(toDay(date));
  return [
    ...findings,
    ...all.flatMap((told) => [
      ...told.faults,
      ...missing(told.closed, (date) => closed.has(date), 'the closure'),
      ...missing(told.counted, isCounted, 'the count'),
      ...missing(told.imported, isCounted, 'the import'),
      ...told.undone.filter(isCounted).map((date) => `the import of ${date} was taken back, and is there`),
    ]),
  ];
}

interface Crowd {
  readonly programs: number;
  readonly writes: number;
  readonly backups: number;
  /** Runs of the command line meanwhile, one after the other. */
  readonly commands: number;
}

/** Several programs, and the command line, work on one folder at once. */
export async function crowd(root: string, { programs, writes, backups, commands }: Crowd) {
  const folder = join(root, 'crowd');
  cpSync(join(root, 'canteens'), folder, { recursive: true });
  const numbers = Array.from({ length: programs }, (_, i) => i);
  const writers = numbers.map((i) => startWriter([dataOf(folder), `${i}`, `${writes}`, `${backups}`]));
  const ofCommands: string[] = [];
  for (let i = 0; i < commands; i += 1) {
    const words = i % 2 === 0 ? ['backup', join(folder, `copy-${i}.sqlite`)] : ['check'];
    const { code, stderr } = await runCliProcess([...words, '--data', dataOf(folder)]);
    if (code !== 0) ofCommands.push(`${words[0]}: ${stderr}`);
  }
  const all = await Promise.all(writers);
  const sum = (of: (told: Told) => number) => all.reduce((total, told) => total + of(told), 0);
  return {
    saved: sum(({ closed, counted }) => closed.length + counted.length),
    imports: sum(({ imported, undone }) => imported.length + undone.length),
    backups: sum((told) => told.backups),
    refused: sum(({ refused }) => refused),
    wrong: [...ofCommands, ...lostOf(folder, all), ...hollowBackups(folder)],
  };
}
