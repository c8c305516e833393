import type { Kitchen } from '../../../../electron/api/records.ts';
import { messagesIn } from '../../../../electron/service/messages/messages.ts';
import type { DayTable } from '../../../../electron/service/purchase-orders/day-table.ts';
import { makeDishPlan } from '../../../../electron/service/purchase-orders/make-dish-plan.ts';
import { dishRules } from '../../../../forecasting/orders/rules-of-dish.ts';
import { defaultDiners, splitDiners } from '../../../../forecasting/orders/site-diners.ts';
import { carrots, exactly, fixedShares } from '../../../forecasting/orders/take-up-examples.ts';

const place: Kitchen = {
  place: 'site-1',
  kitchenId: null,
  siteId: 1,
  name: 'Jean Jaurès',
  pools: false,
  siteIds: [1],
};
const scope = { type: 'dish' as const, key: carrots.key };
const amounts = { M: 10, E: 10, C: 10, A: 10 };
const rules = dishRules(
  [{ scope, portion: { unit: 'g', amounts, purchaseFactor: null } }],
  [
    {
      scope,
      supplierId: 1,
      sizes: [{ name: 'sac', content: { type: 'amount', amount: 3000, unit: 'g' }, price: null }],
      minimum: 0,
      stocks: [],
      keeps: true,
    },
  ],
);

/** A hundred guests, whose kilogram of carrots is bought in bags of three. */
function table(date: string): DayTable {
  const shares = { M: 0, E: 1, C: 0, A: 0 };
  const dayDiners = { shares, adults: 0, diets: { noPork: 0, vegetarian: 0, allergy: 0 }, samples: 0 };
  return {
    site: { id: 1, name: 'Jean Jaurès', kind: 'E', sector: null, capacity: null },
    place,
    service: { siteId: 1, date, menu: [carrots], children: exactly(100), correlation: 0, dayDiners },
    serviceLevel: 0.8,
    catalogueSnapshot: { courseLevels: {}, rules, since: null },
    asOf: '2026-12-14',
    children: 100,
    byClass: splitDiners(100, shares),
    diners: defaultDiners(1),
    deadline: null,
    counted: false,
  };
}

test('what was not expected at its deadline leaves nothing on hand for the next order', () => {
  const [monday, tuesday] = ['2026-12-14', '2026-12-15'];
  const plan = makeDishPlan(
    {
      asOf: '2026-12-11',
      from: monday,
      to: tuesday,
      serviceLevel: 0.8,
      places: [place],
      tables: [table(monday), table(tuesday)],
      refNames: { suppliers: new Map(), kitchens: new Map() },
      suppliers: [{ id: 1, name: 'Primeurs', rule: { type: 'lead', days: 1, at: '09:00' } }],
      modelOf: () => fixedShares({}),
      knownAt: (known) => (known.service.date === monday ? null : known),
      isKept: () => false,
    },
    messagesIn('fr'),
  );
  expect(plan.needed.map(({ date, quantity }) => [date, quantity])).toEqual([[monday, 1]]);
  expect(plan.known.map(({ date, quantity }) => [date, quantity])).toEqual([[tuesday, 1]]);
});
