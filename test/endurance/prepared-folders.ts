import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Input, Method } from '../../electron/api/contract.ts';
import { createService, type Service } from '../../electron/service/host/service.ts';
import { attendanceCsv } from '../electron/canteen-files.ts';
import { wordsProblem } from './words-problem.ts';

// Data folders that somebody prepared: nothing of them runs, no order is without a number, and what is refused is
// refused in words.

const today = '2025-10-06';
const week = { from: '2025-10-06', to: '2025-10-10' } as const;

/** What a folder would leave if something in it ran. */
const trace = (folder: string) => join(folder, '..', 'it-ran');
const code = (folder: string) => `require('node:fs').writeFileSync(${JSON.stringify(trace(folder))}, 'x')`;

type Prepare = (folder: string) => void;

const inDatabase =
  (sql: string): Prepare =>
  (folder) => {
    const db = new BetterSqlite3(join(folder, 'canteen.sqlite'));
    db.pragma('trusted_schema = ON');
    db.unsafeMode(true);
    db.exec(sql);
    db.close();
  };

const setting = (key: string, value: string): Prepare =>
  inDatabase(
    `INSERT OR REPLACE INTO setting (key, value) VALUES ('${key}', '${value.replaceAll("'", "''")}')`,
  );

const seal = (body: string) => `${createHash('sha256').update(body).digest('hex')}\n${body}\n`;

/** Every kept model is changed, and sealed as the app seals it. */
const inModels =
  (change: (model: Record<string, unknown>) => unknown): Prepare =>
  (folder) => {
    const models = join(folder, 'models');
    for (const name of readdirSync(models)) {
      const body = JSON.parse(readFileSync(join(models, name), 'utf8').split('\n')[1] ?? '');
      writeFileSync(join(models, name), seal(JSON.stringify(change(body))));
    }
  };

const everyModel =
  (make: (file: string, folder: string) => void): Prepare =>
  (folder) => {
    for (const name of readdirSync(join(folder, 'models'))) {
      rmSync(join(folder, 'models', name));
      make(join(folder, 'models', name), folder);
    }
  };

/** All numbers of a model become another. */
const allNumbers =
  (other: unknown) =>
  (model: unknown): unknown =>
    JSON.parse(JSON.stringify(model, (_, value) => (typeof value === 'number' ? other : value)));

const library = (change: (found: Record<string, unknown>) => unknown): Prepare => {
  const file = join(import.meta.dirname, '..', '..', 'assets', 'library', 'nantes.json');
  const text = JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8'))));
  return setting('library', JSON.stringify({ file: 'x.json', at: '2025-01-01T10:00', text }));
};

const moved = (name: string, folder: string) => {
  renameSync(join(folder, name), join(folder, '..', `${name}-elsewhere`));
  return join(folder, '..', `${name}-elsewhere`);
};

export const preparedFolders: Readonly<Record<string, Prepare>> = {
  'code in the former cache': (folder) => {
    mkdirSync(join(folder, 'compiled'));
    for (const name of ['cli.js', 'index.js']) writeFileSync(join(folder, 'compiled', name), code(folder));
  },
  'code beside the data': (folder) => {
    for (const name of ['package.json', 'index.js', 'canteen.js', '.npmrc', 'node_modules.js'])
      writeFileSync(join(folder, name), code(folder));
  },
  'models without numbers': inModels(allNumbers(null)) as Prepare,
  'models of huge numbers': inModels(allNumbers(1e308)),
  'models of texts': inModels(allNumbers('1e9')),
  'models of nothing': inModels(() => ({})),
  'models that are lists': inModels(() => [[[[]]]]),
  'models with other ancestors': everyModel((file) =>
    writeFileSync(file, seal('{"__proto__":{"ran":true},"constructor":{"prototype":{"ran":true}}}')),
  ),
  'models of code': everyModel((file, folder) => writeFileSync(file, seal(code(folder)))),
  'models nested deep': everyModel((file) => writeFileSync(file, seal('['.repeat(1e6)))),
  'models that are pipes': everyModel((file) => execFileSync('mkfifo', [file])),
  'models that are links to a device': everyModel((file) => symlinkSync('/dev/zero', file)),
  'models of ten gigabytes': everyModel((file) => {
    writeFileSync(file, '');
    truncateSync(file, 1e10);
  }),
  'a library of huge numbers': library((found) => allNumbers(1e300)(found)),
  'a library without numbers': library((found) => allNumbers(null)(found)),
  'a library of texts': library(() => 'nothing'),
  'a library with other ancestors': setting(
    'library',
    '{"file":"x","at":"2025-01-01T10:00","text":"{\\"__proto__\\":{\\"ran\\":true}}"}',
  ),
  'settings of other kinds': setting('serviceLevel', '"high"'),
  'a service level beyond all': setting('serviceLevel', '1e308'),
  'a setting that is no JSON': setting('zone', '{broken'),
  'a profile that is no JSON': inDatabase(
    `PRAGMA ignore_check_constraints = ON; INSERT INTO import_profile (shape, reading, file, at) VALUES ('{', '(a+)+$', 'x.csv', '2025-01-01T10:00')`,
  ),
  'a profile of odd columns': inDatabase(
    `INSERT INTO import_profile (shape, reading, file, at) VALUES ('["site","date","reel"]', '{"kind":"attendance","columns":{"site":-1,"date":1e99,"__proto__":3}}', 'x.csv', '2025-01-01T10:00')`,
  ),
  'a trigger': inDatabase('CREATE TRIGGER spy AFTER INSERT ON closure BEGIN DELETE FROM attendance; END'),
  'a trigger with a name like ours': inDatabase(
    'CREATE TRIGGER dish_served_2 AFTER UPDATE ON setting BEGIN DELETE FROM site; END',
  ),
  'a view in the place of a table': inDatabase(
    'ALTER TABLE closure RENAME TO closure_2; CREATE VIEW closure AS SELECT * FROM closure_2',
  ),
  'a column that calls a function': inDatabase(
    `PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL, more TEXT AS (load_extension(''/tmp/x.so'')) VIRTUAL) STRICT' WHERE name = 'setting'`,
  ),
  'an index on a function': inDatabase('CREATE INDEX spy ON site (hex(name))'),
  'a table of our kind that is missing': inDatabase('DROP TABLE closure'),
  'a foreign mark': inDatabase('PRAGMA application_id = 252006674'),
  'a version of the far future': inDatabase('PRAGMA user_version = 2000000000'),
  'counts beyond all': inDatabase(
    'UPDATE attendance SET served = 9000000000000000, staff = 9000000000000000',
  ),
  'days beyond all': inDatabase('UPDATE OR IGNORE attendance SET day = 9000000000000 + day'),
  'seats beyond all': inDatabase('UPDATE site SET capacity = 9000000000000000'),
  'names that are markup and marks': inDatabase(
    "UPDATE site SET name = '<script>fetch(1)</script>' || char(8238) || char(7) || '=cmd|x' || id",
  ),
  'a link in the place of the data': (folder) =>
    symlinkSync(moved('canteen.sqlite', folder), join(folder, 'canteen.sqlite')),
  'a link to nowhere in the place of the data': (folder) => {
    rmSync(join(folder, 'canteen.sqlite'));
    symlinkSync(join(folder, '..', 'nowhere', 'x.sqlite'), join(folder, 'canteen.sqlite'));
  },
  'a device in the place of the data': (folder) => {
    rmSync(join(folder, 'canteen.sqlite'));
    symlinkSync('/dev/zero', join(folder, 'canteen.sqlite'));
  },
  'a pipe in the place of the data': (folder) => {
    rmSync(join(folder, 'canteen.sqlite'));
    execFileSync('mkfifo', [join(folder, 'canteen.sqlite')]);
  },
  'a link in the place of the backups': (folder) => {
    symlinkSync(moved('backups', folder), join(folder, 'backups'));
  },
  'backups that are pipes and devices': (folder) => {
    const name = (minute: string) =>
      join(folder, 'backups', `bonne-mesure_2025-10-05_09-${minute}_01_daily.sqlite`);
    execFileSync('mkfifo', [name('01')]);
    symlinkSync('/dev/zero', name('02'));
  },
  'a folder that everybody writes': (folder) => chmodSync(folder, 0o777),
};

const open = (folder: string): Service => createService({ dataFolder: folder, today: () => today });

/** A folder that the program has worked with: counts, models that were kept, a backup. */
export async function prepareGood(root: string): Promise<void> {
  const folder = join(root, 'good', 'data');
  const service = open(folder);
  const file = join(root, 'counts.csv');
  writeFileSync(file, attendanceCsv('2025-03-03', '2025-10-03'));
  const { ticket } = await service.registerFile(file);
  await service.call('imports.run', { tickets: [ticket] }, { language: 'fr' });
  await service.call('plan.week', week, { language: 'fr' });
  await service.call('backups.make', {}, { language: 'fr' });
  await service.close();
  if (readdirSync(join(folder, 'models')).length === 0) throw new Error('no model was kept');
}

/** Numbers that are none, anywhere in an answer. */
function oddNumbers(value: unknown, path: string): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => oddNumbers(inside, `${path}.${key}`));
}

interface Seen {
  readonly wrong: readonly string[];
  readonly words: readonly string[];
}

/** Makes a prepared folder; answers where. */
export function prepareOne(root: string, name: string): string {
  const place = join(root, name.replaceAll(' ', '-'));
  cpSync(join(root, 'good'), place, { recursive: true, preserveTimestamps: true });
  const folder = join(place, 'data');
  preparedFolders[name]?.(folder);
  return folder;
}

/** What every page, the check and a write say of a prepared folder. */
export async function lookAtPrepared(root: string, name: string): Promise<Seen> {
  const folder = prepareOne(root, name);
  const service = open(folder);
  const wrong: string[] = [];
  const words: string[] = [];
  const ask = async <M extends Method>(method: M, input: Input<M>) => {
    const result = await service.call(method, input, { language: 'fr' });
    if (!result.ok) {
      words.push(result.error.message);
      const problem = wordsProblem(result.error);
      if (problem !== null) wrong.push(`${method}: ${problem}`);
      return;
    }
    if (method === 'plan.week' || method === 'orders.approve')
      wrong.push(...oddNumbers(result.value, method));
    if (method === 'data.check') words.push(...(result.value as { findings: readonly string[] }).findings);
    if (method === 'app.state')
      words.push(
        ...(result.value as { folderNotes: readonly { message: string }[] }).folderNotes.map(
          ({ message }) => message,
        ),
      );
  };
  await ask('app.state', {});
  await ask('plan.week', week);
  await ask('library.read', {});
  await ask('profiles.list', {});
  await ask('closures.save', {
    closures: [{ kind: 'closure', from: '2025-10-20', to: '2025-10-20', siteId: null }],
  });
  await ask('backups.list', {});
  await ask('backups.make', {});
  await ask('data.check', {});
  await service.close();
  if (existsSync(trace(folder))) wrong.push('something of the folder ran');
  if ('ran' in {}) wrong.push('every object got an ancestor');
  rmSync(join(folder, '..'), { recursive: true, force: true });
  return { wrong, words };
}
