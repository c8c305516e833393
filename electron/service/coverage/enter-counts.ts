import { readSiteAttendance } from '../../../db/attendance.ts';
import { listClosures, saveClosures } from '../../../db/closures.ts';
import { limitsReader } from '../../../db/count-slips.ts';
import { parseCount } from '../../../db/import/counts.ts';
import { closureOfMark, parseMark } from '../../../db/import/understand/words.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { listSites } from '../../../db/sites.ts';
import { toDay } from '../../../forecasting/calendar/day.ts';
import { numberAt } from '../../../forecasting/domain/number-at.ts';
import { firstPlausibleDay, lastPlausibleDay } from '../../../forecasting/domain/plausible-days.ts';
import type { ClosureKind, CountSlip, Site } from '../../../forecasting/domain/records.ts';
import { countSlips } from '../../../forecasting/frame/count-slips.ts';
import type { Input } from '../../api/contract.ts';
import type { CountEntry, EnteredCount, IsoDate } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { personOfSettings } from '../orders/override.ts';
import { ClassCounts, type ClassValue, childClassesOf, keepClasses, sumOfClasses } from './enter-classes.ts';
import { keepCounts } from './keep-counts.ts';

type Read =
  | { readonly type: 'count'; readonly served: number | null }
  | { readonly type: 'mark'; readonly kind: ClosureKind }
  | { readonly type: 'refused'; readonly reason: Extract<EnteredCount, { state: 'refused' }>['reason'] };

const slips = {
  'invalid-count': 'not-a-count',
  'ambiguous-count': 'ambiguous',
  'negative-count': 'negative',
  'count-not-whole': 'not-whole',
  'count-too-large': 'too-large',
} as const;

/** A field as the import reads a cell: "1 204", "45 repas", "grève"; empty and "-" are no count. */
function read(text: string): Read {
  const count = parseCount(text);
  if (count === null || typeof count === 'number') return { type: 'count', served: count };
  const mark = parseMark(text);
  if (mark === 'absent') return { type: 'count', served: null };
  if (mark !== null) return { type: 'mark', kind: closureOfMark[mark] };
  return { type: 'refused', reason: slips[count] };
}

const everyDay = [toDay(firstPlausibleDay), toDay(lastPlausibleDay)] as const;

/** The days of entered counts that can hardly be among all of the site, as the import asks about them. */
function unlikely(
  db: ReadonlyDatabase,
  siteId: number,
  counts: ReadonlyMap<number, number>,
): ReadonlyMap<number, CountSlip> {
  const { day, served } = readSiteAttendance(db, siteId, ...everyDay);
  const all = new Map([...day].map((of, i) => [of, numberAt(served, i)]));
  for (const [of, count] of counts) all.set(of, count);
  const series = [...all]
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => a - b)
    .map(([of, count]) => ({ day: of, count }));
  const found = countSlips(series, limitsReader(db)(siteId), new Set(counts.keys()));
  return new Map(found.map((slip) => [slip.day, slip]));
}

/** Of two entries for one field the later one. */
const lastOfEach = (entries: readonly CountEntry[]): readonly CountEntry[] => [
  ...new Map(entries.map((entry) => [`${entry.siteId} ${entry.date} ${entry.diners}`, entry])).values(),
];

type Asked = Pick<Context, 'db' | 'today' | 'now'>;

interface Found {
  readonly entry: CountEntry;
  readonly read: Read;
}

/** An entry as it is read on its day and at its site. */
function readEntry(entry: CountEntry, { kind }: Site, today: IsoDate): Found {
  const found = read(entry.text);
  const isCount = found.type === 'count' && found.served !== null;
  const { diners } = entry;
  if (isCount && entry.date > today) return { entry, read: { type: 'refused', reason: 'ahead' } };
  return diners !== undefined && diners !== 'A' && !childClassesOf(kind).includes(diners)
    ? { entry, read: { type: 'refused', reason: 'one-class' } }
    : { entry, read: found };
}

/**
 * What the entries of a day say of all its children; `undefined`: nothing. Entered in one they are that number, by class
 * the sum once each class has its count; a class taken away takes the sum of the classes with it.
 */
function childrenOf(entries: readonly Found[], before: ClassCountsOfDay, { kind }: Site) {
  const given = new Map<string, number | null>(
    entries.flatMap(({ entry, read: one }) =>
      one.type === 'count' ? [[entry.diners ?? 'all', one.served]] : [],
    ),
  );
  const all = given.get('all');
  if (all !== undefined || (!given.has('M') && !given.has('E'))) return all;
  const after = sumOfClasses(kind, { ...before, ...Object.fromEntries(given) });
  return after ?? (sumOfClasses(kind, before) === null ? undefined : null);
}

type ClassCountsOfDay = ReturnType<ClassCounts['of']>;

function answerOf({ entry, read: one }: Found, slip: CountSlip | undefined): EnteredCount {
  const { siteId, date, diners } = entry;
  const key = { siteId, date, ...(diners === undefined ? {} : { diners }) };
  if (one.type === 'refused') return { ...key, state: 'refused', reason: one.reason };
  if (one.type === 'mark') return { ...key, state: 'marked', kind: one.kind };
  if (slip === undefined || diners === 'A') return { ...key, state: 'kept', served: one.served };
  const [low, usual, high] = [slip.low, slip.usual, slip.high].map(Math.round) as [number, number, number];
  return { ...key, state: 'asked', served: slip.count, low, usual, high };
}

const enteredClasses = (results: readonly EnteredCount[]): readonly ClassValue[] =>
  results.flatMap((one) =>
    one.state === 'kept' && one.diners !== undefined
      ? [{ date: one.date, diners: one.diners, count: one.served }]
      : [],
  );

/** Classes on record that do not add up to the children entered in one: they hold no more. */
function pastClasses(
  results: readonly EnteredCount[],
  kept: readonly { readonly date: IsoDate; readonly served: number | null }[],
  stored: ClassCounts,
  site: Site,
): readonly ClassValue[] {
  const inOne = new Set(results.filter(({ diners }) => diners === undefined).map(({ date }) => date));
  return kept
    .filter(
      ({ date, served }) => inOne.has(date) && sumOfClasses(site.kind, stored.of(site.id, date)) !== served,
    )
    .flatMap(({ date }) =>
      childClassesOf(site.kind)
        .filter((diners) => stored.of(site.id, date)[diners] !== undefined)
        .map((diners) => ({ date, diners, count: null })),
    );
}

function enterSite(
  context: Asked,
  site: Site,
  entries: readonly CountEntry[],
  sure: boolean,
): readonly EnteredCount[] {
  const { db, today, now } = context;
  const found = entries.map((entry) => readEntry(entry, site, today));
  const dates = entries.map(({ date }) => date).toSorted();
  const stored = new ClassCounts(db, dates[0] ?? today, dates.at(-1) ?? today);
  const children = new Map(
    [...Map.groupBy(found, ({ entry }) => entry.date)].flatMap(([date, own]) => {
      const count = childrenOf(own, stored.of(site.id, date), site);
      return count === undefined ? [] : [[date, count] as const];
    }),
  );
  const counts = new Map(
    [...children].flatMap(([date, n]) => (n === null ? [] : [[toDay(date), n] as const])),
  );
  const slips = sure ? new Map<number, CountSlip>() : unlikely(db, site.id, counts);
  const results = found.map((one) => answerOf(one, slips.get(toDay(one.entry.date))));
  const kept = [...children]
    .filter(([date]) => !slips.has(toDay(date)))
    .map(([date, served]) => ({ date, day: toDay(date), served }));
  if (kept.length > 0) keepCounts(db, site.id, kept, today);
  const values = [...enteredClasses(results), ...pastClasses(results, kept, stored, site)];
  keepClasses(db, site.id, values, { by: personOfSettings(context), at: now });
  mark(context, site.id, results);
  return results;
}

/** Notes strikes, outings and closures that nobody has noted yet. */
function mark(
  { db, today }: Pick<Context, 'db' | 'today'>,
  siteId: number,
  results: readonly EnteredCount[],
): void {
  const all = results.flatMap((one) => (one.state === 'marked' ? [one] : []));
  const marks = [...new Map(all.map((one) => [`${one.date} ${one.kind}`, one])).values()];
  const dates = marks.map(({ date }) => date).sort();
  const noted = listClosures(db, dates[0] ?? '', dates.at(-1) ?? '');
  const isNew = ({ date, kind }: (typeof marks)[number]) =>
    !noted.some((c) => c.date === date && c.kind === kind && (c.siteId === null || c.siteId === siteId));
  const closures = marks.filter(isNew).map(({ date, kind }) => ({
    date,
    kind,
    siteId,
    absent: null,
    announced: date < today ? null : today,
  }));
  if (closures.length > 0) saveClosures(db, closures);
}

/** Keeps what was typed or pasted, for one site or many, and answers field by field what became of it. */
export function enterCounts(
  context: Asked,
  { entries, sure = false }: Input<'attendance.enter'>,
): readonly EnteredCount[] {
  const { db } = context;
  const bySite = Map.groupBy(lastOfEach(entries), ({ siteId }) => siteId);
  const sites = new Map(listSites(db).map((site) => [site.id, site]));
  const siteOf = (siteId: number): Site => {
    const site = sites.get(siteId);
    if (site === undefined) throw new ServiceError('not-found', (t) => t.errors.siteNotFound(String(siteId)));
    return site;
  };
  const enter = db.transaction(() =>
    [...bySite].flatMap(([siteId, own]) => enterSite(context, siteOf(siteId), own, sure)),
  );
  return enter.immediate();
}
