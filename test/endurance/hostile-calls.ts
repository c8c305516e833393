import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Input, Method, Output, Result } from '../../electron/api/contract.ts';
import type { Language } from '../../electron/api/records.ts';
import { schemas } from '../../electron/api/schemas.ts';
import { startBrowserHost } from '../../electron/browser/server.ts';
import { databaseFile } from '../../electron/service/context/data-folder.ts';
import type { Service } from '../../electron/service/host/service.ts';
import { useCases } from '../../electron/service/host/use-cases.ts';
import { validate } from '../../electron/service/host/validate.ts';
import { addDays } from '../../forecasting/calendar/day.ts';
import { seededRandom } from '../../forecasting/numerics/seeded.ts';
import { enterOverHttp, post } from './door-over-http.ts';
import { hostileInput, type Known, type Random } from './hostile-inputs.ts';

/** What takes all data away, or fills them anew, comes last. */
const last: readonly Method[] = [
  ...(['data.removeImpossible', 'imports.undo', 'backups.restore', 'sample.load', 'sample.clear'] as const),
];
const names = Object.keys(schemas) as Method[];
/** Every method of the contract. */
export const methods: readonly Method[] = [...names.filter((method) => !last.includes(method)), ...last];

/** A way to the service. */
export interface Door {
  readonly service: Service;
  call(method: Method, input: unknown, language: Language): Promise<Result<unknown>>;
  close(): Promise<void>;
}

export const inProcess = (service: Service): Door => ({
  service,
  call: (method, input, language) => service.call(method, input, { language }),
  close: () => service.close(),
});

/** As JSON can say it: a number beyond all bounds is written as one that is read so. */
const asJson = (input: unknown): string =>
  (
    JSON.stringify(input, (_, value: unknown) =>
      typeof value === 'number' && !Number.isFinite(value) ? `≈${value}` : value,
    ) ?? 'null'
  )
    .replaceAll('"≈Infinity"', '1e999')
    .replaceAll('"≈-Infinity"', '-1e999')
    .replaceAll('"≈NaN"', 'null');

export async function overHttp(service: Service): Promise<Door> {
  const host = await startBrowserHost({ service });
  const door = await enterOverHttp(host.newAddress('printed'));
  return {
    service,
    call: (method, input, language) =>
      post(
        door,
        '/api/call',
        `{"method":"${method}","input":${asJson(input)},"options":{"language":"${language}"}}`,
      ),
    async close() {
      await host.close();
      await service.close();
    },
  };
}

/** What there is to name: ids, keys and files of the data, and the id of a site that was removed. */
export async function knownOf({ service }: Door, today: string): Promise<Known> {
  const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    const result = await service.call(method, input, { language: 'fr' });
    if (!result.ok) throw new Error(`${method}: ${result.error.message}`);
    return result.value;
  };
  const gone = await ask('sites.add', { name: 'Partie', kind: 'E', capacity: null, enrolled: null });
  await ask('sites.remove', { siteId: gone.id });
  const sites = (await ask('sites.list', {})).slice(0, 5);
  const siteIds = [...sites.map(({ id }) => id), gone.id];
  const file = join(service.dataFolder, 'hostile.csv');
  writeFileSync(file, `site_nom;site_type;date;reel\nInconnue;E;${addDays(today, -7)};50\n`);
  const { ticket } = await service.registerFile(file);
  const dates = [-7, -4, 0, 1, 4].map((days) => addDays(today, days));
  return {
    ...{ siteId: siteIds, siteIds, into: siteIds, id: [...siteIds, 999_999], batch: [1, 2] },
    ...{ date: dates, from: dates.slice(0, 3), to: dates.slice(2), month: [today.slice(0, 7)] },
    ...{ schoolYear: [Number(today.slice(0, 4)) - 1], sentAt: [`${today}T08:00`] },
    text: [...sites.map(({ name }) => name), 'Riz', 'Inconnue'],
    tickets: [ticket, service.registerTarget(join(service.dataFolder, 'hostile.out'))],
    backup: [(await ask('backups.make', {})).name],
  };
}

/** One call, and what came of it. */
export interface Tried {
  readonly method: Method;
  readonly input: unknown;
  readonly language: Language;
  readonly result: Result<unknown>;
}

export interface Hostility {
  readonly calls: number;
  readonly refused: number;
  /** Left out, as the time was up and none was found that the contract refuses. */
  readonly left: number;
  /** Longest milliseconds until a refusal. */
  readonly slowest: number;
  readonly wrong: readonly string[];
}

export interface Trial {
  readonly seed: number;
  /** Calls of each method. */
  readonly each: number;
  readonly known: Known;
  /** Milliseconds of each method for inputs that the contract accepts: after that only those that it refuses. */
  readonly budget?: number;
  /** What else is wrong with an answer. */
  readonly judge?: (tried: Tried) => readonly string[];
}

const told = ({ method, input }: Tried): string => `${method} ${asJson(input).slice(0, 300)}`;

interface Asked extends Omit<Tried, 'result'> {
  readonly accepted: boolean;
}

/** Is an input handed on to the use case, which may take its time? */
function isAccepted(method: Method, input: unknown): boolean {
  try {
    validate(method, input);
    return true;
  } catch {
    return false;
  }
}

/** An input by chance; of those that the contract refuses (`undefined` where none comes in a while), or of all. */
function draw(method: Method, known: Known, random: Random, from: 'refused' | 'all') {
  for (let tries = 0; tries < 20; tries += 1) {
    const input = hostileInput(method, known, random);
    const accepted = isAccepted(method, input);
    if (from === 'all' || !accepted) return { input, accepted };
  }
  return undefined;
}

/** Answers what is wrong with one call: a refusal has words, is no failure of the program, and wrote nothing. */
async function tryOne(door: Door, version: () => unknown, asked: Asked) {
  const { method, input, accepted, language } = asked;
  // Deadlines that have passed are settled before a call that the contract accepts, whatever it answers.
  if (useCases[method].afterDeadlines && accepted) {
    await door.service.call('orders.settleDeadlines', {}, { language });
  }
  const before = version();
  const start = performance.now();
  const result = await door.call(method, input, language);
  const took = performance.now() - start;
  const wrong: string[] = [];
  if (!result.ok) {
    const { kind, message, remedy } = result.error;
    if (kind === 'internal' || message === '' || remedy === '') wrong.push(`${kind} ${message}`);
    if (version() !== before) wrong.push(`refused (${message}), and the data were written`);
  } else if (result.edit !== undefined) {
    const back = await door.call('edits.step', { edits: [result.edit], way: 'undo' }, language);
    if (!back.ok) wrong.push(`cannot be taken back: ${back.error.message}`);
  }
  return { result, took, wrong };
}

/**
 * Calls methods with hostile inputs. A refusal must leave the data as they are; what is done is taken back, so that
 * the next call finds the data of before.
 */
export async function tryHostile(
  door: Door,
  asked: readonly Method[],
  { seed, each, known, budget = Number.POSITIVE_INFINITY, judge = () => [] }: Trial,
): Promise<Hostility> {
  const watch = new BetterSqlite3(databaseFile(door.service.dataFolder), { readonly: true });
  const version = () => watch.pragma('data_version', { simple: true });
  const wrong: string[] = [];
  let [calls, refused, left, slowest] = [0, 0, 0, 0];
  for (const method of asked) {
    const random = seededRandom(seed + methods.indexOf(method));
    let spent = 0;
    for (let round = 0; round < each; round += 1) {
      const drawn = draw(method, known, random, spent < budget ? 'all' : 'refused');
      if (drawn === undefined) {
        left += 1;
        continue;
      }
      const one = {
        method,
        ...drawn,
        language: round % 2 === 0 ? ('fr' as const) : ('en' as const),
      };
      const start = performance.now();
      const found = await tryOne(door, version, one);
      if (one.accepted) spent += performance.now() - start;
      const tried = { ...one, result: found.result };
      calls += 1;
      refused += found.result.ok ? 0 : 1;
      if (!found.result.ok) slowest = Math.max(slowest, found.took);
      wrong.push(...[...found.wrong, ...judge(tried)].map((problem) => `${told(tried)}: ${problem}`));
    }
  }
  watch.close();
  return { calls, refused, left, slowest, wrong };
}
