import type { EntryFinding } from '../domain/entry-records.ts';
import type { ByDinerGroup, DishRecord, MealRecord } from '../domain/meal-records.ts';
import type { ClosedReason, Course } from '../domain/records.ts';
import type { UnusualCount } from './usual-range.ts';

export type RecordCode =
  | 'future'
  | 'closed-day'
  | 'above-usual'
  | 'below-usual'
  | 'above-seats'
  | 'left-above-prepared'
  | 'left-above-ordered'
  | 'ran-out-with-left'
  | 'served-above-prepared'
  | 'thrown-above-left'
  | 'course-far-from-diners'
  | 'much-thrown';

/** What is odd and may be true all the same; the others contradict each other, or cannot be. */
export const oddities: ReadonlySet<string> = new Set<RecordCode>([
  'closed-day',
  'above-usual',
  'below-usual',
  'above-seats',
  'left-above-ordered',
  'course-far-from-diners',
  'much-thrown',
]);

/** What is known of the site and the day. */
export interface RecordFacts {
  readonly today: string;
  /** `null`: the site serves. */
  readonly closed: ClosedReason | 'strike' | null;
  readonly seats: number | null;
  /** What is unusual about the children served; `null`: nothing. */
  readonly unusual: UnusualCount | null;
  /** Meals that there were where nobody recorded how many were prepared: the order or the head count; `null`: not known. */
  readonly provided: number | null;
  /** Course and grams of a portion of each dish, in their order; `null`: not known. */
  readonly dishes: readonly { readonly course: Course | null; readonly grams: number | null }[];
}

/** Times the seats: two sittings of a full hall are more, but then the seats are those of both. */
const timesSeats = 1.2;
/** Dishes of one course together, against the diners: some take none, hardly anybody takes two. */
const courseBounds = { least: 0.5, most: 1.25 };
/** Grams thrown for each diner that hardly ever are. */
const mostGrams = 600;

type Finding = EntryFinding<RecordCode>;
type Values = Readonly<Record<string, number | string>>;

const check = (field: string, code: RecordCode, values: Values = {}): Finding => ({
  field,
  code,
  severity: 'check',
  values,
});

/** Children by class or in one; `null`: not recorded. */
export function childrenOf({ children, M, E, C }: ByDinerGroup): number | null {
  const byClass = [M, E, C].filter((count) => count !== undefined);
  return children ?? (byClass.length > 0 ? byClass.reduce((sum, count) => sum + count, 0) : null);
}

/**
 * What is wrong or odd about a record, beside the field where it stands. Only a day to come is refused; all else is
 * kept as it was entered, and a dish whose figures contradict each other teaches nothing (see `learnedServing`).
 */
export function checkRecord(record: MealRecord, facts: RecordFacts): readonly Finding[] {
  const { date, dishes } = record;
  const children = childrenOf(record.served);
  if (date > facts.today) return [{ field: 'date', code: 'future', severity: 'refused', values: { date } }];
  return [
    ...(facts.closed && (children ?? 0) > 0 ? [check('date', 'closed-day', { reason: facts.closed })] : []),
    ...checkServed(children, facts),
    ...portions('', record),
    ...checkLeft(record, facts),
    ...dishes.flatMap((dish, i) => checkDish(`dishes.${i}.`, dish)),
    ...checkCourses(record, children, facts),
    ...checkThrown(record, children, facts),
  ];
}

function checkServed(children: number | null, { seats, unusual }: RecordFacts): readonly Finding[] {
  if (children === null) return [];
  if (unusual) {
    const { count, low, usual, high, way } = unusual;
    const values = { count, low: Math.round(low), usual: Math.round(usual), high: Math.round(high) };
    return [check('served', way === 'above' ? 'above-usual' : 'below-usual', values)];
  }
  return seats !== null && children > timesSeats * seats
    ? [check('served', 'above-seats', { count: children, seats })]
    : [];
}

/** What both the meals of a site and the portions of a dish must satisfy. */
function portions(
  prefix: string,
  { prepared, left }: { readonly prepared: number | null; readonly left: number | null },
): readonly Finding[] {
  return prepared !== null && left !== null && left > prepared
    ? [check(`${prefix}left`, 'left-above-prepared', { left, prepared })]
    : [];
}

/** More is left than there can have been. */
function checkLeft({ prepared, left }: MealRecord, { provided }: RecordFacts): readonly Finding[] {
  return prepared === null && left !== null && provided !== null && left > provided
    ? [check('left', 'left-above-ordered', { left, provided })]
    : [];
}

function checkDish(prefix: string, dish: DishRecord): readonly Finding[] {
  const { prepared, served, left, ranOut, reused, thrown } = dish;
  const gone = (reused ?? 0) + (thrown ?? 0);
  return [
    ...portions(prefix, dish),
    ...(ranOut && left !== null && left > 0 ? [check(`${prefix}ranOut`, 'ran-out-with-left', { left })] : []),
    ...(prepared !== null && served !== null && served > prepared
      ? [check(`${prefix}served`, 'served-above-prepared', { served, prepared })]
      : []),
    ...(left !== null && gone > left
      ? [check(`${prefix}thrown`, 'thrown-above-left', { thrown: gone, left })]
      : []),
  ];
}

function checkCourses(
  { dishes, served }: MealRecord,
  children: number | null,
  facts: RecordFacts,
): readonly Finding[] {
  if (children === null || children === 0) return [];
  const diners = children + (served.A ?? 0);
  const counted = dishes.flatMap((dish, i) => {
    const course = facts.dishes[i]?.course ?? null;
    const learned = learnedServing(dish);
    return course === null || learned === null ? [] : [{ i, course, portions: learned.served, dish }];
  });
  return [...Map.groupBy(counted, ({ course }) => course).values()].flatMap((own) => {
    const sum = own.reduce((all, { portions: one }) => all + one, 0);
    const short = own.some(({ dish }) => dish.ranOut);
    const far =
      sum > courseBounds.most * diners || (!short && sum < courseBounds.least * diners && own.length > 1);
    const [first] = own;
    return far && first
      ? [check(`dishes.${first.i}.served`, 'course-far-from-diners', { portions: sum, diners })]
      : [];
  });
}

function checkThrown(
  { dishes, served }: MealRecord,
  children: number | null,
  facts: RecordFacts,
): readonly Finding[] {
  const diners = (children ?? 0) + (served.A ?? 0);
  if (diners === 0) return [];
  const grams = dishes.reduce((sum, { thrown }, i) => sum + (thrown ?? 0) * (facts.dishes[i]?.grams ?? 0), 0);
  const perDiner = grams / diners;
  return perDiner > mostGrams
    ? [check('dishes', 'much-thrown', { perDiner: Math.round(perDiner), kilograms: grams / 1000 })]
    : [];
}

/** What a dish's record teaches. */
export interface LearnedServing {
  readonly served: number;
  readonly prepared: number | null;
  /** 0 where it ran out: demand was then at least what was served. */
  readonly left: number | null;
}

/**
 * Portions served of a dish: as recorded, else what was prepared less what was left. Demand is that where something
 * was left, and at least that where the dish ran out. `null` where nothing can be told, or the figures contradict
 * each other.
 */
export function learnedServing({ prepared, served, left, ranOut }: DishRecord): LearnedServing | null {
  if (ranOut && left !== null && left > 0) return null;
  if (prepared !== null && left !== null && left > prepared) return null;
  if (prepared !== null && served !== null && served > prepared) return null;
  const rest = ranOut ? 0 : left;
  const taken = served ?? (prepared !== null && rest !== null ? prepared - rest : null);
  return taken === null ? null : { served: taken, prepared: ranOut ? taken : prepared, left: rest };
}
