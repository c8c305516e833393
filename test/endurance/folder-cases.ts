import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { type LastChange, lastChange } from '../../db/last-change.ts';
import { openDatabase } from '../../db/open.ts';
import type { Input, Method } from '../../electron/api/contract.ts';
import { rememberChange } from '../../electron/service/context/known-folders.ts';
import { createService, type Service } from '../../electron/service/host/service.ts';
import { WorkerJobs } from '../../electron/service/host/worker-jobs.ts';
import { addDays } from '../../forecasting/calendar/day.ts';
import { attendanceCsv } from '../electron/canteen-files.ts';
import { wordsProblem } from './words-problem.ts';

// What happens to a data folder that the program has open, or had: whoever does it (a person, a sync client, a virus
// scanner, a failing disk), what was said to be saved is there at the next start, or words say that it may not be.

const today = '2026-01-14';

/** The paths of one case. `older`: a copy of the folder from before the last writes. */
interface Place {
  readonly folder: string;
  readonly older: string;
  readonly db: string;
  readonly wal: string;
  readonly shm: string;
  readonly backups: string;
  readonly models: string;
}

type File = 'db' | 'wal' | 'shm' | 'backups' | 'models' | 'folder';

/** `rest`: the program is closed; `killed`: it was, at once; the others while it is open. */
const moments = ['rest', 'killed', 'open', 'between', 'waiting'] as const;
type Moment = (typeof moments)[number];

interface Event {
  readonly file: File;
  readonly what: string;
  readonly harmless?: true;
  readonly act: (place: Place) => void;
}

const copyFolder = (from: string, to: string) =>
  cpSync(from, to, { recursive: true, preserveTimestamps: true });

/** Turns bits of a file, from a share of its length on. */
function flip(file: string, share: number, count: number): void {
  if (!existsSync(file)) return;
  const bytes = readFileSync(file);
  const at = Math.floor(share * bytes.length);
  for (let i = at; i < Math.min(bytes.length, at + count); i += 1) bytes[i] = (bytes[i] ?? 0) ^ 0x55;
  // In place: who has it open sees it.
  writeFileSync(file, bytes, { flag: 'r+' });
}

const cut = (file: string, share: number) =>
  existsSync(file) && truncateSync(file, Math.floor(readFileSync(file).length * share));

/** Everything that can happen to one file or folder. */
function eventsOf(file: File): readonly Event[] {
  const event = (what: string, act: (path: string, place: Place) => void): Event => ({
    file,
    what,
    act: (place) => act(place[file], place),
  });
  const gone = [
    event('deleted', (path) => rmSync(path, { recursive: true, force: true })),
    event('renamed', (path) => existsSync(path) && renameSync(path, `${path}-renamed`)),
  ];
  const replaced = [
    event('replaced by a folder of that name', (path) => {
      rmSync(path, { recursive: true, force: true });
      mkdirSync(path);
    }),
    event('replaced by a text', (path) => {
      rmSync(path, { recursive: true, force: true });
      writeFileSync(path, 'Dear canteen,\n'.repeat(2000));
    }),
  ];
  if (file === 'backups' || file === 'models') return [...gone, ...replaced];
  const aCopy = event('replaced by a copy', (path) => {
    if (!existsSync(path)) return;
    copyFolder(path, `${path}-copy`);
    rmSync(path, { recursive: true });
    renameSync(`${path}-copy`, path);
  });
  if (file === 'folder') {
    const older = event('replaced by an older copy', (path, place) => {
      rmSync(path, { recursive: true });
      copyFolder(place.older, path);
    });
    return [...gone, ...replaced, aCopy, older];
  }
  return [
    ...gone,
    ...replaced,
    aCopy,
    event('emptied', (path) => existsSync(path) && truncateSync(path)),
    event('cut in half', (path) => cut(path, 0.5)),
    event('cut by its last bytes', (path) => cut(path, 0.999)),
    ...[0, 0.02, 0.3, 0.6, 0.98].map((share) =>
      event(`bits flipped at ${share}`, (path) => flip(path, share, 400)),
    ),
    ...(file === 'db'
      ? [
          event('replaced by an older one', (path, { older }) => {
            copyFileSync(join(older, 'canteen.sqlite'), `${path}-older`);
            renameSync(`${path}-older`, path);
          }),
        ]
      : []),
  ];
}

const nothing: Event = { file: 'folder', what: 'left alone', harmless: true, act: () => undefined };

export interface Case {
  readonly name: string;
  readonly moment: Moment;
  readonly event: Event;
}

const files: readonly File[] = ['folder', 'db', 'wal', 'shm', 'backups', 'models'];

/**
 * The index of the log is mapped into memory: the system ends a process (SIGBUS) from which a part of it is cut, or that
 * goes by numbers in it that lead beyond its end.
 */
const endsProcess = ({ file, what }: Event, moment: Moment) =>
  file === 'shm' && /^(emptied|cut|bits)/.test(what) && moment !== 'rest' && moment !== 'killed';

/** Every event at every moment. */
export const folderCases: readonly Case[] = moments.flatMap((moment) =>
  [nothing, ...files.flatMap(eventsOf)]
    .filter((event) => !endsProcess(event, moment))
    .map((event) => ({ name: `${event.file} ${event.what}, ${moment}`, moment, event })),
);

const placeOf = (folder: string, older: string): Place => ({
  folder,
  older,
  db: join(folder, 'canteen.sqlite'),
  wal: join(folder, 'canteen.sqlite-wal'),
  shm: join(folder, 'canteen.sqlite-shm'),
  backups: join(folder, 'backups'),
  models: join(folder, 'models'),
});

const open = (folder: string, userFolder: string, withWorker = false): Service =>
  createService({
    dataFolder: folder,
    userFolder,
    today: () => today,
    ...(withWorker ? { jobs: new WorkerJobs() } : {}),
  });

/** What was said, of one call; a text that is no plain words is a fault of its own. */
class Witness {
  readonly words: string[] = [];
  readonly faults: string[] = [];

  async ask<M extends Method>(service: Service, method: M, input: Input<M>) {
    const result = await service.call(method, input, { language: 'fr' });
    const said = result.ok ? (result.warnings ?? []) : [result.error];
    for (const error of said) {
      this.words.push(`${method}: ${error.message}`);
      const problem = wordsProblem(error);
      if (problem !== null) this.faults.push(`${method}: ${problem}`);
    }
    return result;
  }
}

const first = '2026-02-02';
const closureOf = (number: number) => addDays(first, 7 * number);

async function save(witness: Witness, service: Service, number: number): Promise<number | null> {
  const date = closureOf(number);
  const closures = [{ kind: 'closure', from: date, to: date, siteId: null }] as const;
  const { ok } = await witness.ask(service, 'closures.save', { closures: [...closures] });
  return ok ? number : null;
}

const countsSql = 'SELECT count(*) FROM attendance UNION ALL SELECT sum(served) FROM attendance';

/** What the program has seen of a prepared folder. */
let prepared: LastChange | undefined;

/** Makes the folders that the cases begin with: `rest`, its older state, and one as a killed program leaves it. */
export async function prepareFolders(root: string): Promise<void> {
  const rest = join(root, 'rest');
  const witness = new Witness();
  const service = open(rest, join(root, 'user'));
  const file = join(root, 'counts.csv');
  writeFileSync(file, attendanceCsv('2025-09-01', '2026-01-13'));
  const { ticket } = await service.registerFile(file);
  await witness.ask(service, 'imports.run', { tickets: [ticket] });
  await witness.ask(service, 'plan.week', { from: '2026-01-12', to: '2026-01-16' });
  await witness.ask(service, 'backups.make', {});
  await service.close();
  copyFolder(rest, join(root, 'older'));
  const again = open(rest, join(root, 'user'));
  const saved = [await save(witness, again, 0), await save(witness, again, 1)];
  copyFolder(rest, join(root, 'killed'));
  await again.close();
  const db = openDatabase(join(rest, 'canteen.sqlite'), { readonly: true });
  prepared = lastChange(db);
  db.close();
  if (witness.words.length > 0 || saved.includes(null)) throw new Error(witness.words.join('\n'));
}

/** Writes while another connection holds the lock, and the event happens meanwhile. */
async function whileWaiting(witness: Witness, service: Service, place: Place, act: () => void) {
  const other = new BetterSqlite3(place.db);
  other.exec('BEGIN IMMEDIATE');
  const writing = save(witness, service, 3);
  act();
  try {
    other.exec('COMMIT');
  } catch {
    // Its file went.
  }
  other.close();
  return writing;
}

/** One case on a folder of its own. Answers what is wrong. */
export async function tryFolderCase(
  root: string,
  index: number,
  { moment, event }: Case,
): Promise<readonly string[]> {
  const folder = join(root, `case-${index}`, 'data');
  const place = placeOf(folder, join(root, 'older'));
  copyFolder(join(root, moment === 'killed' ? 'killed' : 'rest'), folder);
  const userFolder = join(root, `case-${index}`, 'user');
  if (prepared) rememberChange(userFolder, folder, { day: today, change: prepared, after: 'else' });
  const witness = new Witness();
  const saved: (number | null)[] = [0, 1];
  if (moment === 'rest' || moment === 'killed') event.act(place);
  else {
    const service = open(folder, userFolder, moment === 'waiting');
    await witness.ask(service, 'app.state', {});
    if (moment !== 'open') saved.push(await save(witness, service, 2));
    if (moment === 'waiting') saved.push(await whileWaiting(witness, service, place, () => event.act(place)));
    else event.act(place);
    saved.push(await save(witness, service, 4));
    await witness.ask(service, 'backups.make', {});
    saved.push(await save(witness, service, 5));
    await service.close();
  }
  const lost = await lookAgain(
    witness,
    folder,
    userFolder,
    saved.filter((number) => number !== null),
  );
  rmSync(join(root, `case-${index}`), { recursive: true, force: true });
  const isSilent = witness.words.length === 0;
  return [
    ...witness.faults,
    ...(isSilent ? lost : []),
    ...(event.harmless && !isSilent ? [`words without a reason: ${witness.words[0]}`] : []),
  ];
}

/** The next start: what is not there of what was said to be saved. */
async function lookAgain(witness: Witness, folder: string, userFolder: string, saved: readonly number[]) {
  const service = open(folder, userFolder);
  const state = await witness.ask(service, 'app.state', {});
  if (state.ok) witness.words.push(...state.value.folderNotes.map(({ kind }) => `note: ${kind}`));
  const checked = await witness.ask(service, 'data.check', {});
  if (checked.ok) witness.words.push(...checked.value.findings);
  await witness.ask(service, 'backups.list', {});
  await service.close();
  if (witness.words.length > 0) return [];
  const db = new BetterSqlite3(join(folder, 'canteen.sqlite'), { readonly: true });
  const dates = new Set(db.prepare('SELECT date FROM closure').pluck().all());
  const counts = db.prepare(countsSql).pluck().all();
  db.close();
  return [
    ...saved.flatMap((number) =>
      dates.has(closureOf(number)) ? [] : [`write ${number} is lost in silence`],
    ),
    ...(JSON.stringify(counts) === JSON.stringify(expectedCounts)
      ? []
      : [`the counts are others: ${counts}`]),
  ];
}

const lines = attendanceCsv('2025-09-01', '2026-01-13').trim().split('\n').slice(1);
const expectedCounts = [lines.length, lines.reduce((sum, line) => sum + Number(line.split(';')[3]), 0)];
