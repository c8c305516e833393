import type { SiteDinersRecord } from '../../../../electron/api/records.ts';
import { orderedDiners } from '../../../../renderer/pages/day/diner-classes.ts';
import { planRow } from '../week/rows.ts';

const site = (part: Partial<SiteDinersRecord>): SiteDinersRecord => ({
  siteId: 1,
  site: 'Jean Jaurès',
  siteKind: 'M/E',
  kitchenId: null,
  shares: null,
  adults: 0,
  diets: { noPork: 0, vegetarian: 0, allergy: 0 },
  samples: 0,
  note: '',
  said: true,
  ...part,
});

test('children are counted together where the site does not tell its classes apart', () => {
  expect(orderedDiners(planRow({ order: 142 }), undefined)).toEqual([{ diners: 'all', ordered: 142 }]);
  const one = site({ shares: { M: 1, E: 0, C: 0, A: 0 } });
  expect(orderedDiners(planRow({ order: 142 }), one)).toEqual([{ diners: 'all', ordered: 142 }]);
});

test('classes are whole guests that add up to the order; adults come beside it', () => {
  const diners = orderedDiners(
    planRow({ order: 142 }),
    site({ shares: { M: 0.38, E: 0.62, C: 0, A: 0 }, adults: 9 }),
  );
  expect(diners).toEqual([
    { diners: 'M', ordered: 54 },
    { diners: 'E', ordered: 88 },
    { diners: 'A', ordered: 9 },
  ]);
});

test.each([1, 2, 3, 100, 101])('thirds of %i add up to it', (order) => {
  const third = 1 / 3;
  const diners = orderedDiners(planRow({ order }), site({ shares: { M: third, E: third, C: third, A: 0 } }));
  expect(diners.reduce((sum, { ordered }) => sum + ordered, 0)).toBe(order);
});
