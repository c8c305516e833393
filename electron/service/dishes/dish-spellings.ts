import { fold } from '../../../db/fold.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { ServiceError } from '../context/errors.ts';
import { listDishes } from './dishes.ts';

/** A dish as the menus write it; `null`: no menu has it. Where there are no menus any name will do. */
export function spellingsOf(db: ReadonlyDatabase): (asked: string) => string | null {
  const names = listDishes(db).flatMap(({ name, spellings }) => [name, ...spellings]);
  const byFold = new Map(names.toReversed().map((name) => [fold(name), name]));
  return (asked) => byFold.get(fold(asked)) ?? (names.length > 0 ? null : asked);
}

/** The same; what it answers throws where no menu has the dish: a new name would be a new dish. */
export function dishSpellings(db: ReadonlyDatabase): (asked: string) => string {
  const spelling = spellingsOf(db);
  return (asked) => {
    const found = spelling(asked);
    if (found === null) throw new ServiceError('not-found', (t) => t.errors.dishNotFound(asked));
    return found;
  };
}
