import type { Course, DishFamily } from '../domain/records.ts';
import type { OfferedDish } from '../domain/types.ts';

/** One line of a day's menu. */
export interface CourseDish extends OfferedDish {
  /** As the menu writes it. */
  readonly dish: string;
  /** Dishes of one choice share a number; `null` where there is no choice. */
  readonly choice: number | null;
}

/** Dishes of which a guest takes one. */
export type CourseGroup = readonly [CourseDish, ...CourseDish[]];

/** What a menu file says that is no dish ("menu de dépannage", "grève"). */
const noDish: DishFamily = 'note';

/**
 * The dishes of a day that compete, in serving order. Dishes of one choice do; so do several main dishes without
 * a number, because nobody eats two mains: the second is the substitute.
 */
export function courseGroups(menu: readonly CourseDish[]): readonly CourseGroup[] {
  const groups = new Map<string, [CourseDish, ...CourseDish[]]>();
  for (const [i, dish] of menu.filter(({ family }) => family !== noDish).entries()) {
    const name = groupName(dish, i);
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [dish]);
    // A menu may name a dish twice: it is cooked once.
    else if (!known.some(({ key }) => key === dish.key)) known.push(dish);
  }
  return [...groups.values()];
}

function groupName({ choice, course, key }: CourseDish, i: number): string {
  if (choice !== null) return `choice ${choice}`;
  const together: Course = 'main';
  return course === together ? together : `dish ${key === '' ? i : key}`;
}
