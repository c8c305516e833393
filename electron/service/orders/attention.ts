import type { IsoDate, ModelName } from '../../../forecasting/domain/records.ts';
import type { Attention, AttentionReason, PlanRow } from '../../api/records.ts';
import type { Messages } from '../messages/messages.ts';

/** A count that waits for an answer: whether it can be. */
export interface AskedCount {
  readonly siteId: number | null;
  readonly date: IsoDate;
  readonly served: number;
  readonly low: number;
  readonly high: number;
}

/** The words of each reason, and what each rule is called (`null`: the model gives the number). */
export type Words = Messages['attention'] & { readonly rules: Readonly<Record<ModelName, string | null>> };

/** From so many times the usual width on, a range is wide; the difference must be some meals, too. */
const wideTimes = 2;
const wideMeals = 10;
/** Fewer orders of one day say little of what is usual: then those of all days are compared with. */
const enoughRows = 8;

/** Worst first: what holds an order up, what is surely wrong, what may be, what explains. */
const order: readonly AttentionReason[] = [
  'unknown-holidays',
  'over-capacity',
  'revision',
  'slip',
  'wide-range',
  'level-changed',
  'by-rule',
  'no-menu',
];

/** These say something of the day, or of all the data: where they hold for every site they are said once. */
const shareable: ReadonlySet<AttentionReason> = new Set(['unknown-holidays', 'by-rule', 'no-menu']);

interface Cause {
  readonly reason: AttentionReason;
  readonly message: string;
}

interface Found {
  readonly row: Pick<PlanRow, 'siteId' | 'site' | 'date'>;
  readonly cause: Cause;
}

/**
 * What asks for a look in the orders of a period from a day on, worst first; each site and reason once. Past days are
 * left out: nothing is decided there any more, but for counts that wait for an answer.
 */
export function attentionOf(
  rows: readonly PlanRow[],
  from: IsoDate,
  words: Words,
  asked: readonly AskedCount[] = [],
): readonly Attention[] {
  const ahead = rows.filter(({ date }) => date >= from);
  const times = widthsOf(ahead);
  const found = ahead.flatMap((row) =>
    causesOf(row, times.get(row) ?? 1, words).map((cause) => ({ row, cause })),
  );
  const all = [...found, ...askedOf(rows, asked, words)];
  return order.flatMap((reason) => {
    const own = all.filter(({ cause }) => cause.reason === reason);
    return shareable.has(reason) ? withShared(own, ahead) : bySite(own);
  });
}

function causesOf(row: PlanRow, times: number, words: Words): readonly Cause[] {
  const { flags, capacity, levelChange, model, decision } = row;
  const causes: Cause[] = [];
  const add = (reason: AttentionReason, message: string) => causes.push({ reason, message });
  if (flags.includes('unknown-holidays')) add('unknown-holidays', words['unknown-holidays']());
  if (capacity !== null && flags.includes('over-capacity')) {
    add('over-capacity', words['over-capacity'](row.order, capacity));
  }
  if (decision.revision) add('revision', words.revision(decision.revision.difference));
  // A strike has a flag of its own, and a wide range for a reason.
  if (times >= wideTimes && !flags.includes('strike')) add('wide-range', words['wide-range'](times));
  if (levelChange) add('level-changed', words['level-changed'](levelChange.before, levelChange.after));
  const rule = words.rules[model];
  if (rule !== null) add('by-rule', words['by-rule'](rule));
  if (flags.includes('no-menu')) add('no-menu', words['no-menu']());
  return causes;
}

/** A range as a share of what chance alone would give at that size: the standard error of a count is its root. */
const relativeWidth = ({ low, high, mean }: PlanRow) => (high - low) / Math.sqrt(Math.max(1, mean));

/** How many times as wide as usual each range is: beside those of the same day, or of all where these are few. */
function widthsOf(rows: readonly PlanRow[]): ReadonlyMap<PlanRow, number> {
  const byDay = Map.groupBy(rows, ({ date }) => date);
  const usualOfAll = median(rows.map(relativeWidth));
  const times = new Map<PlanRow, number>();
  for (const ofDay of byDay.values()) {
    const usual = ofDay.length >= enoughRows ? median(ofDay.map(relativeWidth)) : usualOfAll;
    for (const row of ofDay) {
      const more = (relativeWidth(row) - usual) * Math.sqrt(Math.max(1, row.mean));
      times.set(row, usual > 0 && more >= wideMeals ? relativeWidth(row) / usual : 1);
    }
  }
  return times;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

function askedOf(rows: readonly PlanRow[], asked: readonly AskedCount[], words: Words): readonly Found[] {
  const names = new Map(rows.map(({ siteId, site }) => [siteId, site]));
  return asked.flatMap(({ siteId, date, served, low, high }) => {
    const site = siteId === null ? undefined : names.get(siteId);
    if (siteId === null || site === undefined) return [];
    return [
      { row: { siteId, site, date }, cause: { reason: 'slip', message: words.slip(served, low, high) } },
    ];
  });
}

function bySite(found: readonly Found[]): readonly Attention[] {
  return [...Map.groupBy(found, ({ row }) => row.siteId).values()].flatMap((own) => {
    const sorted = own.toSorted((a, b) => a.row.date.localeCompare(b.row.date));
    const [first] = sorted;
    if (!first) return [];
    const { siteId, site } = first.row;
    return [{ ...first.cause, siteId, site, dates: sorted.map(({ row }) => row.date) }];
  });
}

/** The days on which every site has the reason are one line of all sites; the rest stay with their site. */
function withShared(found: readonly Found[], rows: readonly PlanRow[]): readonly Attention[] {
  const rowsOf = Map.groupBy(rows, ({ date }) => date);
  const foundOf = Map.groupBy(found, ({ row }) => row.date);
  const several = new Set(rows.map(({ siteId }) => siteId)).size > 1;
  const isShared = (date: IsoDate) => {
    const all = rowsOf.get(date) ?? [];
    return several && all.length > 1 && foundOf.get(date)?.length === all.length;
  };
  const dates = [...foundOf.keys()].filter(isShared).toSorted();
  const cause = found.find(({ row }) => row.date === dates[0])?.cause;
  const shared = cause ? [{ ...cause, siteId: null, site: null, dates }] : [];
  return [...shared, ...bySite(found.filter(({ row }) => !dates.includes(row.date)))];
}
