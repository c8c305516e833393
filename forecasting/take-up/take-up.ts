import { toDay } from '../calendar/day.ts';
import type { Course, IsoDate } from '../domain/records.ts';
import type {
  DishDemand,
  Distribution,
  Hooks,
  OfferedDish,
  TakeUp,
  TakeUpBasis,
  TakeUpModel,
} from '../domain/types.ts';
import { usualCorrelation } from '../models/pooled-errors.ts';
import { drawCount, normals, SharedNormals, stream } from '../numerics/streams.ts';
import { writeEffects } from './columns.ts';
import { binomialAt } from './counts.ts';
import { courseOf } from './course-of.ts';
import { DrawnDemand, everyDiner } from './demand.ts';
import { dinerDraws } from './diner-draws.ts';
import type { DishFloor, ToldByRule } from './dish-floor.ts';
import { fitTakeUpEffects, type TakeUpFit } from './fit.ts';
import { dishReader, type Offer, offersOf, type TakeUpHistory } from './offers.ts';
import { PlannedDays } from './planned-days.ts';
import { PortionsAlone } from './portions-alone.ts';
import { addScaled, localEffect, Posterior } from './posterior.ts';
import { shareDraws } from './share-draws.ts';
import { drawWithRules, shareFloors } from './share-floor.ts';
import { trainingOf } from './training.ts';

/** Which dishes guests take, learned from what was recorded up to the end of `origin`. */
export function fitTakeUp(history: TakeUpHistory, origin: IsoDate, hooks: Hooks = {}): TakeUpModel {
  hooks.onProgress?.(0);
  const day = toDay(origin);
  const read = dishReader(history);
  const alone = new PortionsAlone(history, read, day);
  const offers = offersOf(history, day).filter(({ siteId }) => !alone.has(siteId));
  const fit = fitTakeUpEffects(trainingOf(offers, day), hooks);
  const planned = new PlannedDays(history.menu, read, day);
  hooks.onProgress?.(1);
  return new FittedTakeUp(origin, fit, planned, alone);
}

/** Site-days with a count, by dish, by family of a course, and by course. */
function countDays(offers: readonly Offer[]): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  for (const { course, rows } of offers) {
    const counted = rows.filter(({ taken }) => !Number.isNaN(taken));
    const names = new Set([
      `course|${course}`,
      ...counted.map(({ family }) => `family|${course}|${family}`),
      ...counted.map(({ key }) => `dish|${key}`),
    ]);
    for (const name of names) days.set(name, (days.get(name) ?? 0) + 1);
  }
  return days;
}

/** The course of dishes that are offered together: that of the first. */
function courseOfAll([first]: readonly OfferedDish[]): Course {
  return courseOf(first?.course ?? null, first?.family ?? null);
}

/** Steps of a share in which its range is found. */
const shareSteps = 2000;

/** q10 and q90 of shares, by counting: far quicker than sorting, and to a twentieth of a percent. */
function shareRange(draws: Float64Array): readonly [low: number, high: number] {
  const counts = new Uint32Array(shareSteps + 1);
  for (const share of draws) {
    const step = Math.round(share * shareSteps);
    counts[step] = counts[step] + 1;
  }
  const at = (p: number) => {
    let [step, sum] = [0, counts[0]];
    while (sum < p * draws.length && step < shareSteps) sum += counts[++step];
    return step / shareSteps;
  };
  return [at(0.1), at(0.9)];
}

interface Drawn {
  readonly draws: readonly Float64Array[];
  readonly means: readonly number[];
  /** What rules say of the dishes that they carry. */
  readonly told: readonly (ToldByRule | null)[];
  /** Every guest takes the only dish: nobody knows better. */
  readonly all: boolean;
}

const ruleOf = (told: ToldByRule | null | undefined) => (told ? { rule: told.rule } : {});

const every: TakeUp = { mean: 1, low: 1, high: 1, basis: 'single-menu', days: 0 };

class FittedTakeUp implements TakeUpModel {
  readonly origin: IsoDate;
  private readonly fit: TakeUpFit;
  private readonly posterior: Posterior;
  private readonly planned: PlannedDays;
  private readonly shared = new SharedNormals();
  private readonly days: ReadonlyMap<string, number>;
  /** What was asked for last: shares and demand of one offer are mostly asked for together. */
  private last: { readonly name: string; readonly drawn: Drawn } | undefined;
  private lastDiners:
    | { readonly name: string; readonly of: Distribution; readonly draws: Float64Array }
    | undefined;

  private readonly alone: PortionsAlone;
  private readonly floors: ReadonlyMap<number, DishFloor>;

  constructor(origin: IsoDate, fit: TakeUpFit, planned: PlannedDays, alone: PortionsAlone) {
    this.alone = alone;
    this.origin = origin;
    this.fit = fit;
    this.posterior = new Posterior(fit);
    this.planned = planned;
    this.days = countDays(fit.training.offers);
    this.floors = shareFloors(fit, toDay(origin));
  }

  guestsUnknown(siteId: number): boolean {
    return this.alone.has(siteId);
  }

  shares(siteId: number, date: IsoDate, offered: readonly OfferedDish[]): readonly TakeUp[] {
    if (this.alone.has(siteId)) return this.partsOfPortions(siteId, date, offered);
    const { draws, means, told, all } = this.drawn(siteId, date, offered);
    if (all) return [every];
    return offered.map((dish, i) => {
      const [low, high] = shareRange(draws[i]);
      const basis = this.basis(siteId, courseOfAll(offered), dish);
      return { mean: means[i], low, high, ...basis, ...ruleOf(told[i]) };
    });
  }

  demand(
    siteId: number,
    date: IsoDate,
    offered: readonly OfferedDish[],
    diners: Distribution | null,
    correlation = usualCorrelation,
  ): readonly DishDemand[] {
    if (this.alone.has(siteId)) return this.alone.demand(siteId, date, offered);
    if (diners === null) throw new RangeError(`Dishes of site ${siteId} are shares of its guests`);
    const { draws, means, all } = this.drawn(siteId, date, offered);
    const present = this.diners(siteId, date, diners, correlation);
    if (all) return [everyDiner(diners, present)];
    return portions(present, draws, `${date}|${siteId}`, offered).map(
      (taken, i) => new DrawnDemand(diners.mean * means[i], taken),
    );
  }

  /** Of guests nobody knows the share: what each dish is of the portions of all. */
  private partsOfPortions(siteId: number, date: IsoDate, offered: readonly OfferedDish[]): readonly TakeUp[] {
    const demands = this.alone.demand(siteId, date, offered);
    const all = demands.reduce((sum, { mean }) => sum + mean, 0);
    return demands.map(({ mean, draws }, i) => {
      const parts = draws.map((_, d) => {
        const total = demands.reduce((sum, demand) => sum + demand.draws[d], 0);
        return total > 0 ? draws[d] / total : 1 / demands.length;
      });
      const [low, high] = shareRange(parts);
      const days = this.alone.daysOf(siteId, offered[i].key);
      return {
        mean: all > 0 ? mean / all : 1 / demands.length,
        low,
        high,
        basis: days > 0 ? 'dish-at-site' : 'family',
        days,
        ...ruleOf(this.alone.told(siteId, offered[i].key, toDay(date))),
      };
    });
  }

  private diners(siteId: number, date: IsoDate, of: Distribution, correlation: number): Float64Array {
    const name = `${siteId}|${date}|${correlation}`;
    if (this.lastDiners?.name !== name || this.lastDiners.of !== of) {
      this.lastDiners = { name, of, draws: dinerDraws(siteId, date, of, correlation, this.shared) };
    }
    return this.lastDiners.draws;
  }

  private drawn(siteId: number, date: IsoDate, offered: readonly OfferedDish[]): Drawn {
    const name = JSON.stringify([siteId, date, offered]);
    if (this.last?.name !== name) this.last = { name, drawn: this.draw(siteId, date, offered) };
    return this.last.drawn;
  }

  private draw(siteId: number, date: IsoDate, offered: readonly OfferedDish[]): Drawn {
    if (offered.length === 0) return { draws: [], means: [], told: [], all: false };
    const course = courseOfAll(offered);
    const withNone = this.fit.counted.has(course);
    if (offered.length === 1 && !withNone) {
      return { draws: [new Float64Array(drawCount).fill(1)], means: [1], told: [null], all: true };
    }
    const utilities = this.utilities(siteId, date, course, offered);
    const shape = {
      names: offered.map(({ key }) => `${date}|${key}`),
      site: `${date}|${siteId}|${course}`,
      withNone,
      rho: this.fit.dispersion.of(course),
      together: this.fit.dispersion.together,
      shared: this.shared,
    };
    const told = offered.map(({ key }) => this.told(siteId, key, toDay(date)));
    const draws = drawWithRules(utilities, told, withNone, () => shareDraws(utilities, shape));
    const known = this.days.has(`course|${course}`);
    const means = draws.map((own) =>
      known ? own.reduce((sum, share) => sum + share, 0) / drawCount : 1 / offered.length,
    );
    return { draws, means, told, all: false };
  }

  private told(siteId: number, key: string, day: number): ToldByRule | null {
    const at = this.fit.training.dishesAtSite.find(siteId, key);
    return (at === undefined ? undefined : this.floors.get(at))?.told(day) ?? null;
  }

  private basis(
    siteId: number,
    course: Course,
    { key, family }: OfferedDish,
  ): { readonly basis: TakeUpBasis; readonly days: number } {
    const { dishesAtSite } = this.fit.training;
    const at = dishesAtSite.find(siteId, key);
    const here = at === undefined ? 0 : dishesAtSite.days[at];
    if (here > 0) return { basis: 'dish-at-site', days: here };
    const elsewhere = this.days.get(`dish|${key}`) ?? 0;
    if (elsewhere > 0) return { basis: 'dish', days: elsewhere };
    const ofFamily = family === null ? 0 : (this.days.get(`family|${course}|${family}`) ?? 0);
    if (ofFamily > 0) return { basis: 'family', days: ofFamily };
    return { basis: 'course', days: this.days.get(`course|${course}`) ?? 0 };
  }

  /** Draws of the utility of each dish; errors in shared effects are the same at all sites. */
  private utilities(
    siteId: number,
    date: IsoDate,
    course: Course,
    offered: readonly OfferedDish[],
  ): readonly Float64Array[] {
    const { training, dishes, courses } = this.fit;
    const day = toDay(date);
    const lastDays = offered.map(({ key }) => {
      const counted = training.lastDay.get(`${siteId}|${key}`) ?? null;
      return this.planned.before(siteId, key, day) ?? counted;
    });
    const ofCourse = localEffect(courses, training.coursesAtSite.find(siteId, course));
    return offered.map(({ key }, i) => {
      const own = localEffect(dishes, training.dishesAtSite.find(siteId, key));
      const draws = new Float64Array(drawCount);
      let mean = ofCourse.value + own.value;
      writeEffects({ course, day, dishes: offered, lastDays }, i, (group, effect, weight) => {
        mean += this.posterior.add(group, effect, weight, draws);
      });
      addScaled(draws, normals(`site|${siteId}|${course}`), ofCourse.sd);
      const noise = normals(`site|${siteId}|${course}|${key}`);
      for (let d = 0; d < drawCount; d++) {
        draws[d] = mean + (1 - own.trust) * draws[d] + own.sd * noise[d];
      }
      return draws;
    });
  }
}

/** Whole portions: of the guests of each imagined day, each takes one dish or none. */
function portions(
  diners: Float64Array,
  shares: readonly Float64Array[],
  name: string,
  offered: readonly OfferedDish[],
): readonly Float64Array[] {
  const left = Float64Array.from(diners);
  const rest = new Float64Array(drawCount).fill(1);
  return shares.map((own, j) => takePortions(left, rest, own, stream(`portions|${name}|${offered[j]?.key}`)));
}

/** Takes what is taken of one dish from the guests and the shares that are left. */
function takePortions(
  left: Float64Array,
  rest: Float64Array,
  own: Float64Array,
  strata: Uint16Array,
): Float64Array {
  const taken = new Float64Array(drawCount);
  for (let i = 0; i < drawCount; i++) {
    const among = rest[i];
    const share = own[i];
    const p = share < among - 1e-12 ? share / among : 1;
    const count = binomialAt(left[i], p, strata[i]);
    taken[i] = count;
    left[i] = left[i] - count;
    rest[i] = among - share;
  }
  return taken;
}
