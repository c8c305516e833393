import type { ByAgeClass, IsoDate } from '../domain/records.ts';
import type { DishDemand, Distribution, OfferedDish, TakeUp, TakeUpModel } from '../domain/types.ts';
import { DrawnDemand } from '../take-up/demand.ts';
import { allot } from './allot.ts';
import { type CourseDish, type CourseGroup, courseGroups } from './course-groups.ts';
import { type DietCounts, seatDiets } from './diets.ts';
import { withoutOwnMeals } from './diners.ts';
import { orderQuantity } from './service-level.ts';

/** Who eats at a site besides the children that are forecast, and of which classes these are. */
export interface DayDiners {
  /** Shares of the children by class, adding up to 1. */
  readonly shares: ByAgeClass<number>;
  readonly adults: number;
  readonly diets: DietCounts & { readonly allergy: number };
  /** Meals kept aside for the laboratory, of each dish. */
  readonly samples: number;
}

/** One site on one day. */
export interface SiteService {
  readonly siteId: number;
  readonly date: IsoDate;
  /** In serving order. */
  readonly menu: readonly CourseDish[];
  /**
   * Children who come, those with a meal of their own too; `null`: the site counts portions and no guests, and each
   * dish is told from its own counts (`TakeUpModel.guestsUnknown`).
   */
  readonly children: Distribution | null;
  /** Of the errors of two sites on this day (`AttendanceModel.correlation`). */
  readonly correlation: number;
  readonly dayDiners: DayDiners;
}

/** What one site asks of one dish, before a service level is chosen. */
export interface DishNeed {
  readonly siteId: number;
  readonly date: IsoDate;
  readonly dish: CourseDish;
  /** Dishes that compete share a number on one day; `null`: it is the only one. */
  readonly choice: number | null;
  readonly dayDiners: DayDiners;
  readonly takeUp: TakeUp;
  /** Children who ask for it; entry i of the draws is the same day for every dish and site of the date. */
  readonly demand: DishDemand;
  /** Portions for children that suffice on the share `level` of days. */
  children(level: number): number;
  readonly adults: number;
  /** Children of each diet who were counted for this dish. */
  readonly seats: DietCounts;
  /** Children of each diet for whom the course has no dish; said at its first dish. */
  readonly without: DietCounts;
}

type Model = Pick<TakeUpModel, 'shares' | 'demand'>;

/** What a site asks of every dish of its menu, in serving order. */
export function dishNeeds(service: SiteService, model: Model): readonly DishNeed[] {
  const { children, dayDiners } = service;
  const diners = children && withoutOwnMeals(children, dayDiners.diets.allergy);
  return courseGroups(service.menu).flatMap((group, i) => {
    const choice = group.length > 1 ? i + 1 : null;
    return groupNeeds(service, group, diners, model).map((need) => ({ ...need, choice }));
  });
}

function groupNeeds(
  service: SiteService,
  group: CourseGroup,
  diners: Distribution | null,
  model: Model,
): readonly Omit<DishNeed, 'choice'>[] {
  const { siteId, date, dayDiners } = service;
  const offered: readonly OfferedDish[] = group;
  const shares = model.shares(siteId, date, offered);
  const demands = model.demand(siteId, date, offered, diners, service.correlation);
  const dishes = group.map(({ family }, i) => ({ family, draws: drawsOf(demands, i) }));
  const seated = seatDiets(dishes, dayDiners.diets, noneDraws(demands, shares));
  const adults = allot(
    dayDiners.adults,
    shares.map(({ mean }) => mean),
  );
  const nobody = { noPork: 0, vegetarian: 0 };
  return group.map((dish, i) => {
    const draws = seated.draws[i];
    // Where nobody had to move, the demand is the model's own.
    const demand = draws === undefined ? demands[i] : drawn(draws);
    return {
      siteId,
      date,
      dish,
      dayDiners,
      takeUp: shares[i],
      demand,
      children:
        certain(shares, diners, seated.without) ??
        // Nobody takes a dish twice: draws must not ask for more portions than there are meals.
        ((level) => Math.min(orderQuantity(demand, level), mostAt(diners, level))),
      adults: adults[i],
      seats: seated.seats[i] ?? nobody,
      without: i === 0 ? seated.without : nobody,
    };
  });
}

const mostAt = (diners: Distribution | null, level: number) =>
  diners === null ? Number.POSITIVE_INFINITY : orderQuantity(diners, level);

function drawn(draws: Float64Array): DishDemand {
  const sum = draws.reduce((all, draw) => all + draw, 0);
  return new DrawnDemand(sum / draws.length, draws);
}

const drawsOf = (demands: readonly DishDemand[], i: number) => demands[i].draws;

/**
 * Everybody takes the only dish: then the portions are the order itself, to the meal, and not one of draws of it.
 * `null`: that is not so.
 */
function certain(
  [only, another]: readonly TakeUp[],
  diners: Distribution | null,
  without: DietCounts,
): ((level: number) => number) | null {
  if (diners === null || another !== undefined || only?.basis !== 'single-menu') return null;
  const away = without.noPork + without.vegetarian;
  return (level) => Math.max(0, orderQuantity(diners, level) - away);
}

/** Guests of the course who take nothing of it, by imagined day: as many to those who do as the shares say. */
function noneDraws(demands: readonly DishDemand[], shares: readonly TakeUp[]): Float64Array {
  const taking = shares.reduce((sum, { mean }) => sum + mean, 0);
  const ratio = taking > 0 ? Math.max(0, 1 - taking) / taking : 0;
  return Float64Array.from(drawsOf(demands, 0), (_, day) => {
    const sum = demands.reduce((all, { draws }) => all + draws[day], 0);
    return Math.round(sum * ratio);
  });
}
