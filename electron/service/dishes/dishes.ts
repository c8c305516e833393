import {
  listDishCorrections,
  listDishDays,
  type StoredDishCorrection,
  type StoredDishDay,
  saveDishCorrection,
} from '../../../db/dishes.ts';
import type { Database, ReadonlyDatabase } from '../../../db/open.ts';
import { normaliseDish } from '../../../forecasting/dishes/dish.ts';
import { familyOf } from '../../../forecasting/dishes/family-of.ts';
import type { DishKind } from '../../../forecasting/take-up/offers.ts';
import type { DishCorrection, DishFamily, DishMarker, DishSummary, IsoDate } from '../../api/records.ts';
import { dishFamilies } from '../../api/schemas.ts';
import { ServiceError } from '../context/errors.ts';

interface Spelling {
  readonly text: string;
  readonly key: string;
  readonly name: string;
  readonly markers: readonly DishMarker[];
  readonly dates: IsoDate[];
}

function spellingsOf(days: readonly StoredDishDay[]): readonly Spelling[] {
  const spellings = new Map<string, Spelling>();
  for (const { dish, date } of days) {
    const spelling = spellings.get(dish) ?? { text: dish, ...normaliseDish(dish), dates: [] };
    spelling.dates.push(date);
    spellings.set(dish, spelling);
  }
  return [...spellings.values()].filter(({ key }) => key !== '');
}

/** What was said by hand about dishes. */
export class SpellingCorrections {
  readonly #byKey: ReadonlyMap<string, StoredDishCorrection>;

  constructor(db: ReadonlyDatabase) {
    this.#byKey = new Map(listDishCorrections(db).map((correction) => [correction.key, correction]));
  }

  /** The dish that a key stands for after all that was said. */
  rootOf(key: string): string {
    const passed = new Set<string>();
    let root = key;
    for (let next: string | null = key; next !== null && !passed.has(next); ) {
      passed.add(next);
      root = next;
      next = this.#byKey.get(next)?.sameAs ?? null;
    }
    return root;
  }

  /** A family that cannot be read, from a newer version, counts as never said. */
  familyOf(key: string): DishFamily | null {
    const said = this.#byKey.get(key)?.family;
    return dishFamilies.find((family) => family === said) ?? null;
  }

  stored(key: string, name: string): StoredDishCorrection {
    return this.#byKey.get(key) ?? { key, name, family: null, sameAs: null };
  }
}

function record(key: string, spellings: readonly Spelling[], corrections: SpellingCorrections): DishSummary {
  const byUse = spellings.toSorted((a, b) => b.dates.length - a.dates.length);
  const dates = new Set(spellings.flatMap((spelling) => spelling.dates));
  const said = corrections.familyOf(key);
  const others = new Map(byUse.filter((one) => one.key !== key).map((one) => [one.key, one.name]));
  return {
    key,
    name: (byUse.find((one) => one.key === key) ?? byUse[0])?.name ?? key,
    family: said ?? familyOf(key),
    byHand: said !== null,
    markers: [...new Set(spellings.flatMap(({ markers }) => markers))],
    times: dates.size,
    lastServed: [...dates].reduce((last, date) => (date > last ? date : last), ''),
    spellings: byUse.map(({ text }) => text),
    merged: [...others].map(([other, name]) => ({ key: other, name })),
  };
}

/** What a text of a menu or of a serving stands for, after all that was said about dishes. */
export function dishNamer(db: ReadonlyDatabase): (text: string) => DishKind {
  const corrections = new SpellingCorrections(db);
  return (text) => {
    const key = corrections.rootOf(normaliseDish(text).key);
    return { key, family: corrections.familyOf(key) ?? familyOf(key) };
  };
}

/** Every dish of the menus and servings, the most frequent first. */
export function listDishes(db: ReadonlyDatabase): readonly DishSummary[] {
  const corrections = new SpellingCorrections(db);
  const dishes = Map.groupBy(spellingsOf(listDishDays(db)), ({ key }) => corrections.rootOf(key));
  return [...dishes]
    .map(([key, spellings]) => record(key, spellings, corrections))
    .toSorted((a, b) => b.times - a.times || (a.key < b.key ? -1 : 1));
}

/** Keeps what someone says about a dish: its family, or that it is another one under another name. */
export function correctDish({ db }: { readonly db: Database }, correction: DishCorrection): DishSummary {
  const corrections = new SpellingCorrections(db);
  const known = new Map(spellingsOf(listDishDays(db)).map(({ key, name }) => [key, name]));
  const nameOf = (key: string) => {
    const name = known.get(key);
    if (name === undefined) {
      throw new ServiceError('not-found', (t) => t.errors.dishNotFound(key));
    }
    return name;
  };
  const name = nameOf(correction.key);
  if ('family' in correction) {
    const root = corrections.rootOf(correction.key);
    saveDishCorrection(db, { ...corrections.stored(root, name), family: correction.family });
  } else {
    const { key, sameAs } = correction;
    if (sameAs !== null && corrections.rootOf(sameAs) === key) {
      throw new ServiceError('refused', (t) => t.errors.sameDish(name, nameOf(sameAs)));
    }
    nameOf(sameAs ?? key);
    saveDishCorrection(db, { ...corrections.stored(key, name), sameAs });
  }
  return dishNow(db, correction.key);
}

function dishNow(db: ReadonlyDatabase, key: string): DishSummary {
  const root = new SpellingCorrections(db).rootOf(key);
  const found = listDishes(db).find((dish) => dish.key === root);
  if (found === undefined) {
    throw new ServiceError('not-found', (t) => t.errors.dishNotFound(key));
  }
  return found;
}
