import { execFileSync } from 'node:child_process';
import { generateSample } from '../../../../electron/service/sample/generate.ts';
import { toDay, weekday } from '../../../../forecasting/calendar/day.ts';
import { publicHolidays } from '../../../../forecasting/calendar/public-holidays.ts';
import { readSample, sampleSeed } from './read-sample.ts';

const today = '2026-11-23';
const sample = readSample(today);

const generated = (zone: string) =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module-typescript',
      '-e',
      `import { generateSample } from './electron/service/sample/generate.ts';
      process.stdout.write(JSON.stringify(generateSample({ seed: ${sampleSeed}, today: '${today}' })));`,
    ],
    { env: { ...process.env, TZ: zone }, encoding: 'utf8', maxBuffer: 16_000_000 },
  );

describe('generateSample', () => {
  it('gives the same bytes for the same request, in every time zone', () => {
    const here = JSON.stringify(generateSample({ seed: sampleSeed, today }));
    for (const zone of ['UTC', 'Pacific/Auckland', 'America/Los_Angeles']) expect(generated(zone)).toBe(here);
    expect(JSON.stringify(generateSample({ seed: sampleSeed + 1, today }))).not.toBe(here);
  });

  it('leaves the past as it was when the day moves on', () => {
    const before = sample('frequentation.csv');
    const later = readSample('2026-12-11')('frequentation.csv');
    expect(later.length).toBeGreaterThan(before.length);
    expect(later.slice(0, before.length)).toEqual(before);
  });

  it('has six canteens of two communes, from about 24 to about 190 children', () => {
    expect(sample('cantines.csv').map((row) => row.cantine_type)).toEqual([
      'M',
      'E',
      'M/E',
      'M/E',
      'E',
      'M/E',
    ]);
    expect(new Set(sample('cantines.csv').map((row) => row.secteur)).size).toBe(2);
    const rows = Map.groupBy(sample('frequentation.csv'), (row) => row.site_nom ?? '');
    const means = [...rows.values()].map(
      (site) => site.reduce((sum, row) => sum + Number(row.reel), 0) / site.length,
    );
    expect(Math.min(...means)).toBeGreaterThan(20);
    expect(Math.min(...means)).toBeLessThan(28);
    expect(Math.max(...means)).toBeGreaterThan(170);
    expect(Math.max(...means)).toBeLessThan(200);
  });

  it('serves on school days only: Monday, Tuesday, Thursday and Friday, no holidays', () => {
    const holidays = sample('vacances.csv');
    const dates = new Set(
      ['frequentation.csv', 'menus.csv', 'fermetures.csv', 'plats-servis.csv'].flatMap((file) =>
        sample(file).map((row) => row.date ?? ''),
      ),
    );
    expect(dates.size).toBeGreaterThan(320);
    for (const date of dates) {
      expect([1, 2, 4, 5]).toContain(weekday(toDay(date)));
      expect(publicHolidays(Number(date.slice(0, 4))).map((holiday) => holiday.date)).not.toContain(date);
      const away = holidays.filter(
        (row) =>
          date > (row['Date de début'] ?? '').slice(0, 10) && date < (row['Date de fin'] ?? '').slice(0, 10),
      );
      expect(away).toEqual([]);
    }
  });

  it('covers three school years up to yesterday, and menus for the weeks to come', () => {
    const served = sample('frequentation.csv').map((row) => row.date ?? '');
    expect(served[0]).toBe('2024-09-02');
    expect(served.at(-1)).toBe('2026-11-20');
    const ahead = new Set(
      sample('menus.csv')
        .map((row) => row.date ?? '')
        .filter((date) => date >= today),
    );
    expect(ahead.size).toBe(15);
    expect([...ahead]).toEqual(
      expect.arrayContaining(['2026-11-30', '2026-12-01', '2026-12-03', '2026-12-04']),
    );
  });

  it.each([
    ['the first day of school', '2026-09-01', '2023-09-04', '2026-07-03'],
    ['summer', '2026-07-20', '2023-09-04', '2026-07-03'],
    ['a day in spring', '2026-04-02', '2023-09-04', '2026-03-31'],
    ['a day after the known holidays', '2031-02-03', '2024-09-02', '2027-06-03'],
    ['a clock that is far behind', '2001-01-01', '2018-09-03', '2021-01-08'],
  ])('works on %s (%s)', (_, day, first, last) => {
    const dates = readSample(day)('frequentation.csv').map((row) => row.date);
    expect([dates[0], dates.at(-1)]).toEqual([first, last]);
    expect(new Set(dates).size).toBeGreaterThan(300);
  });
});

describe('its menus', () => {
  const menus = sample('menus.csv');
  const vegetarian =
    /Omelette|légumes|haricots rouges|pois chiches|Quenelles|Pizza|lentilles|blé|poireaux$|ricotta/;

  it('have courses in order, and choices on some days', () => {
    const days = [...Map.groupBy(menus, (row) => row.date).values()];
    for (const day of days) {
      expect(day.map((row) => row.rang)).toEqual(day.map((_, i) => String(i + 1)));
      expect(day[0]?.composante).toBe('Entrée');
      expect(day.at(-1)?.composante).toBe('Dessert');
    }
    const withChoice = days.filter((day) => day.some((row) => row.plat?.includes(' OU ')));
    expect(withChoice.length / days.length).toBeGreaterThan(0.4);
    expect(withChoice.length / days.length).toBeLessThan(0.8);
    for (const row of menus)
      expect(new Set(row.plat?.split(' OU ')).size).toBe(row.plat?.split(' OU ').length);
  });

  it('have a vegetarian main in every full week', () => {
    const weeks = Map.groupBy(
      menus.filter((row) => row.composante === 'Plat principal'),
      (row) => Math.floor((toDay(row.date ?? '') + 3) / 7),
    );
    const full = [...weeks.values()].filter((week) => week.length === 4);
    expect(full.length).toBeGreaterThan(50);
    const without = full.filter((week) => !week.some((row) => vegetarian.test(row.plat ?? '')));
    // The Christmas meal may take the place of the vegetarian one.
    expect(without.every((week) => week.some((row) => row.plat?.includes('chapon')))).toBe(true);
  });

  it('follow the seasons', () => {
    const months = menus.filter((row) => row.plat?.includes('Fraises')).map((row) => row.date?.slice(5, 7));
    expect(months.length).toBeGreaterThan(0);
    for (const month of months) expect(['05', '06', '07']).toContain(month);
    expect(menus.filter((row) => row.plat === 'Bûche de Noël au chocolat').map((row) => row.date)).toEqual([
      '2024-12-19',
      '2025-12-18',
      '2026-12-17',
    ]);
  });
});

describe('its dish servings', () => {
  it('add up, for the two canteens that write them down', () => {
    const rows = sample('plats-servis.csv');
    expect(new Set(rows.map((row) => row.site))).toEqual(new Set(['Le Grand Chêne', 'Les Quatre Vents']));
    for (const row of rows) {
      expect(Number(row.servi) + Number(row.reste)).toBe(Number(row.prepare));
      expect(Number(row.servi)).toBeGreaterThanOrEqual(0);
    }
    const liked = (dish: string) => {
      const own = rows.filter((row) => row.plat === dish);
      return own.reduce((sum, row) => sum + Number(row.servi) / Number(row.prevu), 0) / own.length;
    };
    expect(liked('Frites')).toBeGreaterThan(liked('Épinards à la crème') + 0.15);
  });
});
