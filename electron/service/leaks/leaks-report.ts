import { listLeakTrials, removeLeakTrial, type StoredTrial, saveLeakTrial } from '../../../db/leak-trials.ts';
import { toDay, toIso, weekIndex } from '../../../forecasting/calendar/day.ts';
import { type LeakCause, leakCauses } from '../../../forecasting/domain/leak-records.ts';
import { causesOf, type LeakFacts } from '../../../forecasting/leaks/causes.ts';
import { beforeAndAfter, type CellExcess, findLeaks } from '../../../forecasting/leaks/leaks.ts';
import { normalQuantile } from '../../../forecasting/numerics/streams.ts';
import type { Input, Output } from '../../api/contract.ts';
import type { Leak, LeakKey, LeaksReport, LeakTrial, NamedCause, SiteName } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { personOfSettings } from '../orders/override.ts';
import { siteOf } from '../sites/site-of.ts';
import { excessOf, keyText, type LeakPlace, weekdayOfDate } from './cells.ts';
import { dishPlaces } from './dish-places.ts';
import { orderPlaces } from './order-places.ts';

/** Weeks of a French school year. */
const weeksPerYear = 36;

/** Where surplus persists, each kind of place held to the share of false alarms by itself. */
export function leaksReport(context: Context, input: Input<'leaks.report'>): LeaksReport {
  const places = input.of === 'orders' ? orderPlaces(context, input) : dishPlaces(context, input);
  const trials = new Map<string, StoredTrial>(
    listLeakTrials(context.db).flatMap((trial) =>
      trial.siteId === null ? [] : [[`${trial.kind} ${trial.siteId} ${trial.part}`, trial]],
    ),
  );
  const found = [...Map.groupBy(places, ({ key }) => key.kind).values()].flatMap((own) =>
    findLeaks(own.map(({ key, days }) => ({ key: keyText(key), occurrences: days.map(excessOf) }))),
  );
  const byKey = new Map(found.map((cell) => [cell.key, cell]));
  const weeks = new Set(places.flatMap(({ days }) => days.map(({ date }) => weekIndex(toDay(date))))).size;
  const sites = new Map(context.models.history(context).sites.map((site) => [site.id, site]));
  const leaks = places.flatMap((place): Leak[] => {
    const site = sites.get(place.key.siteId);
    const cell = byKey.get(keyText(place.key));
    const trial = trials.get(keyText(place.key));
    if (!site || !cell || !(cell.leaks || trial)) return [];
    return [{ ...leakOf(place, cell, trial, weeks), site: site.name, siteKind: site.kind }];
  });
  return {
    from: input.from,
    to: input.to,
    tested: found.length,
    places: places.length,
    weekdays: daysByWeekday(places),
    leaks: leaks.toSorted((a, b) => b.eurosPerYear - a.eurosPerYear),
  };
}

function daysByWeekday(places: readonly LeakPlace[]): LeaksReport['weekdays'] {
  const dates = new Set(places.flatMap(({ days }) => days.map(({ date }) => date)));
  return [...Map.groupBy(dates, weekdayOfDate)]
    .toSorted((a, b) => a[0] - b[0])
    .map(([weekday, own]) => ({ weekday, days: own.length }));
}

function leakOf(
  place: LeakPlace,
  cell: CellExcess,
  trial: StoredTrial | undefined,
  weeks: number,
): Omit<Leak, keyof SiteName> & LeakKey {
  const { key, days, euros } = place;
  return {
    ...key,
    weekday: place.weekday,
    family: place.family,
    occurrences: cell.occurrences,
    inExcess: days.filter(({ surplus, expected }) => surplus > expected).length,
    mean: cell.shrunk,
    since: cell.since === null ? null : toIso(cell.since),
    eurosPerYear: Math.max(0, cell.shrunk) * euros * (cell.occurrences / Math.max(1, weeks)) * weeksPerYear,
    leaks: cell.leaks,
    causes: namedCauses({ ...place.facts, mean: cell.mean }),
    trial: trial === undefined ? null : trialOf(place, trial),
    days: days.map(({ date, ordered, served, surplus, expected }) => ({
      date,
      ordered,
      served,
      surplus,
      expected,
    })),
  };
}

/** What speaks for each cause: the fact that it was tested by. */
const factOf: Readonly<Record<LeakCause, keyof LeakFacts>> = {
  'override-above': 'overAdvice',
  'pack-rounding': 'packRounding',
  'head-count-missing': 'withoutHeadCount',
  'enrolment-stale': 'enrolmentAge',
  'adults-too-high': 'adultsTooMany',
  'level-above-need': 'serviceLevel',
  outings: 'lateOutings',
  'dish-refused': 'refusedShare',
};

const namedCauses = (facts: LeakFacts): readonly NamedCause[] =>
  causesOf(facts).map((cause) => ({ cause, amount: facts[factOf[cause]] ?? 0 }));

/** Four of five samples lie within. */
const reach = normalQuantile(0.9);

function trialOf({ days }: LeakPlace, { cause, triedOn }: StoredTrial): LeakTrial | null {
  const known = leakCauses.find((one) => one === cause);
  if (known === undefined) return null;
  const { before, after, difference } = beforeAndAfter(days.map(excessOf), toDay(triedOn));
  return {
    cause: known,
    triedOn,
    before: before?.mean ?? null,
    after: after?.mean ?? null,
    since: after?.occurrences ?? 0,
    difference: difference && {
      value: difference.mean,
      low: difference.mean - reach * difference.error,
      high: difference.mean + reach * difference.error,
    },
  };
}

/** From today on, or from a day that is said. */
export function tryLeak(context: Context, { cause, on, ...key }: Input<'leaks.try'>): null {
  const { db, today, now } = context;
  siteOf(db, key.siteId);
  saveLeakTrial(db, key, { cause, triedOn: on ?? today, by: personOfSettings(context), at: now });
  return null;
}

export function endTrial({ db }: Context, key: Input<'leaks.endTrial'>): Output<'leaks.endTrial'> {
  return { removed: removeLeakTrial(db, key) };
}
