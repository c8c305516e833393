import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createService } from '../../electron/service/host/service.ts';
import { startCli } from '../electron/cli/run-process.ts';
import { copies, dataOf, dataState, today } from './fault-matrix.ts';

interface Work {
  readonly begins: 'canteens' | 'old-version';
  readonly words: (folder: string) => readonly string[];
}

const site = ['--site', 'LES TILLEULS'];
const canteens = (...words: readonly string[]): Work => ({ begins: 'canteens', words: () => words });

/** The work of the command line that is killed; each is a process, with its worker. */
export const works: Readonly<Record<string, Work>> = {
  import: { begins: 'canteens', words: (folder) => ['import', join(folder, 'large.csv')] },
  undo: canteens('undo', '2'),
  approve: canteens('approve', '--from', '2025-10-06', '--to', '2025-10-10'),
  record: canteens('record', ...site, '--date', '2025-10-02', '--served', '118', '--dish', 'Riz=90/4'),
  order: canteens('order', ...site, '--date', '2025-10-09', '--quantity', '120'),
  backup: { begins: 'canteens', words: (folder) => ['backup', join(folder, 'copy.sqlite')] },
  restore: { begins: 'canteens', words: (folder) => ['restore', join(folder, 'earlier.sqlite')] },
  migrate: { begins: 'old-version', words: () => ['imports'] },
};

export interface Reference {
  readonly milliseconds: number;
  /** Before, after, and with the deadlines settled that have passed: one transaction of its own. */
  readonly states: ReadonlySet<string>;
}

let folders = 0;

/** A folder of its own, as one of those that were prepared. */
export function copyOf(root: string, begins: Work['begins']): string {
  const folder = join(root, `killed-${++folders}`);
  cpSync(join(root, begins), folder, { recursive: true });
  return folder;
}

const run = (folder: string, { words }: Work) =>
  startCli([...words(folder), '--data', dataOf(folder)], { BONNE_MESURE_TODAY: today });

/** Does the work once to its end, to know how long it takes and what is there then. */
export async function referenceOf(root: string, work: Work): Promise<Reference> {
  const folder = copyOf(root, work.begins);
  const before = dataState(folder);
  const start = performance.now();
  const { code, stderr } = await run(folder, work).ended;
  const milliseconds = performance.now() - start;
  if (code === 2) throw new Error(stderr);
  const states = new Set([before, dataState(folder), await settledState(root, work.begins)]);
  rmSync(folder, { recursive: true });
  return { milliseconds, states };
}

/** The state with the deadlines settled that have passed. */
export async function settledState(root: string, begins: Work['begins']): Promise<string> {
  const folder = copyOf(root, begins);
  const service = createService({ dataFolder: dataOf(folder), today: () => today });
  await service.call('orders.settleDeadlines', {}, { language: 'fr' });
  await service.close();
  const state = dataState(folder);
  rmSync(folder, { recursive: true });
  return state;
}

const partsIn = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => /\.part/.test(name)) : [];

/** Kills the work after `share` of the time that it takes. Answers what is wrong then, and after the next start. */
export async function kill(
  root: string,
  work: Work,
  { milliseconds, states }: Reference,
  share: number,
): Promise<readonly string[]> {
  const folder = copyOf(root, work.begins);
  const { child, ended } = run(folder, work);
  const timer = setTimeout(() => child.kill('SIGKILL'), share * milliseconds);
  await ended;
  clearTimeout(timer);
  return wrongAfterKill(folder, states, [child.pid]);
}

/** What is wrong on a folder whose programs were killed, and after the next start; the folder is removed. */
export async function wrongAfterKill(
  folder: string,
  states: Reference['states'],
  processes: readonly (number | undefined)[],
): Promise<readonly string[]> {
  const between = states.has(dataState(folder)) ? [] : ['the data are between before and after'];
  const service = createService({ dataFolder: dataOf(folder), today: () => today });
  const checked = await service.call('data.check', {}, { language: 'fr' });
  await service.close();
  const odd = checked.ok ? checked.value.findings : [checked.error.message];
  const hollow = copies(folder).split(' ').includes('0') ? ['a backup is hollow'] : [];
  const ofThem = new RegExp(`^bonne-mesure-[a-z]+-(${processes.join('|')})(t\\d+)?-`);
  const left = [
    ...['', 'backups', 'models'].flatMap((name) => partsIn(join(dataOf(folder), name))),
    ...readdirSync(tmpdir()).filter((name) => ofThem.test(name)),
  ].map((name) => `${name} is left`);
  rmSync(folder, { recursive: true });
  return [...between, ...odd, ...hollow, ...left];
}
