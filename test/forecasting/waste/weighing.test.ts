import type { SourceMass, WeighedDay } from '../../../forecasting/domain/waste-records.ts';
import { seededRandom } from '../../../forecasting/numerics/seeded.ts';
import {
  checkCampaign,
  checkKeptWeight,
  checkWeighedDay,
  checkWeight,
} from '../../../forecasting/waste/check-weighing.ts';
import { checkMaCantine, maCantineMeasure } from '../../../forecasting/waste/ma-cantine.ts';
import { netMass, wasteFigures, yearlyWaste } from '../../../forecasting/waste/weighing.ts';

const mass = (edible: number | null, inedible: number | null, total: number | null = null): SourceMass => ({
  total,
  edible,
  inedible,
});

function weighed(changes: Partial<WeighedDay> = {}): WeighedDay {
  return {
    date: '2026-03-10',
    expected: 115,
    prepared: 118,
    distributed: 110,
    sources: { preparation: mass(1200, 3400), unserved: mass(4500, 200), plates: mass(6100, 1100) },
    unsorted: null,
    ...changes,
  };
}

const none = { preparation: null, unserved: null, plates: null };
const oneDigit = (value: number | null) => Number(value?.toFixed(1));

describe('the official form’s worked example, to the digit', () => {
  test('sorted: 16.5 kg, 11.8 kg, 107.3 g a cover; 150.0 at ma-cantine; 15.3 by annex 1b', () => {
    const figures = wasteFigures([weighed()]);
    expect(figures.total).toBe(16_500);
    expect(figures.edible).toBe(11_800);
    expect(oneDigit(figures.perCover)).toBe(107.3);
    expect(oneDigit(figures.perCoverOfMaCantine)).toBe(150.0);
    expect(figures.totalOfForm1b).toBe(15_300);
  });

  test('unsorted: 16.5 × 0.85 = 14.025 kg, 127.5 g', () => {
    const figures = wasteFigures([weighed({ sources: none, unsorted: 16_500 })]);
    expect(figures.edible).toBe(14_025);
    expect(figures.perCover).toBeCloseTo(127.5, 10);
  });
});

test('a period is the ratio of the sums, not the mean of the days’ ratios', () => {
  const small = weighed({ date: '2026-03-11', distributed: 10, sources: { ...none, plates: mass(5000, 0) } });
  const { perCover, days } = wasteFigures([weighed(), small]);
  expect(days).toBe(2);
  expect(perCover).toBeCloseTo((11_800 + 5000) / 120, 10);
});

test('what cannot be told leaves the day out, by name', () => {
  const mixedPreparation = weighed({ sources: { ...none, preparation: mass(null, null, 4600) } });
  expect(wasteFigures([mixedPreparation]).leftOut).toEqual(['2026-03-10']);
  expect(wasteFigures([mixedPreparation], { service: 0.85, preparation: 0.26 }).edible).toBeCloseTo(1196);
  expect(wasteFigures([weighed({ distributed: null })]).leftOut).toEqual(['2026-03-10']);
  expect(wasteFigures([weighed({ distributed: 0 })]).perCover).toBeNull();
  expect(wasteFigures([weighed({ sources: none })]).days).toBe(0);
  const mixedPlates = weighed({ sources: { ...none, plates: mass(null, null, 10_000) } });
  expect(wasteFigures([mixedPlates]).edible).toBe(8500);
});

test('net weights and a year', () => {
  expect(
    netMass(8400, [
      { name: 'bin', grams: 1200 },
      { name: 'tray', grams: 700 },
    ]),
  ).toBe(6500);
  const { days, edible } = wasteFigures([weighed()]);
  expect(yearlyWaste({ days, edible }, 36, 4)).toBeCloseTo(36 * 4 * 11.8, 10);
  expect(yearlyWaste({ days: 0, edible: 0 }, 36, 4)).toBeNull();
});

test('the sums agree with adding gram by gram, whatever was weighed', () => {
  const random = seededRandom(14);
  const grams = () => Math.floor(9000 * random());
  for (let i = 0; i < 500; i++) {
    const days = Array.from({ length: 5 }, () =>
      weighed({
        distributed: 1 + Math.floor(200 * random()),
        sources: {
          preparation: random() < 0.3 ? null : mass(grams(), grams()),
          unserved: mass(grams(), grams()),
          plates: random() < 0.5 ? mass(grams(), grams()) : mass(null, null, grams()),
        },
      }),
    );
    let [edible, total, meals] = [0, 0, 0];
    for (const { sources, distributed } of days) {
      meals += distributed ?? 0;
      for (const source of Object.values(sources)) {
        if (source === null) continue;
        edible += source.edible ?? 0.85 * (source.total ?? 0);
        total += source.total ?? (source.edible ?? 0) + (source.inedible ?? 0);
      }
    }
    const figures = wasteFigures(days);
    expect(figures.perCover).toBeCloseTo(edible / meals, 9);
    expect(figures.perCoverOfMaCantine).toBeCloseTo(total / meals, 9);
    const measure = maCantineMeasure({ from: '2026-03-09', to: '2026-03-13' }, days);
    // What is rounded to hundredths apart still adds up, so that its screens take it.
    expect(measure && checkMaCantine(measure, [], '2026-04-01')).toEqual([]);
  }
});

describe('ma-cantine', () => {
  const period = { from: '2026-03-09', to: '2026-03-13' };
  const example = maCantineMeasure(period, [weighed()]);

  test('has the fields of its screens, in their order', () => {
    expect(example && Object.entries(example)).toEqual([
      ['periodStartDate', '2026-03-09'],
      ['periodEndDate', '2026-03-13'],
      ['mealCount', 110],
      ['totalMass', 16.5],
      ['isSortedBySource', true],
      ['preparationTotalMass', 4.6],
      ['preparationIsSorted', true],
      ['preparationEdibleMass', 1.2],
      ['preparationInedibleMass', 3.4],
      ['unservedTotalMass', 4.7],
      ['unservedIsSorted', true],
      ['unservedEdibleMass', 4.5],
      ['unservedInedibleMass', 0.2],
      ['leftoversTotalMass', 7.2],
      ['leftoversIsSorted', true],
      ['leftoversEdibleMass', 6.1],
      ['leftoversInedibleMass', 1.1],
    ]);
    expect(maCantineMeasure(period, [weighed({ sources: none, unsorted: 16_500 })])).toMatchObject({
      totalMass: 16.5,
      isSortedBySource: false,
      preparationTotalMass: null,
      preparationIsSorted: null,
    });
    expect(maCantineMeasure(period, [])).toBeNull();
  });

  test.each([
    [{ periodEndDate: '2027-01-01' }, ['future']],
    [{ periodStartDate: '2026-03-20' }, ['ends-before-start']],
    [{ mealCount: 1.5 }, ['not-whole-meals']],
    [{ mealCount: 0 }, ['too-few-meals']],
    [{ preparationTotalMass: -1 }, ['negative', 'parts-differ', 'sources-differ']],
    [{ totalMass: 0.5 }, ['too-light', 'sources-differ']],
    [{ totalMass: 16.555 }, ['decimals', 'sources-differ']],
    [{ unservedEdibleMass: 4.6 }, ['parts-differ']],
    [{ totalMass: 16.6 }, ['sources-differ']],
    [{ totalMass: null }, ['missing']],
  ])('refuses %o', (changes, codes) => {
    if (example === null) throw new Error('no measure');
    const found = checkMaCantine({ ...example, ...changes }, [], '2026-04-01');
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  test('refuses a period that overlaps another, by a day', () => {
    if (example === null) throw new Error('no measure');
    const overlap = (from: string, to: string) =>
      checkMaCantine(example, [{ from, to }], '2026-04-01').length;
    expect(overlap('2026-03-13', '2026-03-20')).toBe(1);
    expect(overlap('2026-03-14', '2026-03-20')).toBe(0);
  });
});

describe('checks at entry', () => {
  const codes = (found: readonly { code: string; severity: string }[]) =>
    found.map(({ code, severity }) => `${code} ${severity}`);

  test('campaigns', () => {
    const campaign = { siteId: 1, from: '2026-03-09', to: '2026-03-11' };
    expect(codes(checkCampaign(campaign, 3, []))).toEqual(['few-days check']);
    expect(codes(checkCampaign(campaign, 5, [{ ...campaign, from: '2026-03-11' }]))).toEqual([
      'overlap refused',
    ]);
    expect(checkCampaign(campaign, 5, [{ ...campaign, siteId: 2 }])).toEqual([]);
    expect(codes(checkCampaign({ ...campaign, to: '2026-03-01' }, 0, []))).toEqual([
      'ends-before-start refused',
    ]);
  });

  test('weights: 12,000 kg for 12 kg, less than its tares, more than anybody throws', () => {
    const bin = (gross: number, tare: number) => ({ name: 'Bac', gross, tare });
    const weight = (gross: number, tares = 0, diners: number | null = 110) =>
      checkWeight('plates', { gross, tares }, diners);
    expect(weight(12_000)).toEqual([]);
    expect(weight(12_000_000)).toEqual([
      expect.objectContaining({ code: 'maybe-grams', values: expect.objectContaining({ instead: 12 }) }),
    ]);
    expect(codes(weight(80_000))).toEqual(['much-a-diner check']);
    expect(codes(weight(500, 700))).toEqual(['tare-above-gross refused']);
    const light = { gross: 6_600, tares: 3_100, bins: [bin(5_200, 700), bin(1_400, 2_400)] };
    expect(codes(checkWeight('plates', light, 110))).toEqual(['tare-above-gross refused']);
    // One that an earlier version kept stays, and is told.
    expect(codes(checkKeptWeight('plates', light, 110))).toEqual(['light-bin check']);
    expect(checkWeight('plates', { ...light, bins: [bin(5_200, 700), bin(2_400, 2_400)] }, 110)).toEqual([]);
    expect(codes(weight(-1))).toEqual(['negative refused']);
    expect(codes(weight(Number.NaN))).toEqual(['negative refused']);
    // Nobody knows the diners yet.
    expect(weight(900_000, 0, null)).toEqual([]);
    expect(codes(weight(12_000_000, 0, null))).toEqual(['maybe-grams check']);
  });

  test('days', () => {
    const found = (changes: Partial<WeighedDay>) => codes(checkWeighedDay(weighed(changes), '2026-03-10'));
    expect(found({})).toEqual([]);
    expect(found({ date: '2026-03-11' })).toEqual(['future refused']);
    expect(found({ distributed: 120 })).toEqual(['distributed-above-prepared check']);
    expect(found({ distributed: 0 })).toEqual(['no-diners check']);
    expect(found({ sources: { ...none, plates: mass(6100, 1100, 8000) } })).toEqual(['parts-differ check']);
    expect(found({ sources: { ...none, plates: mass(67_000, 0) } })).toEqual(['much-a-diner check']);
  });
});
