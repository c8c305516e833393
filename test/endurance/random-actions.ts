import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { ReadonlyDatabase } from '../../db/open.ts';
import type { Input, Method, Output, Result } from '../../electron/api/contract.ts';
import { databaseFile } from '../../electron/service/context/data-folder.ts';
import { createService, type Service } from '../../electron/service/host/service.ts';
import { seededRandom } from '../../forecasting/numerics/seeded.ts';
import { dump } from '../db/support/database.ts';
import { attendanceCsv } from '../electron/canteen-files.ts';
import { writeUnder } from '../support/temporary-folder.ts';
import { type Action, actionKinds, attendanceFile, type Scene, today, week } from './action-kinds.ts';

export interface Walked {
  readonly actions: number;
  /** Those that changed something; the others were refused, or changed nothing. */
  readonly done: number;
  readonly wrong: readonly string[];
}

interface Stand {
  readonly service: Service;
  readonly watch: BetterSqlite3.Database;
  readonly folder: string;
  readonly random: () => number;
  say(problem: string): void;
}

/** All that is kept: what is taken back to the letter, and what only grows. */
interface State {
  readonly rows: readonly string[];
  readonly approved: ReadonlyMap<string, string>;
  readonly revisions: ReadonlyMap<string, number>;
  readonly bases: ReadonlySet<string>;
}

const ask = async <M extends Method>({ service }: Stand, method: M, input: Input<M>): Promise<Output<M>> => {
  const result = await service.call(method, input, { language: 'fr' });
  if (!result.ok) throw new Error(`${method}: ${result.error.message}`);
  return result.value;
};

/** No part of what is taken back: how edits are, the counters of sheets, the bases and names of orders, which only grow. */
const apart = /^(edit_row|sheet_revision|order_basis|order_site) \[/;

function stateOf({ watch }: Stand): State {
  const rows = dump(watch as unknown as ReadonlyDatabase);
  const kept = rows.filter((row) => !apart.test(row));
  const lined = (table: string) =>
    rows.flatMap((row) => (row.startsWith(`${table} [`) ? [row.slice(table.length + 1)] : []));
  return {
    rows: kept,
    approved: new Map(
      lined('order_version').map((row) => [JSON.stringify((JSON.parse(row) as unknown[]).slice(0, 3)), row]),
    ),
    revisions: new Map(
      lined('sheet_revision').map((row) => {
        const [date, site, revision] = JSON.parse(row) as [string, number, number];
        return [`${date} ${site}`, revision];
      }),
    ),
    bases: new Set(lined('order_basis')),
  };
}

/** Rows that only one of two states has, a few of them. */
function difference(a: State, b: State): string | null {
  const [inA, inB] = [new Set(a.rows), new Set(b.rows)];
  const only = [
    ...a.rows.filter((row) => !inB.has(row)).map((row) => `- ${row}`),
    ...b.rows.filter((row) => !inA.has(row)).map((row) => `+ ${row}`),
  ];
  return only.length === 0 ? null : only.slice(0, 4).join('\n').slice(0, 1_000);
}

/** Methods that may change what was approved. */
const ofOrders = /^(orders\.|plan\.applyWhatIf|edits\.step|imports\.undo)/;

/** What must hold between any two states: counters and bases are never lost, and only some work touches approved orders. */
function compare(stand: Stand, name: string, before: State, after: State): void {
  for (const [sheet, revision] of before.revisions) {
    if ((after.revisions.get(sheet) ?? 0) < revision)
      stand.say(`${name}: the revision of ${sheet} went back`);
  }
  for (const basis of before.bases) {
    if (!after.bases.has(basis)) stand.say(`${name}: a basis of orders is gone`);
  }
  const changed = [...new Set([...before.approved.keys(), ...after.approved.keys()])].filter(
    (key) => before.approved.get(key) !== after.approved.get(key),
  );
  if (changed.length > 0 && !ofOrders.test(name))
    stand.say(`${name}: approved orders changed (${changed[0]})`);
  for (const key of changed) {
    const [date, site] = JSON.parse(key) as [string, number];
    const sheet = `${date} ${site}`;
    // The first order of a sheet is its first version.
    const isFirst = !before.revisions.has(sheet) && !before.approved.has(key);
    const grew = (after.revisions.get(sheet) ?? 0) > (before.revisions.get(sheet) ?? 0);
    if (!isFirst && !grew) stand.say(`${name}: the order of ${sheet} changed, and its revision did not`);
  }
}

/** What must hold of the data and of the plan that comes of them. */
async function lookAt(stand: Stand, name: string): Promise<void> {
  const { rows } = await ask(stand, 'plan.week', week);
  for (const { siteId, date, order, low, median, high, mean } of rows) {
    const figures = [order, low, median, high, mean];
    const sound = figures.every((figure) => Number.isFinite(figure) && figure >= 0);
    if (!sound || !Number.isInteger(order) || low > median || median > high) {
      stand.say(`${name}: ${siteId} on ${date}: order ${order}, ${low} to ${high} about ${median}`);
    }
  }
  const { ok, findings } = await ask(stand, 'data.check', {});
  if (!ok) stand.say(`${name}: ${findings.join(' | ')}`);
}

async function sceneOf(stand: Stand): Promise<Scene> {
  const orders = await ask(stand, 'orders.list', week);
  const sent = await ask(stand, 'orders.sent', week);
  const catalogue = await ask(stand, 'catalogue.read', {});
  return {
    random: stand.random,
    siteIds: (await ask(stand, 'sites.list', {})).map(({ id }) => id),
    batches: (await ask(stand, 'imports.list', {})).map(({ batch }) => batch),
    names: (await ask(stand, 'questions.list', {})).map(({ id, kind }) => ({ id, kind })),
    dishKeys: (await ask(stand, 'dishes.list', {})).map(({ key }) => key),
    campaignIds: (await ask(stand, 'weighings.list', {})).map(({ id }) => id),
    orders: orders.flatMap(({ siteId, date, versions }) =>
      siteId === null ? [] : versions.map(({ version }) => ({ siteId, date, version })),
    ),
    sent: sent.map(({ supplier, date, version }) => ({ supplier: supplier ?? '', date, version })),
    refs: sent.flatMap(({ lines }) => lines.map(({ ref }) => ref)),
    closures: (await ask(stand, 'closures.list', week)).map(({ date, siteId, kind }) => ({
      date,
      siteId,
      kind,
    })),
    suppliers: catalogue.suppliers.flatMap(({ id }) => id ?? []),
    kitchens: catalogue.kitchens.flatMap(({ id }) => id ?? []),
  };
}

type Answer = Result<unknown>;

const call = ({ service }: Stand, { method, input }: Action): Promise<Answer> =>
  service.call(method, input, { language: 'fr' });

const step = (stand: Stand, edits: readonly number[], way: 'undo' | 'redo') =>
  call(stand, { method: 'edits.step', input: { edits, way } });

/** An import of a file is no edit: it is taken back as an edit of its own. */
async function importOne(stand: Stand, scene: Scene, number: number): Promise<void> {
  const before = stateOf(stand);
  const name = `file-${number}.csv`;
  const { ticket } = await stand.service.registerFile(
    writeUnder(stand.folder, name, attendanceFile(scene)),
    name,
  );
  const { batch } = await ask(stand, 'imports.run', { tickets: [ticket] });
  if (batch === null || stand.random() < 0.5) return;
  await ask(stand, 'imports.undo', { batch });
  const after = stateOf(stand);
  const left = difference(before, after);
  if (left !== null) stand.say(`import and its undo: the data are not as before\n${left}`);
  compare(stand, 'imports.undo', before, after);
}

interface Made {
  readonly edit: number;
  readonly name: string;
  /** The data before and after. */
  readonly before: State;
  readonly after: State;
}

/** Takes the last edits back, from the last to the first, and does them again. */
async function leaf(stand: Stand, made: readonly Made[]): Promise<void> {
  const [first] = made;
  if (first === undefined) return;
  const start = stateOf(stand);
  const edits = made.map(({ edit }) => edit);
  const names = made.map(({ name }) => name).join(', ');
  const undone = await step(stand, edits, 'undo');
  if (!undone.ok) return stand.say(`${names}: cannot be taken back: ${undone.error.message}`);
  const back = stateOf(stand);
  const left = difference(first.before, back);
  if (left !== null) stand.say(`${names}: taken back, the data are not as before\n${left}`);
  compare(stand, 'edits.step', start, back);
  const redone = await step(stand, edits, 'redo');
  if (!redone.ok) return stand.say(`${names}: cannot be done again: ${redone.error.message}`);
  const again = stateOf(stand);
  const other = difference(start, again);
  if (other !== null) stand.say(`${names}: done again, the data are not as after\n${other}`);
  compare(stand, 'edits.step', back, again);
}

/** How many edits are taken back at once, at most. */
const deepest = 6;

async function walk(stand: Stand, actions: number, stop: () => boolean): Promise<number> {
  let done = 0;
  let made: Made[] = [];
  for (let number = 0; number < actions && !stop(); number += 1) {
    await ask(stand, 'orders.settleDeadlines', {});
    const scene = await sceneOf(stand);
    if (stand.random() < 0.05) {
      await importOne(stand, scene, number);
      made = [];
      continue;
    }
    const kind = actionKinds[Math.floor(stand.random() * actionKinds.length)] as (typeof actionKinds)[number];
    const action = kind(scene);
    const name = `${number} ${action.method} ${JSON.stringify(action.input)}`;
    const before = stateOf(stand);
    const result = await call(stand, action);
    const after = stateOf(stand);
    const changes = difference(before, after);
    if (!result.ok && (result.error.kind === 'internal' || changes !== null)) {
      stand.say(`${name}: ${result.error.kind}, ${result.error.message}\n${changes}`);
    }
    compare(stand, action.method, before, after);
    const edit = result.ok ? result.edit : undefined;
    if (edit === undefined) {
      if (changes !== null) stand.say(`${name}: changed the data, and cannot be taken back\n${changes}`);
      continue;
    }
    done += 1;
    // Deadlines that passed meanwhile are no part of what is taken back.
    const follows =
      made.length > 0 && made.length < deepest && difference((made.at(-1) as Made).after, before) === null;
    made = [...(follows ? made : []), { edit, name, before, after }];
    if (stand.random() < 0.5) await leaf(stand, made);
    await lookAt(stand, name);
  }
  return done;
}

/** Random edits of one seed on the data of two canteens; answers what did not hold. */
export async function walkAtRandom(folder: string, seed: number, actions: number): Promise<Walked> {
  const service = createService({ dataFolder: join(folder, 'data'), today: () => today });
  const wrong: string[] = [];
  const file = writeUnder(folder, 'first.csv', attendanceCsv('2025-01-06', '2026-01-09'));
  const { ticket } = await service.registerFile(file);
  await service.call('imports.run', { tickets: [ticket] }, { language: 'fr' });
  const watch = new BetterSqlite3(databaseFile(service.dataFolder), { readonly: true });
  const stand = {
    service,
    watch,
    folder,
    random: seededRandom(seed),
    say: (problem: string) => wrong.push(problem),
  };
  try {
    const done = await walk(stand, actions, () => wrong.length > 0);
    return { actions, done, wrong };
  } finally {
    watch.close();
    await service.close();
  }
}
