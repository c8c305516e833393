import { readCatalogue, type StoredCatalogue } from '../../../db/catalogue/read-catalogue.ts';
import { fold } from '../../../db/fold.ts';
import type { Database } from '../../../db/open.ts';
import { saveCatalogueSnapshot } from '../../../db/order-basis.ts';
import type { Moment, PackRule, PortionRule } from '../../../forecasting/domain/records.ts';
import type { CourseLevels } from '../../../forecasting/orders/course-levels.ts';
import { type DishRules, dishRules, scopeKey } from '../../../forecasting/orders/rules-of-dish.ts';
import { readSettings } from '../context/settings.ts';

/**
 * What is on hand is counted on, whenever it is: it is no part of how a dish is ordered. The supplier by its name too:
 * another one may have its number later.
 */
type SnapshotPackRule = Omit<PackRule, 'stocks'> & { readonly supplier: string | null };

/** What is kept when an order is frozen, so that its dishes stay as they were. */
interface SnapshotContent {
  readonly courseLevels: CourseLevels;
  readonly portions: readonly PortionRule[];
  readonly packs: readonly SnapshotPackRule[];
  /** Absent: kept before there were purchase factors; then no default one counts, so that its dishes stay. */
  readonly purchaseFactors?: true;
}

/** A portion as an earlier version kept it. */
type PortionWithLoss = Omit<PortionRule['portion'], 'purchaseFactor'> & { readonly cookingLoss: number };

/** What the dishes of a day are worked out with. */
export interface CatalogueSnapshot {
  readonly courseLevels: CourseLevels;
  readonly rules: DishRules;
  /** When they were kept, with an order; `null`: they are those of now. */
  readonly since: Moment | null;
}

/** The number of what orders are worked out with now. */
export function currentSnapshotId(db: Database): number {
  const { portions, packs, suppliers } = readCatalogue(db);
  const names = new Map(suppliers.map(({ id, name }) => [id, name]));
  const basis: SnapshotContent = {
    courseLevels: readSettings(db).courseLevels,
    portions: portions.map(({ scope, portion }) => ({ scope, portion })),
    packs: packs.map(({ scope, supplierId, sizes, minimum, keeps }) => {
      return { scope, supplierId, supplier: names.get(supplierId ?? 0) ?? null, sizes, minimum, keeps };
    }),
    purchaseFactors: true,
  };
  return saveCatalogueSnapshot(db, basis);
}

/** The standards of now, and those that a basis keeps. */
export class CatalogueSnapshots {
  readonly now: CatalogueSnapshot;
  readonly #packs: ReadonlyMap<string, PackRule>;
  /** By their folded names. */
  readonly #suppliers: ReadonlyMap<string, number>;
  readonly #kept = new Map<unknown, Omit<CatalogueSnapshot, 'since'>>();

  constructor({ portions, packs, suppliers }: StoredCatalogue, courseLevels: CourseLevels) {
    this.now = { courseLevels, rules: dishRules(portions, packs), since: null };
    this.#packs = new Map(packs.map((rule) => [scopeKey(rule.scope), rule]));
    this.#suppliers = new Map(suppliers.map(({ id, name }) => [fold(name), id]));
  }

  /** `content`: what `basisNow` kept. */
  of(content: unknown, since: Moment): CatalogueSnapshot {
    const kept = this.#kept.get(content) ?? this.#read(content as SnapshotContent);
    this.#kept.set(content, kept);
    return { ...kept, since };
  }

  #read({
    courseLevels,
    portions,
    packs,
    purchaseFactors,
  }: SnapshotContent): Omit<CatalogueSnapshot, 'since'> {
    const rules = packs.map(({ supplier, ...rule }) => {
      const now = this.#packs.get(scopeKey(rule.scope));
      // Under another name it is the same one only if the packs are still its own.
      const renamed = now?.supplierId === rule.supplierId ? rule.supplierId : null;
      const supplierId = this.#suppliers.get(fold(supplier ?? '')) ?? renamed;
      return { ...rule, supplierId, stocks: now?.stocks ?? [] };
    });
    const hasFactors = purchaseFactors === true;
    const kept = hasFactors ? portions : portions.map(withFactor);
    return { courseLevels, rules: dishRules(kept, rules, hasFactors) };
  }
}

function withFactor({ scope, portion }: PortionRule): PortionRule {
  const { cookingLoss, ...served } = portion as unknown as PortionWithLoss;
  return { scope, portion: { ...served, purchaseFactor: cookingLoss > 0 ? 1 / (1 - cookingLoss) : null } };
}
