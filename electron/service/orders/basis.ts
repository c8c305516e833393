import type { Database } from '../../../db/open.ts';
import { keepBasis } from '../../../db/order-basis.ts';
import { readProvision, type StoredProvision } from '../../../db/provision/read-provision.ts';
import type { CourseLevels } from '../../../forecasting/orders/course-levels.ts';
import { type DishRules, dishRules, scopeKey } from '../../../forecasting/orders/rules-of-dish.ts';
import type { Moment, PackRule, PortionRule } from '../../../forecasting/records.ts';
import { readSettings } from '../settings.ts';

/** What is kept when an order is frozen, so that its dishes stay as they were. */
interface Basis {
  readonly courseLevels: CourseLevels;
  readonly portions: readonly PortionRule[];
  /** What is on hand is counted on, whenever it is: it is no part of how a dish is ordered. */
  readonly packs: readonly Omit<PackRule, 'stocks'>[];
}

/** What the dishes of a day are worked out with. */
export interface Standards {
  readonly courseLevels: CourseLevels;
  readonly rules: DishRules;
  /** When they were kept, with an order; `null`: they are those of now. */
  readonly since: Moment | null;
}

/** The number of what orders are worked out with now. */
export function basisNow(db: Database): number {
  const { portions, packs } = readProvision(db);
  const basis: Basis = {
    courseLevels: readSettings(db).courseLevels,
    portions: portions.map(({ scope, portion }) => ({ scope, portion })),
    packs: packs.map(({ scope, supplierId, sizes, minimum, keeps }) => {
      return { scope, supplierId, sizes, minimum, keeps };
    }),
  };
  return keepBasis(db, basis);
}

/** The standards of now, and those that a basis keeps. */
export class StandardsBook {
  readonly now: Standards;
  readonly #stocks: ReadonlyMap<string, PackRule['stocks']>;
  readonly #kept = new Map<unknown, Omit<Standards, 'since'>>();

  constructor({ portions, packs }: StoredProvision, courseLevels: CourseLevels) {
    this.now = { courseLevels, rules: dishRules(portions, packs), since: null };
    this.#stocks = new Map(packs.map(({ scope, stocks }) => [scopeKey(scope), stocks]));
  }

  /** `content`: what `basisNow` kept. */
  of(content: unknown, since: Moment): Standards {
    const kept = this.#kept.get(content) ?? this.#read(content as Basis);
    this.#kept.set(content, kept);
    return { ...kept, since };
  }

  #read({ courseLevels, portions, packs }: Basis): Omit<Standards, 'since'> {
    const stocked = packs.map((rule) => ({ ...rule, stocks: this.#stocks.get(scopeKey(rule.scope)) ?? [] }));
    return { courseLevels, rules: dishRules(portions, stocked) };
  }
}
