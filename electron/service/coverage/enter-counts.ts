import { readSiteAttendance } from '../../../db/attendance.ts';
import { listClosures, saveClosures } from '../../../db/closures.ts';
import { limitsOf } from '../../../db/count-slips.ts';
import { parseCount } from '../../../db/import/counts.ts';
import { closureOfMark, parseMark } from '../../../db/import/understand/words.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { firstPlausibleDay, lastPlausibleDay } from '../../../db/plausible-days.ts';
import { listSites } from '../../../db/sites.ts';
import { toDay } from '../../../forecasting/calendar/day.ts';
import { numberAt } from '../../../forecasting/domain/number-at.ts';
import type { ClosureKind, CountSlip } from '../../../forecasting/domain/records.ts';
import { countSlips } from '../../../forecasting/frame/count-slips.ts';
import type { Input } from '../../api/contract.ts';
import type { CountEntry, EnteredCount, IsoDate } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
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
  const found = countSlips(series, limitsOf(db, siteId), new Set(counts.keys()));
  return new Map(found.map((slip) => [slip.day, slip]));
}

/** Of two entries for one field the later one. */
const lastOfEach = (entries: readonly CountEntry[]): readonly CountEntry[] => [
  ...new Map(entries.map((entry) => [`${entry.siteId} ${entry.date}`, entry])).values(),
];

function enterSite(
  { db, today }: Pick<Context, 'db' | 'today'>,
  siteId: number,
  entries: readonly CountEntry[],
  sure: boolean,
): readonly EnteredCount[] {
  const found = entries.map(({ date, text }) => ({ date, read: read(text) }));
  const isAhead = (date: IsoDate, one: Read) => one.type === 'count' && one.served !== null && date > today;
  const counts = new Map(
    found.flatMap(({ date, read: one }) =>
      one.type === 'count' && one.served !== null && !isAhead(date, one) ? [[toDay(date), one.served]] : [],
    ),
  );
  const asked = sure ? new Map<number, CountSlip>() : unlikely(db, siteId, counts);
  const results = found.map(({ date, read: one }): EnteredCount => {
    const key = { siteId, date };
    if (one.type === 'refused') return { ...key, state: 'refused', reason: one.reason };
    if (one.type === 'mark') return { ...key, state: 'marked', kind: one.kind };
    if (isAhead(date, one)) return { ...key, state: 'refused', reason: 'ahead' };
    const slip = asked.get(toDay(date));
    if (slip === undefined) return { ...key, state: 'kept', served: one.served };
    const [low, usual, high] = [slip.low, slip.usual, slip.high].map(Math.round) as [number, number, number];
    return { ...key, state: 'asked', served: slip.count, low, usual, high };
  });
  const kept = results.flatMap((one) =>
    one.state === 'kept' ? [{ day: toDay(one.date), served: one.served }] : [],
  );
  if (kept.length > 0) keepCounts(db, siteId, kept, today);
  mark({ db, today }, siteId, results);
  return results;
}

/** Notes strikes, outings and closures that nobody has noted yet. */
function mark(
  { db, today }: Pick<Context, 'db' | 'today'>,
  siteId: number,
  results: readonly EnteredCount[],
): void {
  const marks = results.flatMap((one) => (one.state === 'marked' ? [one] : []));
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
  context: Pick<Context, 'db' | 'today'>,
  { entries, sure = false }: Input<'attendance.enter'>,
): readonly EnteredCount[] {
  const { db } = context;
  const bySite = Map.groupBy(lastOfEach(entries), ({ siteId }) => siteId);
  const known = new Set(listSites(db).map(({ id }) => id));
  const unknown = [...bySite.keys()].find((siteId) => !known.has(siteId));
  if (unknown !== undefined) {
    throw new ServiceError('not-found', (t) => t.errors.siteNotFound(String(unknown)));
  }
  const enter = db.transaction(() =>
    [...bySite].flatMap(([siteId, own]) => enterSite(context, siteId, own, sure)),
  );
  return enter.immediate();
}
