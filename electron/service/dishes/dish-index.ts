import type { ReadonlyDatabase } from '../../../db/open.ts';
import { normaliseDish } from '../../../forecasting/dishes/dish.ts';
import { familyOf } from '../../../forecasting/dishes/family-of.ts';
import type { MenuItem } from '../../../forecasting/domain/records.ts';
import type { MenuDish } from '../../api/records.ts';
import { SpellingCorrections } from './dishes.ts';

type KnownDish = Pick<MenuDish, 'key' | 'name' | 'family' | 'markers'>;

/** What is known of a dish as written: each spelling is looked up once. */
export class DishIndex {
  readonly #corrections: SpellingCorrections;
  readonly #known = new Map<string, KnownDish>();

  constructor(db: ReadonlyDatabase) {
    this.#corrections = new SpellingCorrections(db);
  }

  of(text: string): KnownDish {
    const kept = this.#known.get(text);
    if (kept !== undefined) {
      return kept;
    }
    const { key: ownKey, name, markers } = normaliseDish(text);
    const key = this.#corrections.rootOf(ownKey);
    const known = { key, name, markers, family: this.#corrections.familyOf(key) ?? familyOf(key) };
    this.#known.set(text, known);
    return known;
  }

  menuDish({ dish, course, choice }: Pick<MenuItem, 'dish' | 'course' | 'choice'>): MenuDish {
    return { ...this.of(dish), dish, course, choice };
  }
}
