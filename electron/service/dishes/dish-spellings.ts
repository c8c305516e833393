import { fold } from '../../../db/fold.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { ServiceError } from '../context/errors.ts';
import { listDishes } from './dishes.ts';

/**
 * A dish as the menus write it. What it answers throws where no menu has the dish: a new name would be a new dish. Where
 * there are no menus any name will do.
 */
export function dishSpellings(db: ReadonlyDatabase): (asked: string) => string {
  const names = listDishes(db).flatMap(({ name, spellings }) => [name, ...spellings]);
  const byFold = new Map(names.toReversed().map((name) => [fold(name), name]));
  return (asked) => {
    const found = byFold.get(fold(asked));
    if (found === undefined && names.length > 0) {
      throw new ServiceError('not-found', (t) => t.errors.dishNotFound(asked));
    }
    return found ?? asked;
  };
}
