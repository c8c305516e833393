import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { error, importing, servicesUnder, testToday, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);

const day = 86_400_000;
/** Mondays, Tuesdays, Thursdays and Fridays of a period. */
function schoolDays(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += day) {
    if ([1, 2, 4, 5].includes(new Date(at).getUTCDay())) days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}
/** Between the summer and the autumn holidays, and after these to the winter ones. */
const served = [...schoolDays('2025-09-01', '2025-10-17'), ...schoolDays('2025-11-03', '2025-12-19')].filter(
  (date) => date !== '2025-11-11',
);
const csv = (rows: readonly (readonly [string, string])[]) =>
  ['site_type,date,reel,site_nom', ...rows.map(([site, date]) => `E,${date},80,${site}`), ''].join('\n');

const missing = ['2025-10-06', '2025-10-07'];

async function opened(name: string) {
  const service = serviceOn(name);
  const rows = [
    ...served.map((date) => ['Les Tilleuls', date] as const),
    ...served.filter((date) => !missing.includes(date)).map((date) => ['La Fontaine', date] as const),
    ...served.filter((date) => date >= '2025-11-01').map((date) => ['Les Marronniers', date] as const),
  ];
  await importing(service, folder, 'frequentation.csv', csv(rows));
  const sites = await value(service, 'sites.list', {});
  return { service, idOf: (site: string) => sites.find((one) => one.name === site)?.id ?? 0 };
}

test('sites and months: school days that should be recorded, and those that are', async () => {
  const { service } = await opened('map');
  const { months, sites, lastDay } = await value(service, 'data.coverage', {});
  // Records that end less than two months ago go on to yesterday: the days of January are missing.
  expect(months).toEqual(['2025-09', '2025-10', '2025-11', '2025-12', '2026-01']);
  expect(lastDay).toBe('2026-01-13');
  expect(sites.map(({ site }) => site)).toEqual(['La Fontaine', 'Les Marronniers', 'Les Tilleuls']);
  const [fontaine, marronniers, tilleuls] = sites;
  expect(tilleuls?.expected).toEqual([18, 10, 15, 12, 6]);
  expect(tilleuls?.recorded).toEqual([18, 10, 15, 12, 0]);
  expect(fontaine?.recorded).toEqual([18, 8, 15, 12, 0]);
  expect(marronniers?.recorded).toEqual([0, 0, 15, 12, 0]);
});

test('a site’s own week says what should be on record, and is shown so in the menus', async () => {
  const service = serviceOn('own-week');
  const wednesdays = ['2025-11-05', '2025-11-12', '2025-11-19', '2025-11-26', '2025-12-03', '2025-12-10'];
  const rows = [
    ...served.flatMap((date) => [['Les Tilleuls', date] as const, ['La Fontaine', date] as const]),
    ...served.map((date) => ['Les Ormes', date] as const),
    // It serves on Wednesdays too; one is missing.
    ...wednesdays.filter((date) => date !== '2025-11-26').map((date) => ['Les Ormes', date] as const),
  ];
  await importing(service, folder, 'semaines.csv', csv(rows));
  const sites = await value(service, 'sites.list', {});
  const idOf = (name: string) => sites.find((one) => one.name === name)?.id ?? 0;
  const gaps = async (name: string, month: string) =>
    (await value(service, 'data.coverageDays', { siteId: idOf(name), month }))
      .filter((one) => one.expected && one.served === null)
      .map(({ date }) => date);
  expect(await gaps('Les Ormes', '2025-11')).toEqual(['2025-11-26']);
  expect(await gaps('Les Tilleuls', '2025-11')).toEqual([]);
  // Stated from now on: Mondays alone.
  const never = { weekdays: [], everyOtherWeek: [] };
  const week = { term: { weekdays: [1], everyOtherWeek: [] }, holidays: never };
  await value(service, 'sites.saveServiceWeek', { siteId: idOf('Les Tilleuls'), from: testToday, week });
  const closedOn = async (name: string, date: string) => {
    const { weeks, weekdays } = await value(service, 'menus.month', { month: '2026-01', siteId: idOf(name) });
    return [weeks.flatMap(({ days }) => days).find((one) => one.date === date)?.closed, weekdays];
  };
  const [wednesday, thursday] = ['2026-01-21', '2026-01-22'];
  expect(await closedOn('Les Ormes', wednesday)).toEqual([null, [1, 2, 3, 4, 5]]);
  expect(await closedOn('La Fontaine', wednesday)).toEqual(['no-service', [1, 2, 4, 5]]);
  expect(await closedOn('Les Tilleuls', thursday)).toEqual(['no-service', [1]]);
});

test('a strike and a closure are no gaps', async () => {
  const { service, idOf } = await opened('strike');
  const siteId = idOf('La Fontaine');
  await value(service, 'closures.save', {
    closures: [
      { from: '2025-10-06', siteId, kind: 'strike' },
      { from: '2025-10-07', siteId: null, kind: 'closure' },
    ],
  });
  const { sites } = await value(service, 'data.coverage', {});
  expect(sites[0]).toMatchObject({ site: 'La Fontaine', expected: [18, 8, 15, 12, 6] });
  // What was served on that day all the same counts.
  expect(sites[2]?.expected[1]).toBe(10);
});

test('the days of a square; a count typed in fills it, and is taken back', async () => {
  const { service, idOf } = await opened('days');
  const siteId = idOf('La Fontaine');
  const days = await value(service, 'data.coverageDays', { siteId, month: '2025-10' });
  expect(days).toHaveLength(23);
  expect(days.filter((one) => one.expected && one.served === null).map(({ date }) => date)).toEqual(missing);
  expect(days.find(({ date }) => date === '2025-10-01')).toMatchObject({
    closed: 'no-service',
    expected: false,
  });
  expect(days.find(({ date }) => date === '2025-10-20')).toMatchObject({ closed: 'school-holiday' });
  const events: string[] = [];
  service.subscribe(({ type }) => events.push(type));
  await value(service, 'attendance.save', {
    siteId,
    days: missing.map((date) => ({ date, served: 77 })),
  });
  expect(events).toContain('changed');
  expect((await value(service, 'data.coverage', {})).sites[0]?.recorded[1]).toBe(10);
  const filled = await value(service, 'data.coverageDays', { siteId, month: '2025-10' });
  expect(filled.find(({ date }) => date === '2025-10-06')).toMatchObject({ served: 77, typed: true });
  await value(service, 'attendance.save', {
    siteId,
    days: missing.map((date) => ({ date, served: null })),
  });
  expect((await value(service, 'data.coverage', {})).sites[0]?.recorded[1]).toBe(8);
});

test('what makes no sense is refused', async () => {
  const { service, idOf } = await opened('refused');
  const siteId = idOf('La Fontaine');
  const ahead = { siteId, days: [{ date: '2026-01-15', served: 3 }] };
  expect(await error(service, 'attendance.save', ahead)).toMatchObject({ kind: 'refused' });
  expect(await error(service, 'attendance.save', { ...ahead, siteId: 99 })).toMatchObject({
    kind: 'not-found',
  });
  expect(await error(service, 'data.coverageDays', { siteId: 99, month: '2025-10' })).toMatchObject({
    kind: 'not-found',
  });
  expect(await error(service, 'data.coverageDays', { siteId, month: '2025-13' })).toMatchObject({
    kind: 'invalid-input',
  });
});

test.each(['cleared', 'undone'])(
  'counts typed in about the sample canteens go with them when they are %s',
  async (how) => {
    const service = serviceOn(`sample-${how}`);
    const { batch } = await value(service, 'sample.load', {});
    for (const { id } of await value(service, 'sites.list', {})) {
      await value(service, 'attendance.save', { siteId: id, days: [{ date: testToday, served: 77 }] });
    }
    await (how === 'cleared'
      ? value(service, 'sample.clear', {})
      : value(service, 'imports.undo', { batch: batch ?? 0 }));
    expect(await value(service, 'app.state', {})).toMatchObject({ empty: true, sample: false });
    expect(await value(service, 'sites.list', {})).toEqual([]);
    await value(service, 'sample.load', {});
  },
);

test('nothing recorded: an empty map', async () => {
  expect(await value(serviceOn('empty'), 'data.coverage', {})).toEqual({
    months: [],
    sites: [],
    lastDay: null,
    missingEverywhere: [],
  });
});
