import { toDay, weekday } from '../../../forecasting/calendar/day.ts';
import { cityMeals, readSample, type SampleRow } from './read-sample.ts';

const sample = readSample('2026-11-23');
const rows = sample('frequentation.csv');
const city = cityMeals(rows);

/** Meals of a day against the mean of the days of the same month and year that are not like it. */
function against(dates: readonly string[]): number {
  const ratios = dates.map((date) => {
    const others = [...city].filter(([day]) => day.slice(0, 7) === date.slice(0, 7) && !dates.includes(day));
    const mean = others.reduce((sum, [, count]) => sum + count, 0) / others.length;
    return (city.get(date) ?? mean) / mean;
  });
  return ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
}

const days = (test: (date: string) => boolean) => [...city.keys()].filter(test);

describe('the sample canteens behave like real ones', () => {
  it('fewer children on Mondays, more on Fridays', () => {
    expect(against(days((date) => weekday(toDay(date)) === 1))).toBeLessThan(0.98);
    expect(against(days((date) => weekday(toDay(date)) === 5))).toBeGreaterThan(1.015);
  });

  it('many more at the Christmas meal', () => {
    const ratio = against(['2024-12-19', '2025-12-18']);
    expect(ratio).toBeGreaterThan(1.05);
    expect(ratio).toBeLessThan(1.13);
  });

  it('many fewer in July', () => {
    const mean = (month: string) => {
      const own = [...city].filter(([date]) => date.slice(5, 7) === month).map(([, count]) => count);
      return own.reduce((sum, count) => sum + count, 0) / own.length;
    };
    expect(mean('07') / mean('05')).toBeGreaterThan(0.76);
    expect(mean('07') / mean('05')).toBeLessThan(0.9);
  });

  it('fewer on strike days, and some canteens stay shut', () => {
    const strikes = sample('fermetures.csv')
      .filter((row) => row.evenement === 'Grève')
      .map((row) => row.date ?? '')
      .filter((date) => date < '2026-11-23');
    expect(strikes.length).toBeGreaterThanOrEqual(8);
    const shut = sample('fermetures.csv').filter((row) => row.evenement === 'Fermeture');
    expect(shut.length).toBeGreaterThan(3);
    for (const { date, cantine } of shut) {
      expect(rows.some((row) => row.date === date && row.site_nom === cantine)).toBe(false);
    }
    const usual = (strike: SampleRow) =>
      rows.filter(
        (row) => row.site_nom === strike.site_nom && row.date?.slice(0, 7) === strike.date?.slice(0, 7),
      );
    const ratios = rows
      .filter((row) => strikes.includes(row.date ?? ''))
      .map((row) => {
        const others = usual(row);
        return (
          Number(row.reel) / (others.reduce((sum, other) => sum + Number(other.reel), 0) / others.length)
        );
      });
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
    expect(mean).toBeGreaterThan(0.85);
    expect(mean).toBeLessThan(0.97);
  });

  it('no more children than are enrolled, and enrolment moves each September', () => {
    const enrolment = sample('effectifs.csv');
    const canteenOf = new Map(sample('ecoles.csv').map((row) => [row.ecole, row.cantine_nom]));
    const enrolled = (canteen: string, year: string) =>
      enrolment
        .filter((row) => canteenOf.get(row.Ecole) === canteen && row['Année scolaire'] === year)
        .reduce((sum, row) => sum + Number(row.Effectif), 0);
    for (const row of rows) {
      const september = Number(row.date?.slice(0, 4)) - (Number(row.date?.slice(5, 7)) < 8 ? 1 : 0);
      expect(Number(row.reel)).toBeLessThanOrEqual(
        enrolled(row.site_nom ?? '', `${september}-${september + 1}`),
      );
    }
    const years = Map.groupBy(enrolment, (row) => row.Ecole);
    expect([...years.values()].some((own) => new Set(own.map((row) => row.Effectif)).size === 3)).toBe(true);
  });

  it.each([1, 2, 2026])('a staff like that of Nantes, whatever the seed (%i)', (seed) => {
    const own = readSample('2026-11-23', seed)('frequentation.csv');
    const served = own.reduce((sum, row) => sum + Number(row.reel), 0);
    const error = (pick: (difference: number) => number) =>
      (100 * own.reduce((sum, row) => sum + pick(Number(row.prevision) - Number(row.reel)), 0)) / served;
    expect(error((d) => Math.max(d, 0))).toBeGreaterThan(5);
    expect(error((d) => Math.max(d, 0))).toBeLessThan(8);
    expect(error((d) => Math.max(-d, 0))).toBeGreaterThan(0.4);
    expect(error((d) => Math.max(-d, 0))).toBeLessThan(1.3);
    const short = own.filter((row) => Number(row.prevision) < Number(row.reel)).length / own.length;
    expect(short).toBeGreaterThan(0.13);
    expect(short).toBeLessThan(0.25);
  });

  it('something to look out for next week: a strike and a class away, both known today', () => {
    const coming = sample('fermetures.csv').filter((row) => (row.date ?? '') >= '2026-11-23');
    expect(coming.map((row) => [row.date, row.evenement, row.cantine, row.absents])).toEqual([
      ['2026-12-01', 'Sortie scolaire', 'Marie Tellier', '26'],
      ['2026-12-03', 'Grève', '', ''],
    ]);
    for (const row of coming) expect((row.annonce_le ?? '') < '2026-11-23').toBe(true);
  });
});
