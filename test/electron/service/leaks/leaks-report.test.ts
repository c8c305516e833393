import { join } from 'node:path';
import { importFiles } from '../../../../db/import/import-files.ts';
import { openDatabase } from '../../../../db/open.ts';
import { addVersions } from '../../../../db/orders.ts';
import { listSites } from '../../../../db/sites.ts';
import type { LeaksReport } from '../../../../electron/api/records.ts';
import { databaseFile } from '../../../../electron/service/context/data-folder.ts';
import { addDays, toDay, weekday } from '../../../../forecasting/calendar/day.ts';
import { rangeQuantiles, surplusMoments } from '../../../../forecasting/leaks/excess.ts';
import { seededRandom } from '../../../../forecasting/numerics/seeded.ts';
import { temporaryFolder, writeUnder } from '../../../support/temporary-folder.ts';
import { runCliProcess } from '../../cli/run-process.ts';
import { sheetsOf } from '../return-sheets/workbooks.ts';
import { servicesUnder, value } from '../support/asking.ts';
import { leakCells, leakRows } from './leak-rows.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);

const [from, to] = ['2025-01-06', '2025-06-27'];
const dates: string[] = [];
for (let date = from; date <= to; date = addDays(date, 1)) {
  if ([1, 2, 4, 5].includes(weekday(toDay(date)))) dates.push(date);
}
const names = ['AULNE', 'BOULEAU', 'CHENE', 'HETRE'];
const range = { low: 90, median: 100, high: 110 };
const recommended = Math.round(rangeQuantiles(range).quantile(0.8));
/** At CHENE somebody adds twelve meals on every Monday until May. */
const turn = '2025-05-05';
const added = (name: string, date: string) =>
  name === 'CHENE' && weekday(toDay(date)) === 1 && date < turn ? 12 : 0;

const random = seededRandom(41);
const served = new Map<string, number>();
for (const date of dates) {
  for (const name of names) {
    const p = Math.min(0.999, Math.max(0.001, random()));
    served.set(`${name} ${date}`, Math.round(rangeQuantiles(range).quantile(p)));
  }
}

beforeAll(() => {
  const rows = dates.flatMap((date) =>
    names.map((name) => `E;${date};${served.get(`${name} ${date}`)};${name}`),
  );
  const path = writeUnder(folder, 'a.csv', ['site_type;date;reel;site_nom', ...rows].join('\n'));
  writeUnder(folder, 'data/.keep', '');
  const db = openDatabase(databaseFile(`${folder}/data`));
  importFiles(db, [{ path, name: 'a.csv' }], { now: '2025-07-01T09:00' });
  const ids = new Map(listSites(db).map(({ id, name }) => [name, id]));
  addVersions(
    db,
    dates.flatMap((date) =>
      names.map((name) => ({
        siteId: ids.get(name) ?? 0,
        date,
        order: {
          version: 1,
          quantity: recommended + added(name, date),
          source: added(name, date) > 0 ? ('override' as const) : ('recommended' as const),
          reason: '',
          by: null,
          automatic: false,
          at: `${addDays(date, -3)}T09:00`,
          recommended,
          mean: 100,
          ...range,
          serviceLevel: 0.8,
          asOf: addDays(date, -7),
          model: 'regression' as const,
          contributions: [],
        },
      })),
    ),
  );
  db.close();
});

const input = { from, to, of: 'orders' as const };
const mondayAtChene = ({ leaks }: LeaksReport) =>
  leaks.find(({ kind, site, weekday: day }) => kind === 'weekday' && site === 'CHENE' && day === 1);

test('the planted leak is found, with its days, its cause and its euros; the other places are not', async () => {
  const report = await value(serviceOn('data'), 'leaks.report', { ...input, to: addDays(turn, -1) });
  expect(report.places).toBe(4 * 4 + 1);
  expect(report.tested).toBe(4 * 4 + 1);
  expect(report.weekdays.map(({ weekday: day }) => day)).toEqual([1, 2, 4, 5]);
  expect(report.leaks.map(({ site, kind, part }) => [site, kind, part]).toSorted()).toEqual([
    ['CHENE', 'override', ''],
    ['CHENE', 'weekday', '1'],
  ]);
  const leak = mondayAtChene(report);
  if (!leak) throw new Error('no leak');
  const mondays = dates.filter((date) => weekday(toDay(date)) === 1 && date < turn);
  const { mean } = surplusMoments(rangeQuantiles(range), recommended);
  const expected = mondays.map((date) => {
    const meals = served.get(`CHENE ${date}`) ?? 0;
    const ordered = recommended + 12;
    return { date, ordered, served: meals, surplus: Math.max(0, ordered - meals), expected: mean };
  });
  expect(leak.days).toEqual(expected);
  expect(leak.inExcess).toBe(expected.filter((day) => day.surplus > mean).length);
  // Twelve meals every Monday, before chance and what is drawn towards the other places.
  expect(leak.mean).toBeGreaterThan(7);
  expect(leak.mean).toBeLessThan(13);
  // A meal of a primary school that cooks weighs 0.53 kg, at 2.30 € the kilogram; 36 Mondays a year.
  expect(leak.eurosPerYear).toBeCloseTo(leak.mean * 0.53 * 2.3 * 36, 6);
  expect(leak.causes[0]).toEqual({ cause: 'override-above', amount: 12 });
  expect(leak.trial).toBeNull();
});

test('what was tried is noted, told before and after, and taken away', async () => {
  const service = serviceOn('data');
  const leak = mondayAtChene(await value(service, 'leaks.report', input));
  if (!leak) throw new Error('no leak');
  const { siteId = 0, kind, part } = leak;
  const key = { siteId, kind, part };
  await value(service, 'leaks.try', { ...key, cause: 'override-above', on: turn });
  const tried = mondayAtChene(await value(service, 'leaks.report', input));
  const mean = (days: readonly { readonly surplus: number; readonly expected: number }[]) =>
    days.reduce((sum, { surplus, expected }) => sum + surplus - expected, 0) / days.length;
  const after = leak.days.filter(({ date }) => date >= turn);
  expect(tried?.trial).toMatchObject({ cause: 'override-above', triedOn: turn, since: after.length });
  expect(tried?.trial?.before).toBeCloseTo(mean(leak.days.filter(({ date }) => date < turn)), 10);
  expect(tried?.trial?.after).toBeCloseTo(mean(after), 10);
  expect(tried?.trial?.difference?.high).toBeLessThan(0);
  expect(await value(service, 'leaks.endTrial', key)).toEqual({ removed: true });
  expect(await value(service, 'leaks.endTrial', key)).toEqual({ removed: false });
  expect(mondayAtChene(await value(service, 'leaks.report', input))?.trial).toBeNull();
});

test('the file of the figures has the same places in the same words, with a trial and its range', async () => {
  const service = serviceOn('data');
  const { siteId = 0, kind, part } = mondayAtChene(await value(service, 'leaks.report', input)) ?? {};
  const key = { siteId, kind: kind ?? 'weekday', part: part ?? '' };
  await value(service, 'leaks.try', { ...key, cause: 'override-above', on: turn });
  const { leaks, tested } = await value(service, 'leaks.report', input);
  const { body } = await value(service, 'impact.export', { from, to, format: 'csv' });
  const { name, titles, rows, notes } = leakRows(body);
  expect(name).toBe('Où il reste du surplus');
  expect(titles.slice(0, 3)).toEqual(['Site', 'Où', 'Surplus par jour']);
  expect(leaks.map((leak) => leak.kind).toSorted()).toEqual(['override', 'weekday']);
  const above = (meals = 0) => `commande modifiée\u00a0: ${meals.toFixed(1).replace('.', ',')} au-dessus`;
  const signed = (meals = 0) => `${meals < 0 ? '−' : '+'}${Math.abs(meals).toFixed(1).replace('.', ',')}`;
  const expected = leaks.map((leak) => {
    const where = leak.kind === 'override' ? 'commandes modifiées' : 'lundi';
    const { before, after } = leak.trial ?? {};
    const trial = leak.trial
      ? `depuis le 5 mai 2025\u00a0: ${signed(before ?? 0)} → ${signed(after ?? 0)}`
      : '';
    return leakCells(leak, [where, above(leak.causes[0]?.amount), 'essayer sans modifier', trial]);
  });
  expect(rows).toEqual(expected);
  expect(rows.flatMap((row) => row[9] || [])).toHaveLength(1);
  expect(notes[0]).toContain(`endroits comparés\u00a0: ${tested}`);
  const workbook = await value(service, 'impact.export', { from, to, format: 'xlsx' });
  const sheet = (await sheetsOf(workbook.body)).at(-1);
  expect(sheet?.name).toBe('Où il reste du surplus');
  expect(sheet?.rows.slice(1, 1 + leaks.length).map((row) => row.slice(0, 2))).toEqual(
    expected.map((row) => row.slice(0, 2)),
  );
  await value(service, 'leaks.endTrial', key);
});

test('the user’s own cost of a meal takes the place of its weight', async () => {
  const leak = mondayAtChene(await value(serviceOn('data'), 'leaks.report', { ...input, foodCost: 2 }));
  const weeks = new Set(dates.map((date) => Math.floor((toDay(date) + 3) / 7))).size;
  const mondays = leak?.occurrences ?? 0;
  expect(leak?.eurosPerYear).toBeCloseTo((leak?.mean ?? 0) * 2 * (mondays / weeks) * 36, 6);
});

test('dishes: what is left of one family beyond its level, priced by its own grams', async () => {
  const service = serviceOn('dishes');
  const wave = (date: string, i: number) => 100 + ((toDay(date) * (3 + i)) % 7);
  const taken = (date: string) => Math.round(0.55 * wave(date, 0)) - ((toDay(date) * 5) % 4);
  const meals = dates.map((date) => `E;${date};${wave(date, 0)};AULNE`);
  const rows = dates.flatMap((date) => [
    // Fish is cooked for all on Fridays and half of it comes back; pasta is cooked to measure.
    ...(weekday(toDay(date)) === 5
      ? [
          `E;${date};AULNE;Poisson pané;${taken(date)};${wave(date, 0) + 30};${wave(date, 0) + 30 - taken(date)}`,
        ]
      : [`E;${date};AULNE;Pâtes;${wave(date, 0)};${wave(date, 0) + 3};3`]),
  ]);
  const files = [
    ['meals.csv', ['site_type;date;reel;site_nom', ...meals].join('\n')],
    ['dishes.csv', ['site_type;date;site_nom;plat;servis;prepares;restes', ...rows].join('\n')],
  ] as const;
  for (const [name, text] of files) {
    const { ticket } = await service.registerFile(writeUnder(folder, `in/${name}`, text), name);
    await value(service, 'imports.run', { tickets: [ticket] });
  }
  const report = await value(service, 'leaks.report', { from: '2025-03-03', to, of: 'dishes' });
  expect(report.leaks.map(({ family }) => family)).toEqual(['fish']);
  const [leak] = report.leaks;
  if (!leak) throw new Error('no leak');
  expect(leak.causes.map(({ cause }) => cause)).toEqual(['dish-refused']);
  expect(leak.days.every(({ date }) => weekday(toDay(date)) === 5)).toBe(true);
  const weeks = new Set(
    dates.filter((date) => date >= '2025-03-03').map((date) => Math.floor((toDay(date) + 3) / 7)),
  ).size;
  const perPortion = leak.eurosPerYear / (leak.mean * (leak.occurrences / weeks) * 36);
  // Grams of the portion in force, at 2.30 € the kilogram.
  expect(perPortion / 2.3).toBeGreaterThan(0.04);
  expect(perPortion / 2.3).toBeLessThan(0.13);
}, 120_000);

test('the command line lists the same places, in words', async () => {
  const words = ['leaks', '--from', from, '--to', addDays(turn, -1), '--data', join(folder, 'data')];
  const report = await value(serviceOn('data'), 'leaks.report', { ...input, to: addDays(turn, -1) });
  const { stdout } = await runCliProcess([...words, '--lang', 'fr'], { BONNE_MESURE_TODAY: '2025-07-01' });
  const [heading, , titles, , ...rows] = stdout.replaceAll('\u00a0', ' ').trimEnd().split('\n');
  expect(heading).toBe(
    'Du 6 janvier 2025 au 4 mai 2025, surplus au-delà du niveau choisi, par jour (endroits comparés : 17).',
  );
  expect(titles).toMatch(/^Site +Où +Surplus +Observé +Depuis +€ par an +Cause la plus probable +À essayer$/);
  expect(rows).toHaveLength(report.leaks.length);
  expect(rows.join('\n')).toMatch(
    /CHENE +lundi +\+\d+,\d +\d+ jours sur \d+ .+commande modifiée : 12,0 au-dessus +essayer sans modifier/,
  );
  const json = await runCliProcess([...words, '--json'], { BONNE_MESURE_TODAY: '2025-07-01' });
  expect(JSON.parse(json.stdout)).toEqual(JSON.parse(JSON.stringify(report)));
});
