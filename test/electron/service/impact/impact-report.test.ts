import { importFiles } from '../../../../db/import/import-files.ts';
import { openDatabase } from '../../../../db/open.ts';
import { addVersions } from '../../../../db/orders.ts';
import { listSites } from '../../../../db/sites.ts';
import { saveStaffFigures } from '../../../../db/staff-figures.ts';
import { databaseFile } from '../../../../electron/service/context/data-folder.ts';
import { addDays, toDay, weekday } from '../../../../forecasting/calendar/day.ts';
import { temporaryFolder, writeUnder } from '../../../support/temporary-folder.ts';
import { error, servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);

const school = (date: string) => [1, 2, 4, 5].includes(weekday(toDay(date)));
const datesFrom = (from: string, to: string) => {
  const dates: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) if (school(date)) dates.push(date);
  return dates;
};

/** A year of two canteens, whose staff ordered 8 % over the mean; then orders on record for two months. */
const past = datesFrom('2024-09-02', '2025-08-29');
const used = datesFrom('2025-09-01', '2025-10-31');
const served = (date: string, site: number) =>
  100 + 40 * site + 3 * weekday(toDay(date)) + ((toDay(date) * (site + 5)) % 9);
const ordered = (date: string, site: number) => served(date, site) + ((toDay(date) * (site + 3)) % 7) - 2;
const names = ['LAC', 'MONT'] as const;

beforeAll(() => {
  const csv = [
    'site_type;date;prevision;reel;site_nom',
    ...[...past, ...used].flatMap((date) =>
      names.map((name, i) => {
        const staff = past.includes(date) ? Math.round(1.08 * (112 + 40 * i)) : '';
        return `${i === 0 ? 'E' : 'C'};${date};${staff};${served(date, i)};${name}`;
      }),
    ),
  ].join('\n');
  const path = writeUnder(folder, 'a.csv', csv);
  writeUnder(folder, 'data/.keep', '');
  const db = openDatabase(databaseFile(`${folder}/data`));
  importFiles(db, [{ path, name: 'a.csv' }], { now: '2025-11-01T09:00' });
  const sites = listSites(db);
  addVersions(
    db,
    used.flatMap((date) =>
      names.map((name, i) => ({
        siteId: sites.find((site) => site.name === name)?.id ?? 0,
        date,
        order: {
          version: 1,
          quantity: ordered(date, i),
          source: 'recommended' as const,
          reason: '',
          by: null,
          automatic: false,
          at: `${addDays(date, -3)}T09:00`,
          recommended: ordered(date, i),
          mean: 0,
          low: 0,
          median: 0,
          high: 0,
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

const period = { from: '2025-09-01', to: '2025-10-31' };

test('recorded orders: the sums are those of an independent computation', async () => {
  const report = await value(serviceOn('data'), 'impact.report', period);
  expect(report).toMatchObject({
    orders: 'recorded',
    counterfactual: 'estimated',
    leftOut: { notServed: 0, ranOut: 0 },
  });
  expect(report.siteDays).toBe(2 * used.length);
  const all = used.flatMap((date) => names.map((_, i) => ({ date, i })));
  const sum = (of: (date: string, i: number) => number) =>
    all.reduce((total, { date, i }) => total + of(date, i), 0);
  expect(report.served).toBe(sum(served));
  expect(report.surplus.ours).toBe(sum((date, i) => Math.max(0, ordered(date, i) - served(date, i))));
  expect(report.missing.ours).toBe(sum((date, i) => Math.max(0, served(date, i) - ordered(date, i))));
  expect(report.avoided.value).toBe(report.surplus.other - report.surplus.ours);
  expect(report.avoided.low).toBeLessThanOrEqual(report.avoided.value);
  expect(report.avoided.high).toBeGreaterThanOrEqual(report.avoided.value);
  expect(report.shown).toBe(true);
  expect(report.months.map(({ month }) => month)).toEqual(['2025-09', '2025-10']);
  const add = (of: readonly { avoided: { value: number } }[]) =>
    of.reduce((total, { avoided }) => total + avoided.value, 0);
  expect(add(report.months)).toBeCloseTo(report.avoided.value, 8);
  expect(add(report.sites)).toBeCloseTo(report.avoided.value, 8);
  // A primary school's meal weighs 0.53 kg, a secondary school's that cooks 0.735 kg.
  const [lac, mont] = ['LAC', 'MONT'].map(
    (name) => report.sites.find(({ site }) => site === name)?.avoided.value ?? 0,
  );
  expect(report.kilograms.value).toBeCloseTo(0.53 * (lac ?? 0) + 0.735 * (mont ?? 0), 8);
  expect(report.euros.value).toBeCloseTo(2.3 * report.kilograms.value, 8);
  expect(report.carbon.value).toBeCloseTo(4 * report.kilograms.value, 8);
});

test('what happened is told day by day, and what it is compared with can be chosen', async () => {
  const report = await value(serviceOn('data'), 'impact.report', period);
  expect(report.counterfactuals).toEqual(['estimated', 'equal-shortage']);
  expect(report.facts).toMatchObject({
    siteDays: report.siteDays,
    served: report.served,
    surplus: report.surplus.ours,
    missing: report.missing.ours,
  });
  const first = used[0] ?? '';
  expect(report.facts.dates[0]).toEqual({
    date: first,
    served: served(first, 0) + served(first, 1),
    surplus: names.reduce((sum, _, i) => sum + Math.max(0, ordered(first, i) - served(first, i)), 0),
    missing: names.reduce((sum, _, i) => sum + Math.max(0, served(first, i) - ordered(first, i)), 0),
  });
  expect(report.facts.dates).toHaveLength(used.length);
  expect(report.headline).toMatch(
    /^Du 1er septembre 2025 au 31 octobre 2025\u00a0: \d+ repas de surplus en moins, mais \d+ repas manquants de plus\.$/,
  );
  const other = await value(serviceOn('data'), 'impact.report', {
    ...period,
    counterfactual: 'equal-shortage',
  });
  expect(other.counterfactual).toBe('equal-shortage');
  expect(other.shortage.value).toBeCloseTo(0, 6);
  expect(other.facts).toEqual(report.facts);
});

test('before 20 days there are facts and no page for the council; then one, and a table', async () => {
  const early = { from: used[0] ?? '', to: used[11] ?? '' };
  const report = await value(serviceOn('data'), 'impact.report', early);
  expect(report).toMatchObject({ enough: false, shown: false });
  expect(report.facts.dates).toHaveLength(12);
  expect(report.headline).toBe(
    `En 12 jours\u00a0: surplus ${report.facts.surplus}, manque ${report.facts.missing}. Ce que l’outil a évité n’est pas encore démontré.`,
  );
  expect(await error(serviceOn('data'), 'impact.council', { ...early, format: 'html' })).toMatchObject({
    kind: 'refused',
  });
  const page = await value(serviceOn('data'), 'impact.council', { ...period, format: 'html' });
  const whole = await value(serviceOn('data'), 'impact.report', period);
  expect(page.body).toContain(`<h1>${whole.headline}</h1>`);
  expect(page.body).toContain('environ un tiers du gaspillage');
  const table = await value(serviceOn('data'), 'impact.export', { ...period, format: 'csv' });
  expect(table.fileName).toBe('bilan-2025-09-01-2025-10-31.csv');
  const lines = table.body.split('\r\n');
  const numbers = [whole.siteDays, whole.served, whole.surplus.ours, Math.round(whole.surplus.other)];
  expect(lines[1]).toContain(`Ensemble;${numbers.join(';')};${Math.round(whole.avoided.value)};`);
  expect(lines.filter((line) => line.startsWith('2025-'))).toHaveLength(used.length);
});

test('a slope that was weighed takes the place of ADEME’s kilograms', async () => {
  const service = serviceOn('data');
  const sites = await value(service, 'sites.list', {});
  const siteId = sites.find(({ name }) => name === 'MONT')?.id ?? 0;
  const [from = '', to = ''] = [used[0], used[6]];
  const { id } = await value(service, 'weighings.saveCampaign', {
    id: null,
    siteId,
    from,
    to,
    sources: ['unserved'],
  });
  for (const date of used.slice(0, 7)) {
    const surplus = Math.max(0, ordered(date, 1) - served(date, 1));
    await value(service, 'weighings.saveDay', {
      campaignId: id,
      date,
      distributed: 150,
      masses: [
        { source: 'unserved', part: 'edible', gross: 1000 + 400 * surplus },
        { source: 'unserved', part: 'inedible', gross: 0 },
      ],
    });
  }
  const report = await value(service, 'impact.report', period);
  expect(report.kilograms).toMatchObject({ source: 'weighed', per: 'meal' });
  expect(report.kilograms.factor).toBeCloseTo(0.4, 8);
  expect(report.kilograms.value).toBeCloseTo(0.4 * report.avoided.value, 6);
  expect(report.kilograms.low).toBeCloseTo(0.4 * report.avoided.low, 6);
  expect(report.weighed).toMatchObject({ days: 7, meals: 1050 });
});

test('own costs take the place of weights', async () => {
  const input = { ...period, foodCost: 2, costs: { missing: 6, wasted: 1.5 } };
  const report = await value(serviceOn('data'), 'impact.report', input);
  expect(report.euros).toMatchObject({ per: 'meal', source: 'own', factor: 2 });
  expect(report.euros.value).toBeCloseTo(2 * report.avoided.value, 8);
  expect(report.worth).toBeCloseTo(1.5 * report.avoided.value - 6 * report.shortage.value, 8);
});

test('without orders on record there is nothing, and replayed ones count only where asked for', async () => {
  const before = { from: '2025-01-06', to: '2025-02-07' };
  expect(await value(serviceOn('data'), 'impact.report', before)).toMatchObject({
    siteDays: 0,
    shown: false,
    sites: [],
  });
  const replayed = await value(serviceOn('data'), 'impact.report', { ...before, replayed: true, lead: 7 });
  expect(replayed).toMatchObject({ orders: 'replayed', counterfactual: 'measured' });
  expect(replayed.siteDays).toBeGreaterThan(20);
}, 120_000);

test('a period the wrong way round is refused', async () => {
  expect(
    await error(serviceOn('data'), 'impact.report', { from: '2025-10-31', to: '2025-09-01' }),
  ).toMatchObject({
    kind: 'invalid-input',
  });
});

test('where the staff wrote their figure first the order is compared with it: measured, beside what is estimated', async () => {
  const before = await value(serviceOn('data'), 'impact.report', period);
  expect(before).toMatchObject({ measured: 0, counterfactuals: ['estimated', 'equal-shortage'] });
  const first = used.slice(0, 4);
  const early = { ...period, to: first.at(-1) ?? '' };
  const replaced = await value(serviceOn('data'), 'impact.report', early);
  const figure = (date: string, i: number) => served(date, i) + 9;
  const db = openDatabase(databaseFile(`${folder}/data`));
  const ids = new Map(listSites(db).map(({ id, name }) => [name, id]));
  const figures = first.flatMap((date) =>
    names.map((name, i) => ({ siteId: ids.get(name) ?? 0, date, quantity: figure(date, i) })),
  );
  saveStaffFigures(db, figures, { by: null, at: '2025-08-25T09:00' });
  db.close();
  const sum = (of: (date: string, i: number) => number) =>
    first.reduce((total, date) => total + names.reduce((all, _, i) => all + of(date, i), 0), 0);
  const measured = sum((date, i) => 9 - Math.max(0, ordered(date, i) - served(date, i)));
  const service = serviceOn('data');
  const report = await value(service, 'impact.report', period);
  expect(report.counterfactuals).toEqual(['estimated', 'equal-shortage', 'measured']);
  expect(report.counterfactual).toBe('estimated');
  expect(report.measured).toBeCloseTo(measured, 8);
  expect(report.siteDays).toBe(before.siteDays);
  const add = (of: readonly { measured: number }[]) => of.reduce((total, one) => total + one.measured, 0);
  expect(add(report.months)).toBeCloseTo(measured, 8);
  // The others are compared as before.
  const others = before.avoided.value - replaced.avoided.value;
  expect(report.avoided.value - report.measured).toBeCloseTo(others, 8);
  const alone = await value(service, 'impact.report', { ...period, counterfactual: 'measured' });
  expect(alone).toMatchObject({ counterfactual: 'measured', siteDays: figures.length, enough: false });
  expect(alone.avoided.value).toBeCloseTo(measured, 8);
  expect(alone.leftOut.noCounterfactual).toBe(report.siteDays - figures.length);
  const stretched = await value(service, 'impact.report', { ...period, counterfactual: 'equal-shortage' });
  expect(stretched.measured).toBeCloseTo(measured, 8);
  const { body } = await value(service, 'impact.council', { ...period, format: 'html' });
  expect(body).toContain(`${Math.round(measured)} mesurés`);
  expect(body).toContain(
    'la pratique de l’équipe l’année d’avant, et avec le chiffre que l’équipe a écrit d’abord',
  );
});
