import { toDay, weekday } from '../calendar/day.ts';
import type { IsoDate } from '../domain/records.ts';
import type { DishDemand, OfferedDish } from '../domain/types.ts';
import {
  errorAt,
  normalShape,
  type StandardisedQuantiles,
  weightedQuantiles,
} from '../numerics/distribution.ts';
import { drawCount, normalQuantiles, stream } from '../numerics/streams.ts';
import { DrawnDemand } from './demand.ts';
import { comparedDays, DishFloor, ruleDraws, type ToldByRule } from './dish-floor.ts';
import {
  countedDays,
  type DishKind,
  dinerIndex,
  menuIndex,
  menuOn,
  offersOf,
  type TakeUpHistory,
} from './offers.ts';
import {
  countDays,
  type Expectation,
  expectedPortions,
  PortionRates,
  type PortionRow,
  portionRows,
  rivalKind,
  rowsByDish,
} from './portion-rates.ts';

/** Days of counts from which a course's sum may be learned; with fewer each dish is told by itself. */
const enoughDays = 60;
/** Telling each dish by itself must err by so much less than shares of the day's sum. */
const clearlyBetter = 0.98;
/** Of the counts: with fewer in a choice the others would be told by nothing. */
const nearlyAll = 0.95;

/** A forecast made from earlier rows, and what came. */
interface Trial extends Expectation {
  readonly key: string;
  readonly day: number;
  readonly taken: number;
}

/**
 * Dishes of sites that count portions and no guests. How many guests there were is not known then, so a dish is told
 * from its own counts (`portion-rates.ts`), not as a share of anything.
 */
export class PortionsAlone {
  private readonly rows = new Map<number, ReadonlyMap<string, readonly PortionRow[]>>();
  private readonly floors = new Map<string, DishFloor>();
  private readonly menus: ReturnType<typeof menuIndex>;
  private readonly read: (text: string) => DishKind;
  private rates: PortionRates | undefined;
  private spread: Spread | undefined;

  constructor(history: TakeUpHistory, read: (text: string) => DishKind, lastDay: number) {
    this.read = read;
    this.menus = menuIndex(history.menu);
    const guests = dinerIndex(history.attendance, lastDay);
    const days = countedDays(history, read, lastDay).filter(({ siteId }) => !guests.has(siteId));
    const sites = new Map(
      [...Map.groupBy(days, ({ siteId }) => siteId)].map(
        ([site, own]) => [site, own.flatMap(portionRows)] as const,
      ),
    );
    if (sites.size === 0) return;
    const rates = new PortionRates(sites);
    this.rates = rates;
    const trials: Trial[] = [];
    for (const [site, rows] of sites) {
      const byDish = rowsByDish(rows);
      const own = trialsOf(site, byDish, rates);
      const inShares = countDays(rows) >= enoughDays && isAllChoice(history, site, rows, lastDay);
      if (inShares && !isBetterThanShares(own)) continue;
      this.rows.set(site, byDish);
      for (const trial of own) {
        trials.push(trial);
        if (trial.day > lastDay - comparedDays)
          this.floorOf(site, trial.key).add({ ...trial, of: 1 }, trial.mean);
      }
    }
    this.spread = new Spread(trials);
  }

  /** Dishes of the site are told by themselves. */
  has(siteId: number): boolean {
    return this.rows.has(siteId);
  }

  /** Days on which the site counted a dish. */
  daysOf(siteId: number, key: string): number {
    return this.rows.get(siteId)?.get(key)?.length ?? 0;
  }

  private floorOf(siteId: number, key: string): DishFloor {
    const at = `${siteId}|${key}`;
    const floor = this.floors.get(at) ?? new DishFloor();
    this.floors.set(at, floor);
    return floor;
  }

  /** The rule that carries a dish at a site on a day, where one was clearly better. */
  told(siteId: number, key: string, day: number): ToldByRule | null {
    return this.floors.get(`${siteId}|${key}`)?.told(day) ?? null;
  }

  /** Portions of each dish; `offered` are those of one course, or of the day. */
  demand(siteId: number, date: IsoDate, offered: readonly OfferedDish[]): readonly DishDemand[] {
    const { rates, spread } = this;
    if (rates === undefined || spread === undefined)
      throw new RangeError(`No portions are known of site ${siteId}`);
    const day = toDay(date);
    const menu = menuOn(this.menus, siteId, day);
    const planned = menu.map(({ dish, course }) => rivalKind(course, this.read(dish)));
    const together = offered.map((dish) => rivalKind(dish.course, dish));
    return offered.map(({ key }, i) => {
      const kind = together[i];
      const count = (kinds: readonly string[]) => kinds.filter((other) => other === kind).length;
      const own = this.rows.get(siteId)?.get(key) ?? [];
      const rivals = Math.max(count(together), count(planned));
      const strata = stream(`portions|${date}|${siteId}|${key}`);
      const told = this.told(siteId, key, day);
      if (told !== null) return demandOf(ruleDraws(told, strata));
      const found = expectedPortions(own, rates.prior(siteId, key, kind), day, rivals);
      return demandOf(spread.draws(found, day, strata));
    });
  }
}

function demandOf(draws: Float64Array): DishDemand {
  return new DrawnDemand(draws.reduce((sum, draw) => sum + draw, 0) / draws.length, draws);
}

/** Each row told from the rows of its dish before it, and from other days' rates. */
function trialsOf(
  site: number,
  byDish: ReadonlyMap<string, readonly PortionRow[]>,
  rates: PortionRates,
): Trial[] {
  return [...byDish].flatMap(([key, rows]) =>
    rows.flatMap((row, i) => {
      if (row.soldOut) return [];
      const before = rows.slice(Math.max(0, i - 60), i);
      const found = expectedPortions(before, rates.prior(site, key, row.kind, row.day), row.day, row.rivals);
      return [{ ...found, key, day: row.day, taken: row.taken }];
    }),
  );
}

/** A share of a sum is known of what is a choice only: every dish beside another of its course, but for a few. */
function isAllChoice(
  history: TakeUpHistory,
  site: number,
  counted: readonly PortionRow[],
  lastDay: number,
): boolean {
  const servings = history.servings.filter(({ siteId }) => siteId === site);
  const chosen = offersOf({ ...history, servings }, lastDay).reduce(
    (sum, { rows }) => sum + rows.filter(({ taken }) => !Number.isNaN(taken)).length,
    0,
  );
  return chosen >= nearlyAll * counted.length;
}

/** Against shares, in the same proportions, of the day's sum, which is told from the sums before as a dish is. */
function isBetterThanShares(trials: readonly Trial[]): boolean {
  const days = [...Map.groupBy(trials, ({ day }) => day)].sort(([a], [b]) => a - b);
  const sums: PortionRow[] = [];
  let [total, alone, shared] = [0, 0, 0];
  for (const [day, own] of days) {
    const expected = own.reduce((sum, { mean }) => sum + mean, 0);
    const told = sums.length > 0 ? expectedPortions(sums, total / sums.length, day, 1).mean : expected;
    for (const { mean, taken } of own) {
      alone += Math.abs(taken - mean);
      shared += Math.abs(taken - (expected > 0 ? (told * mean) / expected : 0));
    }
    const taken = own.reduce((sum, row) => sum + row.taken, 0);
    sums.push({ day, key: '', kind: '', taken, soldOut: false, rivals: 1 });
    total += taken;
  }
  return alone < clearlyBetter * shared;
}

/** Upper bounds of classes of expected portions, each with a shape of its own; what the others lend it. */
const classes = [4, 15, 40] as const;
const borrowed = 0.05;
/** Trials that a usual weekday counts for, and fewest from which anything is learned. */
const assumedTrials = 30;
/** φ and ψ before, and days of its own from which a dish is well known. */
const assumedRatios = [0.1, 0.1] as const;
const wellKnown = 1.5;

const classOf = (mean: number) => {
  const found = classes.findIndex((bound) => mean < bound);
  return found < 0 ? classes.length : found;
};

/**
 * How counts lie around what was expected of them: variance f + f² (φ + ψ ÷ (n + 1)), n the weight of the dish's own
 * days, so that a dish served once or twice has a wide range; quantiles of the standardised errors by size; a width for
 * each weekday.
 */
class Spread {
  private readonly ratios: readonly [always: number, unknown: number];
  /** ψ where new dishes were too few to learn it from: then no range of one is narrower. */
  private readonly leastUnknown: number;
  private readonly shapes: readonly StandardisedQuantiles[];
  private readonly weekdays = new Float64Array(8).fill(1);

  constructor(trials: readonly Trial[]) {
    const learned = learnRatios(trials);
    this.ratios = learned ?? assumedRatios;
    this.leastUnknown = learned === null ? assumedRatios[1] : 0;
    const z = Float64Array.from(trials, (trial) => (trial.taken - trial.mean) / this.deviation(trial));
    const size = trials.map(({ mean }) => classOf(mean));
    this.shapes = [0, 1, 2, 3].map((own) =>
      trials.length < assumedTrials
        ? normalShape
        : weightedQuantiles(
            z,
            Float64Array.from(size, (one) => (one === own ? 1 : borrowed)),
          ),
    );
    const usual = z.reduce((sum, error) => sum + Math.abs(error), 0) / Math.max(1, z.length);
    for (let w = 1; w <= 7 && usual > 0; w++) {
      const own = z.filter((_, i) => weekday(trials[i].day) === w);
      const sum = own.reduce((total, error) => total + Math.abs(error), assumedTrials * usual);
      this.weekdays[w] = sum / (own.length + assumedTrials) / usual;
    }
  }

  private deviation({ mean, days }: Expectation): number {
    const [always, unknown] = this.ratios;
    return Math.sqrt(mean + mean ** 2 * (always + unknown / (days + 1))) || 1;
  }

  draws(found: Expectation, day: number, strata: Uint16Array): Float64Array {
    const { mean, days } = found;
    const least = Math.sqrt(mean + (this.leastUnknown * mean ** 2) / (days + 1));
    const width = this.deviation(found) * this.weekdays[weekday(day)];
    const shape = this.shapes[classOf(mean)];
    const median = errorAt(shape, 0.5);
    return Float64Array.from(strata, (stratum) => {
      const error = width * (errorAt(shape, (stratum + 0.5) / drawCount) - median);
      // No range is narrower than that of a Poisson count.
      const chance = least * normalQuantiles[stratum];
      const apart = chance < 0 ? Math.min(error, chance) : Math.max(error, chance);
      return Math.max(0, Math.round(mean + width * median + apart));
    });
  }
}

/**
 * φ and ψ by the method of moments: from dishes with hardly a day of their own, and from those that are well known;
 * `null` where either are too few.
 */
function learnRatios(trials: readonly Trial[]): readonly [always: number, unknown: number] | null {
  const moments = (own: readonly Trial[]) => {
    const scale = own.reduce((sum, { mean }) => sum + mean ** 2, 0);
    const over = (of: (trial: Trial) => number) => own.reduce((sum, trial) => sum + of(trial), 0) / scale;
    return {
      ratio: over(({ mean, taken }) => (taken - mean) ** 2 - mean),
      unknown: over(({ mean, days }) => mean ** 2 / (days + 1)),
    };
  };
  const [known, hardly] = [
    trials.filter(({ days }) => days >= wellKnown),
    trials.filter(({ days }) => days < wellKnown),
  ];
  if (Math.min(known.length, hardly.length) < assumedTrials) return null;
  const [a, b] = [moments(known), moments(hardly)];
  const unknown = Math.max(0, (b.ratio - a.ratio) / (b.unknown - a.unknown));
  return [Math.max(0, a.ratio - unknown * a.unknown), Number.isFinite(unknown) ? unknown : 0];
}
