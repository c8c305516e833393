import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import BetterSqlite3 from 'better-sqlite3';
import { writeWhole } from '../../db/files/patience.ts';
import type { Database } from '../../db/open.ts';
import type { Input, Method, Output } from '../../electron/api/contract.ts';
import type { ImportReport } from '../../electron/api/records.ts';
import { toApiError } from '../../electron/service/context/errors.ts';
import { createService, type Service } from '../../electron/service/host/service.ts';
import { dump } from '../db/support/database.ts';
import { attendanceCsv } from '../electron/canteen-files.ts';
import { zip } from '../support/zip.ts';
import { codes, type Fault, faultyCalls, passingCodes, withFault } from './faulty-calls.ts';

export const today = '2025-10-06';
const siteIds = [1, 2] as const;
const week = { from: '2025-10-06', to: '2025-10-10' } as const;

/** What a use case answered: `done` by its own words, or why not; and all that it said. */
interface Answer {
  readonly done: boolean;
  readonly kind: string;
  readonly said: string;
}

interface Stand {
  readonly folder: string;
  readonly service: Service;
  ask<M extends Method>(method: M, input: Input<M>): Promise<Answer & { readonly value?: Output<M> }>;
  /** A file of the folder, as a person would choose it. */
  ticket(name: string): Promise<string>;
}

interface Scenario {
  readonly run: (stand: Stand) => Promise<Answer>;
  /** What must be as before or as after: the data (by default), or a file that is written. */
  readonly result?: (folder: string) => string;
  /** It only looks: that it can says nothing of what is on the disk. */
  readonly looksOnly?: true;
  /** The data folder that it begins with. */
  readonly begins?: 'canteens' | 'nothing' | 'old-version';
}

const hash = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex').slice(0, 16);
export const dataOf = (folder: string) => join(folder, 'data');
export const fileOf = (folder: string) => join(dataOf(folder), 'canteen.sqlite');

/** Every row of the data, whatever the minute; `none` without a site. */
export function dataState(folder: string): string {
  if (!existsSync(fileOf(folder))) return 'none';
  const db = new BetterSqlite3(fileOf(folder), { readonly: true });
  try {
    const rows = dump(db as unknown as Database);
    return rows.every((row) => !row.startsWith('site '))
      ? 'none'
      : hash(rows.join('\n').replace(/T\d\d:\d\d/g, ''));
  } finally {
    db.close();
  }
}

/** Whatever the minute in which it was made. */
const written = (name: string) => (folder: string) =>
  existsSync(join(folder, name))
    ? hash(readFileSync(join(folder, name), 'utf8').replace(/\d\d[:h]\d\d|\d\d?\sh\s\d\d/gu, ''))
    : 'none';

/** How many copies there are, all of them whole. */
export function copies(folder: string): string {
  const backups = join(dataOf(folder), 'backups');
  const names = existsSync(backups) ? readdirSync(backups).filter((name) => name.endsWith('.sqlite')) : [];
  return names.map((name) => wholeCopy(join(backups, name))).join(' ');
}

function wholeCopy(path: string): string {
  const db = new BetterSqlite3(path, { readonly: true });
  try {
    return `${db.pragma('quick_check', { simple: true })} ${db.prepare('SELECT count(*) FROM attendance').pluck().get()}`;
  } finally {
    db.close();
  }
}

const taken = ({ files }: ImportReport) => files.every(({ imported }) => imported > 0);

async function importing(stand: Stand, name: string): Promise<Answer> {
  const answer = await stand.ask('imports.run', { tickets: [await stand.ticket(name)] });
  const refused = answer.value?.files.flatMap(({ groups }) => groups) ?? [];
  const said = `${answer.said}\n${refused.map(({ reason, remedy }) => `${reason} ${remedy}`).join('\n')}`;
  return { ...answer, said, done: answer.done && answer.value !== undefined && taken(answer.value) };
}

/** As the window and the command line write what the service made. */
async function saving(
  stand: Stand,
  answer: Answer & { readonly value?: Output<'data.export'> },
  name: string,
) {
  if (!answer.value) return answer;
  const { mime, body } = answer.value;
  try {
    writeWhole(join(stand.folder, name), mime.startsWith('text/') ? body : Buffer.from(body, 'base64'));
    return answer;
  } catch (error) {
    const { kind, message, remedy } = toApiError(error, 'fr');
    return { done: false, kind, said: `${message}\n${remedy}` };
  }
}

/** The last edit of the canteens. */
let lastEdit = 0;

export const scenarios: Readonly<Record<string, Scenario>> = {
  'import of a table': { run: (stand) => importing(stand, 'more.csv') },
  'import of an archive': { run: (stand) => importing(stand, 'more.zip') },
  'large import, backed up before': { run: (stand) => importing(stand, 'large.csv') },
  'undo of an import': { run: ({ ask }) => ask('imports.undo', { batch: 2 }) },
  approve: { run: ({ ask }) => ask('orders.approve', { ...week, confirmHolidays: true }) },
  'record of a day': {
    run: ({ ask }) =>
      ask('records.save', {
        entries: [
          { siteId: siteIds[0], date: '2025-10-02', children: 118, dishes: [{ dish: 'Riz', prepared: 90 }] },
        ],
      }),
  },
  'counts typed in': {
    run: ({ ask }) =>
      ask('attendance.save', { siteId: siteIds[0], days: [{ date: '2025-10-03', served: 101 }] }),
  },
  settings: { run: ({ ask }) => ask('settings.save', { language: 'en' }) },
  'edit taken back': { run: ({ ask }) => ask('edits.step', { edits: [lastEdit], way: 'undo' }) },
  sample: { begins: 'nothing', run: ({ ask }) => ask('sample.load', {}) },
  migrate: { begins: 'old-version', looksOnly: true, run: ({ ask }) => ask('app.state', {}) },
  backup: { result: copies, run: ({ ask }) => ask('backups.make', {}) },
  'copy elsewhere': {
    result: (folder) =>
      existsSync(join(folder, 'copy.sqlite')) ? wholeCopy(join(folder, 'copy.sqlite')) : 'none',
    run: ({ ask, service, folder }) =>
      ask('backups.save', { tickets: [service.registerTarget(join(folder, 'copy.sqlite'))] }),
  },
  restore: {
    run: async ({ ask, ticket }) => ask('backups.restore', { tickets: [await ticket('earlier.sqlite')] }),
  },
  'export as CSV': {
    result: written('out.csv'),
    run: async (stand) =>
      saving(stand, await stand.ask('data.export', { kind: 'attendance', format: 'csv' }), 'out.csv'),
  },
  'sheet of the kitchen': {
    result: written('out.html'),
    run: async (stand) =>
      saving(stand, await stand.ask('sheet.make', { date: week.from, format: 'html' }), 'out.html'),
  },
  'return sheets': {
    result: (folder) => String(existsSync(join(folder, 'out.zip'))),
    run: async (stand) => saving(stand, await stand.ask('returns.make', week), 'out.zip'),
  },
};

/** The folders that the scenarios begin with, made once by the program itself. */
export async function prepare(root: string): Promise<void> {
  const canteens = join(root, 'canteens');
  mkdirSync(canteens, { recursive: true });
  const put = (name: string, body: string | Uint8Array) => writeFileSync(join(canteens, name), body);
  put('first.csv', attendanceCsv('2025-03-03', '2025-09-12'));
  put('second.csv', attendanceCsv('2025-09-15', '2025-09-19'));
  put('more.csv', attendanceCsv('2025-09-22', '2025-10-03'));
  put('more.zip', zip([{ name: 'a/b.csv', content: attendanceCsv('2025-09-22', '2025-10-03') }]));
  // Above the size from which the data are backed up before.
  put('large.csv', attendanceCsv('2015-01-05', '2025-10-03'));
  const stand = standOn(canteens);
  for (const name of ['first.csv', 'second.csv']) {
    const { done, said } = await importing(stand, name);
    if (!done) throw new Error(said);
    // The later copy is the one that a restore brings back.
    if (name === 'first.csv') {
      await stand.ask('backups.save', {
        tickets: [stand.service.registerTarget(join(canteens, 'earlier.sqlite'))],
      });
    }
  }
  const edit = await stand.service.call('settings.save', { person: 'Camille' }, { language: 'fr' });
  lastEdit = edit.ok ? (edit.edit ?? 0) : 0;
  await stand.service.close();
  mkdirSync(join(root, 'nothing'));
  mkdirSync(dataOf(join(root, 'old-version')), { recursive: true });
  const old = join(import.meta.dirname, '..', 'fixtures', 'data-folders', 'before-the-rooms.sqlite.gz');
  writeFileSync(fileOf(join(root, 'old-version')), gunzipSync(readFileSync(old)));
}

function standOn(folder: string): Stand {
  const service = createService({ dataFolder: dataOf(folder), today: () => today });
  return {
    folder,
    service,
    async ask(method, input) {
      const result = await service.call(method, input, { language: 'fr' });
      const warned = (result.ok ? (result.warnings ?? []) : [result.error])
        .map(({ message, remedy }) => `${message}\n${remedy}`)
        .join('\n');
      return result.ok
        ? { done: true, kind: '', said: warned, value: result.value }
        : { done: false, kind: result.error.kind, said: warned };
    },
    ticket: async (name) => (await service.registerFile(join(folder, name), name)).ticket,
  };
}

let cells = 0;

/** Runs one scenario on a folder of its own, and tells what it answered and what is there then. */
async function runCell(
  root: string,
  { run, result = dataState, begins = 'canteens' }: Scenario,
  fault: Fault | null,
) {
  const folder = join(root, `cell-${++cells}`);
  cpSync(join(root, begins), folder, { recursive: true });
  const before = result(folder);
  const ours = (path: string) =>
    path.startsWith(folder) || /bonne-mesure-(import|restore|sample|look|sheet)-/.test(path);
  const { value: answer, counts } = await withFault(fault, ours, async () => {
    const stand = standOn(folder);
    const told = await run(stand);
    await stand.service.close();
    return told;
  });
  const after = result(folder);
  rmSync(folder, { recursive: true, force: true });
  return { answer, counts, before, after };
}

const rawCode = /\b(E[A-Z]{3,}|UNKNOWN|SQLITE_\w+)\b|\b(Error|undefined|null)\b/;

function wrongIn(
  { answer, before, after }: Awaited<ReturnType<typeof runCell>>,
  whole: string,
  fault: Fault,
  looksOnly: boolean,
): string | null {
  if (rawCode.test(answer.said)) return `a raw code is shown: ${answer.said}`;
  if (answer.kind === 'internal') return `it is told as an unexpected error: ${answer.said}`;
  if (looksOnly && after !== whole && after !== before) return 'it is half done';
  if (!looksOnly && answer.done && after !== whole) return 'it says that it is done, and it is not';
  if (!answer.done && after !== before) return `it says that it is not done, and it is: ${answer.said}`;
  const passes = fault.nth !== null && passingCodes.has(fault.code);
  return passes && !answer.done ? `it does not wait a moment: ${answer.said}` : null;
}

/** Every fault that a scenario can meet: each call of each kind once, and all of a kind always. */
function faultsOf(counts: Readonly<Record<Fault['call'], number>>, most: number): readonly Fault[] {
  return faultyCalls.flatMap((call) => {
    const each = Array.from({ length: counts[call] }, (_, i) => i + 1);
    const step = Math.max(1, Math.ceil(each.length / most));
    const places = [...each.filter((nth) => (nth - 1) % step === 0), ...(each.length > 0 ? [null] : [])];
    return codes.flatMap((code) => places.map((nth): Fault => ({ call, code, nth })));
  });
}

export interface MatrixResult {
  readonly cells: number;
  readonly wrong: readonly string[];
}

/**
 * Runs one scenario with every fault. `most`: so many places of each call are refused once; `keep`: which faults are
 * tried, all by default.
 */
export async function tryFaults(
  root: string,
  name: string,
  most: number,
  keep: (fault: Fault, index: number) => boolean = () => true,
): Promise<MatrixResult> {
  const scenario = scenarios[name] as Scenario;
  const reference = await runCell(root, scenario, null);
  const wrong: string[] = [];
  if (!reference.answer.done || reference.before === reference.after) {
    wrong.push(`${name}: without a fault it is not done. ${reference.answer.said}`);
  }
  const faults = faultsOf(reference.counts, most).filter(keep);
  for (const fault of faults) {
    const problem = wrongIn(
      await runCell(root, scenario, fault),
      reference.after,
      fault,
      scenario.looksOnly === true,
    );
    if (problem !== null)
      wrong.push(`${name}, ${fault.call} ${fault.code} ${fault.nth ?? 'always'}: ${problem}`);
  }
  return { cells: faults.length, wrong };
}
