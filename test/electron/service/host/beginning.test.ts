import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { databaseFile } from '../../../../electron/service/context/data-folder.ts';
import { temporaryFolder, writeUnder } from '../../../support/temporary-folder.ts';
import { error, servicesUnder, testToday, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);

describe('an empty folder', () => {
  const service = serviceOn('empty');

  test('the state says so', async () => {
    expect(await value(service, 'app.state', {})).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      dataFolder: join(folder, 'empty'),
      folderNotes: [],
      today: testToday,
      empty: true,
      sample: false,
      sites: 0,
      siteDays: 0,
      menuDays: 0,
      questions: 0,
      openRecordDays: [],
      firstDay: null,
      lastDay: null,
      lastRecipient: null,
      staffWeeks: [],
      suggestedWeek: '2026-01-12',
      schoolZone: { zone: null, inferred: false },
      // The last summer of the built-in calendar.
      holidaysTo: '2027-08-31',
      holidaysMissing: null,
      asksGoodFriday: false,
      settings: {
        language: null,
        theme: 'system',
        serviceLevel: 0.8,
        zone: 'auto',
        publicHolidays: 'auto',
        goodFriday: null,
        courseLevels: {},
        foodCost: null,
        dayReview: true,
        dayReviewed: null,
        tourSeen: false,
        person: null,
      },
    });
  });

  test('a plan keeps its shape without a site', async () => {
    const plan = await value(service, 'plan.week', { from: '2026-01-12', to: '2026-01-16' });
    expect(plan).toMatchObject({ asOf: '2026-01-11', rows: [], totals: [], refused: [] });
    expect(plan.days).toHaveLength(5);
  });

  test('nothing to replay, nothing to serve, nothing to undo', async () => {
    const period = { from: '2025-12-01', to: '2025-12-05', lead: 7 };
    expect(await error(service, 'backtest.run', period)).toMatchObject({
      kind: 'refused',
      message:
        'Aucun relevé entre le 1er décembre 2025 et le 5 décembre 2025\u00a0: il n’y a rien à comparer.',
    });
    expect(await error(service, 'sheet.make', { date: '2026-01-12', format: 'html' })).toMatchObject({
      kind: 'refused',
    });
    expect(await error(service, 'imports.undo', { batch: 3 })).toMatchObject({
      kind: 'not-found',
      message: 'L’import 3 n’existe pas ou a déjà été annulé.',
    });
    expect(await error(service, 'sample.clear', {})).toMatchObject({ kind: 'refused' });
  });

  test('settings are kept; one that is not given stays', async () => {
    await value(service, 'settings.save', { serviceLevel: 0.9, language: 'en' });
    expect(await value(service, 'settings.save', { theme: 'dark' })).toEqual({
      language: 'en',
      theme: 'dark',
      serviceLevel: 0.9,
      zone: 'auto',
      publicHolidays: 'auto',
      goodFriday: null,
      courseLevels: {},
      foodCost: null,
      dayReview: true,
      dayReviewed: null,
      tourSeen: false,
      person: null,
    });
    expect((await value(service, 'app.state', {})).settings.serviceLevel).toBe(0.9);
  });
});

describe('a canteen typed in by hand', () => {
  const service = serviceOn('typed');
  const draft = { name: 'Les Tilleuls', kind: 'E', capacity: 120, enrolled: 100 } as const;

  test('is there at once and forecast from its enrolment', async () => {
    const site = await value(service, 'sites.add', draft);
    expect(site).toMatchObject({
      name: 'Les Tilleuls',
      kind: 'E',
      capacity: 120,
      siteDays: 0,
      firstDay: null,
    });
    const plan = await value(service, 'plan.week', { from: '2026-01-15', to: '2026-01-15' });
    const [row] = plan.rows;
    expect(plan.asOf).toBe(testToday);
    expect(row).toMatchObject({ siteId: site.id, model: 'enrolment' });
    expect(row?.order).toBeGreaterThanOrEqual(row?.median ?? Number.NaN);
  });

  test('starts from an estimate of its ordinary day, which is no count, and is taken back with it', async () => {
    const added = await service.call(
      'sites.add',
      { ...draft, name: 'Les Ormes', usual: 62 },
      { language: 'fr' },
    );
    const site = added.ok ? added.value : null;
    const plan = await value(service, 'plan.week', { from: '2026-01-15', to: '2026-01-15' });
    const row = plan.rows.find(({ siteId }) => siteId === site?.id);
    expect(row).toMatchObject({ model: 'usual-day', flags: expect.arrayContaining(['no-history']) });
    expect(row?.median).toBeCloseTo(62, -1);
    expect((await value(service, 'app.state', {})).siteDays).toBe(0);
    const edits = added.ok && added.edit !== undefined ? [added.edit] : [];
    await value(service, 'edits.step', { edits, way: 'undo' });
    expect((await value(service, 'sites.list', {})).map(({ name }) => name)).not.toContain('Les Ormes');
  });

  test('is not added twice', async () => {
    expect(await error(service, 'sites.add', { ...draft, name: 'LES  TILLEULS' })).toMatchObject({
      kind: 'refused',
      message: '«\u00a0LES  TILLEULS\u00a0» existe déjà. Rien n’a été ajouté.',
    });
  });

  test('without enrolment or places it is listed as refused, and a cell of it too', async () => {
    const site = await value(service, 'sites.add', {
      ...draft,
      name: 'La Fontaine',
      capacity: null,
      enrolled: null,
    });
    const plan = await value(service, 'plan.week', { from: '2026-01-15', to: '2026-01-16' });
    expect(plan.refused).toEqual([
      {
        siteId: site.id,
        site: 'La Fontaine',
        siteKind: 'E',
        date: null,
        portions: false,
        reason:
          'Ni fréquentation, ni effectif, ni nombre de places connus avant ce jour\u00a0: aucune prévision possible.',
      },
    ]);
    expect(await error(service, 'plan.cell', { siteId: site.id, date: '2026-01-15' }, 'en')).toMatchObject({
      kind: 'refused',
      message:
        'La Fontaine, 15 January 2026: no forecast. No attendance, enrolment or number of seats known before this day: no forecast is possible.',
    });
    expect(await error(service, 'plan.cell', { siteId: 999, date: '2026-01-15' })).toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('the sample canteens', () => {
  test('are loaded into an empty folder only, marked, and taken away again', async () => {
    const service = serviceOn('sample');
    const report = await value(service, 'sample.load', {});
    expect(report.files.every(({ refused, asked }) => refused === 0 && asked === 0)).toBe(true);
    expect(await value(service, 'app.state', {})).toMatchObject({ sample: true, empty: false, sites: 6 });
    expect(await error(service, 'sample.load', {})).toMatchObject({
      kind: 'refused',
      message: 'Il y a déjà des données. Les cantines d’exemple n’ont pas été ajoutées.',
    });
    expect(await value(service, 'sample.clear', {})).toBeNull();
    expect(await value(service, 'app.state', {})).toMatchObject({ sample: false, empty: true, sites: 0 });
  });
});

describe('data that cannot be used are left as they are', () => {
  test('a newer file', async () => {
    const service = serviceOn('newer');
    await value(service, 'app.state', {});
    await service.close();
    const db = new Database(databaseFile(join(folder, 'newer')));
    db.pragma('user_version = 99990');
    db.close();
    expect(await error(service, 'app.state', {}, 'en')).toEqual({
      kind: 'newer-data',
      message: 'This data comes from a newer version of Bonne Mesure. It was not touched.',
      remedy: 'Install the latest version, or choose another data folder.',
    });
  });

  test('a file that is no database', async () => {
    mkdirSync(join(folder, 'damaged'));
    writeFileSync(databaseFile(join(folder, 'damaged')), 'This is a letter to the mayor. '.repeat(400));
    const service = serviceOn('damaged');
    expect(await error(service, 'sites.list', {})).toMatchObject({ kind: 'damaged-data' });
    expect(readdirSync(join(folder, 'damaged'))).toEqual(['canteen.sqlite']);
  });

  test('a folder that cannot be made', async () => {
    writeUnder(folder, 'a-file', 'x');
    const service = serviceOn('a-file/data');
    expect(await error(service, 'app.state', {})).toMatchObject({ kind: 'file' });
  });
});
