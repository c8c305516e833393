import catalogueList from '../../../assets/sample/provision.json' with { type: 'json' };
import type {
  ByAgeClass,
  OrderRule,
  PackRule,
  PackSize,
  PortionUnit,
} from '../../../forecasting/domain/records.ts';
import type { CatalogueDraft } from '../../api/records.ts';

interface SamplePacks {
  readonly food: string;
  readonly unit: PortionUnit;
  readonly keeps?: boolean;
  readonly sizes: readonly { readonly name: string; readonly amount: number; readonly price: number }[];
}

interface SampleContainers {
  readonly food: string;
  readonly sizes: readonly { readonly name: string; readonly portions: ByAgeClass<number> }[];
}

interface SampleSupplier {
  readonly name: string;
  readonly rule: OrderRule;
  readonly packs: readonly SamplePacks[];
}

interface SampleDiners {
  readonly site: string;
  readonly adults: number;
  readonly noPork: number;
  readonly vegetarian: number;
  readonly allergy: number;
  readonly note: string;
}

const catalogue = catalogueList as {
  readonly kitchen: { readonly name: string; readonly pools: boolean };
  readonly suppliers: readonly SampleSupplier[];
  readonly containers: readonly SampleContainers[];
  readonly guests: readonly SampleDiners[];
};

/** Who cooks for the sample canteens and who sells to them; their numbers are given when they are kept. */
export const sampleHouses: readonly CatalogueDraft[] = [
  { type: 'kitchen', kitchen: { id: null, ...catalogue.kitchen } },
  ...catalogue.suppliers.map(
    ({ name, rule }): CatalogueDraft => ({ type: 'supplier', supplier: { id: null, name, rule } }),
  ),
];

const packRule = (
  food: string,
  supplierId: number | null,
  sizes: readonly PackSize[],
  keeps: boolean,
): CatalogueDraft => {
  const rule: PackRule = { scope: { type: 'food', food }, supplierId, sizes, minimum: 0, keeps, stocks: [] };
  return { type: 'pack', rule };
};

const bought = ({ food, unit, keeps = false, sizes }: SamplePacks, supplierId: number | null) =>
  packRule(
    food,
    supplierId,
    sizes.map(({ name, amount, price }) => ({ name, content: { type: 'amount', amount, unit }, price })),
    keeps,
  );

const carried = ({ food, sizes }: SampleContainers) =>
  packRule(
    food,
    null,
    sizes.map(({ name, portions }) => ({ name, content: { type: 'portions', portions }, price: null })),
    false,
  );

/** Packs, containers and guests of the sample, for the numbers that its houses and sites have got. */
export function sampleCatalogue(
  kitchenId: number | null,
  supplierOf: (name: string) => number | null,
  siteOf: (name: string) => number | null,
): readonly CatalogueDraft[] {
  const diners = catalogue.guests.flatMap(
    ({ site, adults, noPork, vegetarian, allergy, note }): CatalogueDraft[] => {
      const siteId = siteOf(site);
      const diets = { noPork, vegetarian, allergy };
      return siteId === null
        ? []
        : [{ type: 'guests', diners: { siteId, kitchenId, shares: null, adults, diets, samples: 1, note } }];
    },
  );
  const packs = catalogue.suppliers.flatMap(({ name, packs: own }) =>
    own.map((pack) => bought(pack, supplierOf(name))),
  );
  return [...packs, ...catalogue.containers.map(carried), ...diners];
}
