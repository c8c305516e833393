import { trainingDataHash } from '../../../electron/service/models/training-data-hash.ts';
import { addDays, toDay } from '../../../forecasting/calendar/day.ts';
import { fewestSites, type Library } from '../../../forecasting/domain/library.ts';
import type { History, IsoDate } from '../../../forecasting/domain/records.ts';
import { fitAttendance } from '../../../forecasting/models/attendance.ts';
import { learnLibrary } from '../../../forecasting/transfer/learn.ts';
import { TooLittleForLibrary } from '../../../forecasting/transfer/too-little.ts';
import { syntheticCity } from '../support/synthetic.ts';
import { historyOf } from './newcomers-backtest.ts';

const origin = '2014-07-31';
const town = syntheticCity({ sites: 8, firstYear: 2012, years: 2, seed: 3 });
const library = learnLibrary(town, { origin, name: 'Une ville', leads: [6] });
/** Another town, of which only the beginning is looked at. */
const other = syntheticCity({ sites: 1, firstYear: 2014, years: 1, seed: 9 });
const opening = toDay('2014-09-01');

/** The other town with its records of some days from its opening on. */
function knownAfter(days: number, history = other): { readonly seen: History; readonly last: IsoDate } {
  const last = addDays('2014-09-01', days - 1);
  return { seen: historyOf(history, history.sites, opening, toDay(last)), last };
}

const meanOn = (history: History, from: IsoDate, date: IsoDate) =>
  fitAttendance(history, from).forecast(1, date)?.mean ?? Number.NaN;

/** The library with another effect of Thursdays. */
function withThursday(effect: number): Library {
  const leads = library.leads.map((lead) => ({
    ...lead,
    effects: { ...lead.effects, weekday: (lead.effects.weekday ?? []).map((e, w) => (w === 4 ? effect : e)) },
  }));
  return { ...library, leads };
}

describe('what a library holds', () => {
  test('says what it was learned from, and names no site', () => {
    expect(library.learnedFrom).toMatchObject({ sites: 8, kinds: ['E', 'M'], to: '2014-07-04' });
    expect(JSON.stringify(library)).not.toContain('École');
    expect(JSON.parse(JSON.stringify(library))).toEqual(library);
  });

  test('leaves out the share of a kind with fewer sites than it must have', () => {
    expect(library.participation).toEqual([]);
    const larger = syntheticCity({ sites: 12, firstYear: 2012, years: 1, seed: 3 });
    const { participation } = learnLibrary(larger, { origin, name: '', leads: [6] });
    expect(participation.map(({ kind, sites }) => [kind, sites])).toEqual([
      ['E', 6],
      ['M', 6],
    ]);
    for (const { mean, sd } of participation) {
      expect(mean).toBeGreaterThan(0.7);
      expect(mean).toBeLessThan(0.8);
      expect(sd).toBeLessThan(0.1);
    }
  });

  test('is not made from fewer sites or from a few days', () => {
    const small = historyOf(town, town.sites.slice(0, fewestSites - 1));
    expect(() => learnLibrary(small, { origin, name: '' })).toThrow(TooLittleForLibrary);
    const young = historyOf(town, town.sites, 0, toDay('2012-10-01'));
    expect(() => learnLibrary(young, { origin, name: '' })).toThrow(TooLittleForLibrary);
  });

  test('rests on no record after its origin', () => {
    const early = { origin: '2013-12-31', name: '', leads: [6] };
    const cut = historyOf(town, town.sites, 0, toDay('2013-12-31'));
    const menu = cut.menu.filter(({ date }) => date <= '2013-12-31');
    expect(learnLibrary(town, early)).toEqual(learnLibrary({ ...cut, menu }, early));
  });

  test("hands no other town's library on", () => {
    const given = { ...town, library: withThursday(1) };
    expect(learnLibrary(given, { origin, name: 'Une ville', leads: [6] })).toEqual(library);
  });
});

describe('a forecast with a library', () => {
  const { seen, last } = knownAfter(14);
  const thursday = '2014-09-25';

  test('without own days that tell, it is what the library says', () => {
    const usual = meanOn({ ...seen, library: withThursday(0) }, last, thursday);
    const odd = meanOn({ ...seen, library: withThursday(Math.log(1.2)) }, last, thursday);
    expect((odd + 1) / (usual + 1)).toBeCloseTo(1.2, 1);
  });

  test('own days take over from it', () => {
    const large = syntheticCity({ sites: 12, firstYear: 2014, years: 1, seed: 9 });
    const pull = (days: number, date: IsoDate) => {
      const known = knownAfter(days, large);
      const odd = meanOn({ ...known.seen, library: withThursday(Math.log(1.2)) }, known.last, date);
      return odd / meanOn({ ...known.seen, library: withThursday(0) }, known.last, date) - 1;
    };
    expect(pull(14, '2014-09-25')).toBeGreaterThan(0.1);
    expect(pull(250, '2015-05-21')).toBeLessThan(0.025);
  });

  test('a town that knows enough by itself does not look at it', () => {
    const old = syntheticCity({ sites: 2, firstYear: 2014, years: 3, seed: 9 });
    const bare = meanOn(old, '2017-06-22', '2017-06-29');
    expect(meanOn({ ...old, library: withThursday(1) }, '2017-06-22', '2017-06-29')).toBe(bare);
  });

  test('a library of later days is not looked at: it would know the future', () => {
    const later = { ...library, learnedFrom: { ...library.learnedFrom, to: last } };
    expect(meanOn({ ...seen, library: later }, last, thursday)).toBe(meanOn(seen, last, thursday));
  });

  test('the regression serves from the first week on', () => {
    const days = knownAfter(3);
    const model = fitAttendance({ ...days.seen, library }, days.last).forecast(1, '2014-09-09');
    expect(model?.model).toBe('regression');
    expect(fitAttendance(days.seen, days.last).forecast(1, '2014-09-09')?.model).toBe('last-week');
  });

  test('a site that never served is told from its enrolment and the usual share, with a wide range', () => {
    const none = historyOf(other, other.sites, 0, 0);
    const participation = [{ kind: 'M' as const, sites: 9, mean: 0.6, sd: 0.12 }];
    const given = fitAttendance({ ...none, library: { ...library, participation } }, '2014-09-01');
    const found = given.forecast(1, '2014-09-08');
    const children = other.enrolment.find(({ schoolYear }) => schoolYear === 2014)?.children ?? 0;
    expect(found?.model).toBe('enrolment');
    expect(Math.abs((found?.mean ?? Number.NaN) / (0.6 * children) - 1)).toBeLessThan(0.15);
    const width =
      ((found?.quantile(0.9) ?? Number.NaN) - (found?.quantile(0.1) ?? Number.NaN)) /
      (found?.mean ?? Number.NaN);
    expect(width).toBeGreaterThan(2 * 1.28 * Math.SQRT2 * 0.2 * 0.95);
    expect(given.status(1, '2014-09-08').flags).toContain('no-history');
  });

  test('its terms add up to its mean', () => {
    const { contributions, mean } = fitAttendance({ ...seen, library }, last).forecast(
      1,
      thursday,
    ) as never as {
      readonly contributions: readonly { readonly meals: number }[];
      readonly mean: number;
    };
    expect(contributions.reduce((sum, { meals }) => sum + meals, 0)).toBeCloseTo(mean, 9);
  });
});

test("models kept for one library are not another's", () => {
  const { seen, last } = knownAfter(14);
  const stamps = [seen, { ...seen, library }, { ...seen, library: withThursday(1) }].map((h) =>
    trainingDataHash(h, last),
  );
  expect(new Set(stamps).size).toBe(3);
});
