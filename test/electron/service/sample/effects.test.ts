import { toDay, weekday } from '../../../../forecasting/calendar/day.ts';
import { cityMeals, readSample, type SampleRow, sampleSeed } from './read-sample.ts';

const sample = readSample('2026-11-23');
const rows = sample('frequentation.csv');

/** One pair of Christmas meals says little: the large effects are looked for in several samples. */
const cities = [1, 2, 3, 4, 5, sampleSeed].map((seed) =>
  cityMeals(readSample('2026-11-23', seed)('frequentation.csv')),
);

/** Meals of days against the mean of the other days of their months, over all samples. */
function against(chosen: (date: string) => boolean): number {
  const ratios = cities.flatMap((city) =>
    [...city].flatMap(([date, count]) => {
      if (!chosen(date)) return [];
      const others = [...city].filter(([day]) => day.slice(0, 7) === date.slice(0, 7) && !chosen(day));
      return [count / mean(others.map(([, other]) => other))];
    }),
  );
  return mean(ratios);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('the sample canteens behave like real ones', () => {
  it('fewer children on Mondays, more on Fridays', () => {
    expect(against((date) => weekday(toDay(date)) === 1)).toBeLessThan(0.98);
    expect(against((date) => weekday(toDay(date)) === 5)).toBeGreaterThan(1.015);
  });

  it('many more at the Christmas meal', () => {
    const ratio = against((date) => ['2024-12-19', '2025-12-18'].includes(date));
    expect(ratio).toBeGreaterThan(1.05);
    expect(ratio).toBeLessThan(1.13);
  });

  it('many fewer in July', () => {
    const inMonth = (month: string) =>
      mean(
        cities.flatMap((city) =>
          [...city].flatMap(([date, count]) => (date.slice(5, 7) === month ? [count] : [])),
        ),
      );
    expect(inMonth('07') / inMonth('05')).toBeGreaterThan(0.76);
    expect(inMonth('07') / inMonth('05')).toBeLessThan(0.9);
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
    expect(mean(ratios)).toBeGreaterThan(0.85);
    expect(mean(ratios)).toBeLessThan(0.97);
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

  it.each([1, 2, sampleSeed])('a staff like that of Nantes, whatever the seed (%i)', (seed) => {
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
