import type { History, IsoDate } from '../../../forecasting/domain/records.ts';
import type { CourseDish } from '../../../forecasting/orders/course-groups.ts';
import type { DishIndex } from '../dishes/dish-index.ts';

/** What each site serves on each day of a period, in serving order: its own menu where it has one, else everybody's. */
export class DayMenus {
  readonly #byPlace: ReadonlyMap<string, readonly CourseDish[]>;

  constructor({ menu }: Pick<History, 'menu'>, dishes: DishIndex, from: IsoDate, to: IsoDate) {
    const items = menu.filter(({ date }) => from <= date && date <= to);
    const grouped = Map.groupBy(items, ({ siteId, date }) => `${siteId ?? ''} ${date}`);
    this.#byPlace = new Map(
      [...grouped].map(([place, own]) => [
        place,
        own
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ dish, course, choice }) => {
            const { key, family } = dishes.of(dish);
            return { dish, key, family, course, choice };
          })
          .filter(({ key }) => key !== ''),
      ]),
    );
  }

  of(siteId: number, date: IsoDate): readonly CourseDish[] {
    return this.#byPlace.get(`${siteId} ${date}`) ?? this.#byPlace.get(` ${date}`) ?? [];
  }
}
