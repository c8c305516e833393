import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { ApiEvent, Input, Method, Output } from '../../../electron/api/contract.ts';
import { databaseFile } from '../../../electron/service/data-folder.ts';
import { createService, type Service } from '../../../electron/service/service.ts';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { attendanceCsv } from '../canteen-files.ts';

const folder = temporaryFolder();
const today = '2026-01-14';
const services: Service[] = [];

function serviceOn(name: string): Service {
  const service = createService({ dataFolder: join(folder, name), today: () => today });
  services.push(service);
  return service;
}

afterAll(() => Promise.all(services.map((service) => service.close())));

async function value<M extends Method>(service: Service, method: M, input: Input<M>): Promise<Output<M>> {
  const result = await service.call(method, input, { language: 'fr' });
  if (!result.ok) {
    throw new Error(`${method}: ${result.error.message}`);
  }
  return result.value;
}

async function error(service: Service, method: Method, input: unknown, language: 'fr' | 'en' = 'fr') {
  const result = await service.call(method, input, { language });
  return result.ok ? null : result.error;
}

async function importing(service: Service, name: string, text: string, job?: string) {
  const { ticket } = await service.registerFile(writeUnder(folder, `in/${name}`, text), name);
  return service.call('imports.run', { tickets: [ticket] }, { language: 'fr', ...(job ? { job } : {}) });
}

describe('inputs are checked at the border', () => {
  const service = serviceOn('border');

  test.each<[Method, unknown, string]>([
    ['plan.week', {}, 'Champ «\u00a0from\u00a0»\u00a0: un texte est attendu.'],
    [
      'plan.week',
      { from: '2026-01-05', to: '2026-01-01' },
      'Champ «\u00a0to\u00a0»\u00a0: la fin précède le début.',
    ],
    [
      'plan.week',
      { from: '2026-01-05', to: '2026-05-01' },
      'Champ «\u00a0to\u00a0»\u00a0: au plus 62 jours à la fois.',
    ],
    [
      'plan.cell',
      { siteId: 1.5, date: '2026-01-05' },
      'Champ «\u00a0siteId\u00a0»\u00a0: un nombre entier est attendu.',
    ],
    ['settings.save', { serviceLevel: 0.99 }, 'Champ «\u00a0serviceLevel\u00a0»\u00a0: au plus 0,95.'],
    [
      'settings.save',
      { theme: 'pink' },
      'Champ «\u00a0theme\u00a0»\u00a0: une de ces valeurs est attendue\u00a0: system, light, dark.',
    ],
    ['settings.save', { colour: 'pink' }, 'Champ «\u00a0colour\u00a0»\u00a0: ce champ n’existe pas.'],
    [
      'sites.add',
      { name: ' ', kind: 'E', capacity: null, enrolled: null },
      'Champ «\u00a0name\u00a0»\u00a0: il ne peut pas être vide.',
    ],
    ['imports.run', { tickets: [] }, 'Champ «\u00a0tickets\u00a0»\u00a0: il ne peut pas être vide.'],
    [
      'questions.answer',
      { id: 1, kind: 'site', answer: { type: 'maybe' } },
      'Champ «\u00a0answer.type\u00a0»\u00a0: une de ces valeurs est attendue\u00a0: site, new-site, unanswered.',
    ],
    ['app.state', null, 'Demande illisible\u00a0: un objet est attendu.'],
    [
      'backtest.run',
      { from: '2026-01-05', to: '2026-01-06', lead: -1 },
      'Champ «\u00a0lead\u00a0»\u00a0: au moins 0.',
    ],
  ])('%s %j', async (method, input, message) => {
    expect(await error(service, method, input)).toEqual({
      kind: 'invalid-input',
      message,
      remedy: 'Corrigez ce champ et recommencez. Rien n’a été changé.',
    });
  });

  test('in English', async () => {
    expect(await error(service, 'imports.undo', { batch: 'x' }, 'en')).toEqual({
      kind: 'invalid-input',
      message: 'Field “batch”: a number is expected.',
      remedy: 'Correct this field and try again. Nothing was changed.',
    });
  });

  test('a method that does not exist', async () => {
    const refused = await error(service, 'toString' as Method, {});
    expect(refused?.message).toBe('La demande «\u00a0toString\u00a0» n’existe pas dans cette version.');
  });
});

describe('an empty folder', () => {
  const service = serviceOn('empty');

  test('the state says so', async () => {
    expect(await value(service, 'app.state', {})).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      dataFolder: join(folder, 'empty'),
      today,
      empty: true,
      sample: false,
      sites: 0,
      siteDays: 0,
      menuDays: 0,
      questions: 0,
      firstDay: null,
      lastDay: null,
      suggestedWeek: '2026-01-12',
      settings: { language: null, theme: 'system', serviceLevel: 0.8 },
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
        'Aucun repas compté entre le 1er décembre 2025 et le 5 décembre 2025\u00a0: il n’y a rien à comparer.',
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
    expect(plan.asOf).toBe(today);
    expect(row).toMatchObject({ siteId: site.id, model: 'enrolment' });
    expect(row?.order).toBeGreaterThanOrEqual(row?.median ?? Number.NaN);
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
        site: 'La Fontaine',
        siteKind: 'E',
        date: null,
        reason:
          'Ni fréquentation, ni effectif, ni nombre de places connus avant ce jour\u00a0: aucune prévision possible.',
      },
    ]);
    expect(await error(service, 'plan.cell', { siteId: site.id, date: '2026-01-15' }, 'en')).toMatchObject({
      kind: 'refused',
      message:
        'La Fontaine, 15 January 2026: no forecast. No attendance, enrolment or number of places known before this day: no forecast is possible.',
    });
    expect(await error(service, 'plan.cell', { siteId: 999, date: '2026-01-15' })).toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('from a file to a plan', () => {
  const service = serviceOn('main');
  const events: ApiEvent[] = [];

  beforeAll(async () => {
    service.subscribe((event) => events.push(event));
    await importing(service, 'frequentation.csv', attendanceCsv('2025-09-01', '2026-01-13'), 'import-1');
  });

  test('importing tells its progress and that the data changed', () => {
    const progress = events.flatMap((event) => (event.type === 'progress' ? event : []));
    expect(progress.length).toBeGreaterThan(0);
    expect(progress.every(({ job }) => job === 'import-1')).toBe(true);
    expect(events.at(-1)).toEqual({ type: 'changed' });
  });

  test('the state and the sites', async () => {
    const state = await value(service, 'app.state', {});
    expect(state).toMatchObject({ empty: false, sites: 2, firstDay: '2025-09-01', lastDay: '2026-01-13' });
    const sites = await value(service, 'sites.list', {});
    expect(sites.map(({ name, kind }) => [name, kind])).toEqual([
      ['LA FONTAINE', 'M'],
      ['LES TILLEULS', 'E'],
    ]);
  });

  test('a plan of the week: rows, totals, days', async () => {
    const input = { from: '2026-01-12', to: '2026-01-18', asOf: '2026-01-11', serviceLevel: 0.8 };
    const plan = await value(service, 'plan.week', input);
    expect(plan.rows).toHaveLength(8);
    for (const row of plan.rows) {
      expect(row.low).toBeLessThanOrEqual(row.median);
      expect(row.median).toBeLessThanOrEqual(row.high);
      expect(row.order).toBeGreaterThanOrEqual(Math.floor(row.median));
      expect(row.serviceLevel).toBe(0.8);
    }
    expect(plan.days.map(({ closed }) => closed)).toEqual([
      null,
      null,
      expect.any(String),
      null,
      null,
      'weekend',
      'weekend',
    ]);
    for (const total of plan.totals) {
      const rows = plan.rows.filter(({ date }) => date === total.date);
      expect(total.order).toBe(rows.reduce((sum, row) => sum + row.order, 0));
      expect(total.mean).toBeCloseTo(
        rows.reduce((sum, row) => sum + row.mean, 0),
        3,
      );
    }
  });

  test('the service level comes from the settings, and only the order follows it', async () => {
    const week = { from: '2026-01-15', to: '2026-01-15' };
    await value(service, 'settings.save', { serviceLevel: 0.95 });
    const high = await value(service, 'plan.week', week);
    await value(service, 'settings.save', { serviceLevel: 0.5 });
    const low = await value(service, 'plan.week', week);
    expect(high.serviceLevel).toBe(0.95);
    expect(high.totals[0]?.order).toBeGreaterThan(low.totals[0]?.order ?? Number.NaN);
    expect(high.totals[0]?.mean).toBe(low.totals[0]?.mean);
    await value(service, 'settings.save', { serviceLevel: 0.8 });
  });

  test('a cell: why this number, its past, the orders', async () => {
    const [site] = await value(service, 'sites.list', {});
    const siteId = site?.id ?? 0;
    const input = { siteId, date: '2026-01-15' };
    const cell = await value(service, 'plan.cell', input);
    const explained = cell.contributions.reduce((sum, { meals }) => sum + meals, 0);
    expect(explained).toBeCloseTo(cell.row.mean, 6);
    expect(cell.past).toHaveLength(12);
    expect(cell.past.at(-1)?.date).toBe('2026-01-08');
    expect(cell.past.map(({ date }) => date)).toEqual(cell.past.map(({ date }) => date).toSorted());
    expect(cell.past.every(({ served, staff }) => served !== null && staff === 64)).toBe(true);
    expect(cell.orders.map(({ serviceLevel }) => serviceLevel)).toEqual([
      0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95,
    ]);
    expect(cell.orders.find(({ serviceLevel }) => serviceLevel === 0.8)?.order).toBe(cell.row.order);
    const weekend = await error(service, 'plan.cell', { siteId, date: '2026-01-17' });
    expect(weekend?.message).toBe('LA FONTAINE, 17 janvier 2026\u00a0: pas de prévision. C’est un week-end.');
  });

  test('what is known cannot be later than what is forecast', async () => {
    const refused = await error(service, 'plan.week', {
      from: '2026-01-15',
      to: '2026-01-15',
      asOf: '2026-01-15',
    });
    expect(refused).toMatchObject({
      kind: 'invalid-input',
      message: 'Le dernier jour connu (15 janvier 2026) doit précéder le jour prévu (15 janvier 2026).',
    });
  });

  test('a backtest, with its lines', async () => {
    const input = { from: '2025-12-01', to: '2025-12-19', lead: 7, csv: true };
    const { report, csv } = await value(service, 'backtest.run', input);
    expect(report).toMatchObject({ from: '2025-12-01', to: '2025-12-19', lead: 7, serviceLevel: 0.8 });
    expect(report.measures.model.n).toBe(24);
    const lines = csv?.trimEnd().split('\n') ?? [];
    expect(lines[0]).toBe('date,site,siteKind,actual,staff,sameWeekday4,mean,q10,q50,q80,q90,order,origin');
    expect(lines).toHaveLength(25);
    expect(lines[1]).toMatch(/^2025-12-01,(LA FONTAINE,M|LES TILLEULS,E),\d+,\d+,/);
    const without = await value(service, 'backtest.run', { from: '2025-12-01', to: '2025-12-02', lead: 7 });
    expect(without.csv).toBeNull();
  });

  test('the sheet of a day, of one site and of all', async () => {
    const [site] = await value(service, 'sites.list', {});
    const day = { date: '2026-01-15', format: 'html' } as const;
    const one = await value(service, 'sheet.make', { ...day, siteId: site?.id ?? 0 });
    expect(one.mime).toBe('text/html');
    expect(one.body).toContain('LA FONTAINE');
    expect(one.body).not.toContain('LES TILLEULS');
    const all = await value(service, 'sheet.make', { ...day, format: 'csv' });
    expect(all.fileName).toMatch(/2026-01-15\.csv$/);
    expect(all.body).toContain('LES TILLEULS');
    expect(await error(service, 'sheet.make', { ...day, siteId: 99 })).toMatchObject({ kind: 'not-found' });
    const sunday = await error(service, 'sheet.make', { ...day, date: '2026-01-18' }, 'en');
    expect(sunday?.message).toBe('No site serves meals on 18 January 2026: there is no sheet to make.');
  });

  test('new data change the plan', async () => {
    const week = { from: '2026-01-15', to: '2026-01-15' };
    const before = await value(service, 'plan.week', week);
    const doubled = attendanceCsv('2025-11-03', '2026-01-13').replace(/;(\d+);(LES TILLEULS)/g, ';300;$2');
    const report = await importing(service, 'corrections.csv', doubled);
    const after = await value(service, 'plan.week', week);
    expect(after.totals[0]?.mean).toBeGreaterThan((before.totals[0]?.mean ?? 0) + 50);
    const batch = report.ok ? (report.value.batch ?? 0) : 0;
    expect(await value(service, 'imports.undo', { batch })).toMatchObject({ batch, kept: 0 });
    expect((await value(service, 'plan.week', week)).totals).toEqual(before.totals);
  });

  test('a name that nobody knows becomes a question, and its answer counts', async () => {
    await importing(
      service,
      'autre.csv',
      attendanceCsv('2025-09-01', '2025-10-01').replaceAll('TILLEULS', 'TILEULS'),
    );
    const [question] = await value(service, 'questions.list', {});
    expect(question).toMatchObject({ kind: 'site', name: 'LES TILEULS', siteKind: 'E' });
    expect(question?.proposal?.site).toBe('LES TILLEULS');
    const input = { id: question?.id ?? 0, kind: 'site', answer: { type: 'new-site' } } as const;
    expect(await value(service, 'questions.answer', input)).toEqual([]);
    expect((await value(service, 'app.state', {})).sites).toBe(3);
    expect(await error(service, 'questions.answer', { ...input, id: 999 })).toMatchObject({
      kind: 'not-found',
      message: 'La question 999 n’existe plus.',
    });
  });

  test('the data are in good order', async () => {
    expect(await value(service, 'data.check', {})).toEqual({
      ok: true,
      schemaVersion: expect.any(Number),
      findings: [],
    });
  });

  test('a cancelled import leaves no trace', async () => {
    const before = await value(service, 'imports.list', {});
    const unsubscribe = service.subscribe((event) => {
      if (event.type === 'progress') {
        service.cancel('stop-me');
      }
    });
    const long = attendanceCsv('1990-09-01', '2020-07-01');
    const result = await importing(service, 'long.csv', long, 'stop-me');
    unsubscribe();
    expect(result).toEqual({
      ok: false,
      error: {
        kind: 'cancelled',
        message: 'Arrêté à votre demande. Rien n’a été changé.',
        remedy: 'Relancez quand vous le voulez.',
      },
    });
    expect(await value(service, 'imports.list', {})).toEqual(before);
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
      message: 'These data come from a newer version of Bonne Mesure. They were not touched.',
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
