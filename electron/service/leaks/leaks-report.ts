import { listKitchens } from '../../../db/catalogue/kitchens.ts';
import { listLeakTrials, removeLeakTrial, type StoredTrial, saveLeakTrial } from '../../../db/leak-trials.ts';
import { toDay, toIso, weekIndex } from '../../../forecasting/calendar/day.ts';
import { type LeakCause, leakCauses } from '../../../forecasting/domain/leak-records.ts';
import { causesOf, type LeakFacts } from '../../../forecasting/leaks/causes.ts';
import { beforeAndAfter, type CellExcess, findLeaks } from '../../../forecasting/leaks/leaks.ts';
import { normalQuantile } from '../../../forecasting/numerics/streams.ts';
import type { Input, Output } from '../../api/contract.ts';
import type { Leak, LeakKey, LeaksReport, LeakTrial, NamedCause } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { personOfSettings } from '../orders/override.ts';
import { siteOf } from '../sites/site-of.ts';
import { excessOf, keyText, type LeakPlace, weekdayOfDate } from './cells.ts';
import { dishPlaces } from './dish-places.ts';
import { orderPlaces } from './order-places.ts';
import { packPlaces } from './pack-places.ts';
import { replayedServings } from './replayed-servings.ts';

/** Weeks of a French school year. */
const weeksPerYear = 36;

/** Where surplus persists, each kind of place held to the share of false alarms by itself. */
export function leaksReport(context: Context, input: Input<'leaks.report'>): LeaksReport {
  const places = input.of === 'orders' ? orderPlaces(context, input) : placesOfDishes(context, input);
  const trials = new Map(listLeakTrials(context.db).map((trial) => [keyText(trial.place), trial]));
  const found = [...Map.groupBy(places, ({ key }) => key.kind).values()].flatMap((own) =>
    findLeaks(own.map(({ key, days }) => ({ key: keyText(key), occurrences: days.map(excessOf) }))),
  );
  const byKey = new Map(found.map((cell) => [cell.key, cell]));
  const weeks = new Set(places.flatMap(({ days }) => days.map(({ date }) => weekIndex(toDay(date))))).size;
  const nameOf = placeNames(context);
  const leaks = places.flatMap((place): Leak[] => {
    const name = nameOf(place.key);
    const cell = byKey.get(keyText(place.key));
    const trial = trials.get(keyText(place.key));
    if (!name || !cell || !(cell.leaks || trial)) return [];
    return [{ ...place.key, ...name, ...leakOf(place, cell, trial, weeks) }];
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

function placesOfDishes(context: Context, input: Input<'leaks.report'>): readonly LeakPlace[] {
  const servings = replayedServings(context, input);
  return [...dishPlaces(servings), ...packPlaces(context, input, servings)];
}

/** What a site or a kitchen is called; `undefined`: it is gone. */
function placeNames(context: Context): (key: LeakKey) => Pick<Leak, 'site' | 'siteKind'> | undefined {
  const sites = new Map(
    context.models.history(context).sites.map(({ id, name, kind }) => [id, { site: name, siteKind: kind }]),
  );
  const kitchens = new Map(listKitchens(context.db).map(({ id, name }) => [id, name]));
  return ({ siteId, kitchenId }) => {
    if (siteId !== undefined) return sites.get(siteId);
    const site = kitchens.get(kitchenId ?? 0);
    return site === undefined ? undefined : { site, siteKind: null };
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
): Omit<Leak, keyof LeakKey | 'site' | 'siteKind'> {
  const { days, euros } = place;
  return {
    weekday: place.weekday,
    family: place.family,
    pack: place.pack,
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
  if (key.siteId !== undefined) siteOf(db, key.siteId);
  else if (!listKitchens(db).some(({ id }) => id === key.kitchenId)) {
    throw new ServiceError('not-found', (t) => t.dishPlan.kitchenNotFound(key.kitchenId));
  }
  saveLeakTrial(db, key, { cause, triedOn: on ?? today, by: personOfSettings(context), at: now });
  return null;
}

export function endTrial({ db }: Context, key: Input<'leaks.endTrial'>): Output<'leaks.endTrial'> {
  return { removed: removeLeakTrial(db, key) };
}
