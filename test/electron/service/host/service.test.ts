import type { ApiEvent } from '../../../../electron/api/contract.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { attendanceCsv } from '../../canteen-files.ts';
import { error, importing, servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);

describe('from a file to a plan', () => {
  const service = serviceOn('main');
  const events: ApiEvent[] = [];

  beforeAll(async () => {
    service.subscribe((event) => events.push(event));
    await importing(
      service,
      folder,
      'frequentation.csv',
      attendanceCsv('2025-09-01', '2026-01-13'),
      'import-1',
    );
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

  test('a backtest on the day itself is one of the eve, and says so', async () => {
    const { report } = await value(service, 'backtest.run', {
      from: '2025-12-01',
      to: '2025-12-05',
      lead: 0,
    });
    expect(report.lead).toBe(1);
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

  test('a sheet late in the week shows the order of the week', async () => {
    const week = await value(service, 'plan.week', { from: '2026-01-12', to: '2026-01-16' });
    const csv = await value(service, 'sheet.make', { date: '2026-01-15', format: 'csv' });
    const ordered = week.rows.filter(({ date }) => date === '2026-01-15');
    expect(ordered).toHaveLength(2);
    for (const { site, order } of ordered) {
      expect(csv.body).toMatch(new RegExp(`${site}.*;${order};`));
    }
  });

  test('a strike imported today changes the days ahead in the week under way, not those gone by', async () => {
    const week = { from: '2026-01-12', to: '2026-01-16' };
    const before = await value(service, 'plan.week', week);
    expect(before.rows.map(({ date, asOf }) => `${date} ${asOf}`)).toContain('2026-01-13 2026-01-11');
    expect(before.rows.map(({ date, asOf }) => `${date} ${asOf}`)).toContain('2026-01-15 2026-01-14');
    await importing(service, folder, 'greves.csv', 'date;evenement\n13/01/2026;GREVE\n15/01/2026;GREVE\n');
    const after = await value(service, 'plan.week', week);
    const flagged = after.rows.filter(({ flags }) => flags.includes('strike')).map(({ date }) => date);
    expect([...new Set(flagged)]).toEqual(['2026-01-15']);
    const [batch] = await value(service, 'imports.list', {});
    await value(service, 'imports.undo', { batch: batch?.batch ?? 0 });
  });

  test('new data change the plan', async () => {
    const week = { from: '2026-01-15', to: '2026-01-15' };
    const before = await value(service, 'plan.week', week);
    const doubled = attendanceCsv('2025-11-03', '2026-01-13').replace(/;(\d+);(LES TILLEULS)/g, ';300;$2');
    const report = await importing(service, folder, 'corrections.csv', doubled);
    const after = await value(service, 'plan.week', week);
    expect(after.totals[0]?.mean).toBeGreaterThan((before.totals[0]?.mean ?? 0) + 50);
    const batch = report.ok ? (report.value.batch ?? 0) : 0;
    expect(await value(service, 'imports.undo', { batch })).toMatchObject({ batch, kept: 0 });
    expect((await value(service, 'plan.week', week)).totals).toEqual(before.totals);
  });

  test('a name that nobody knows becomes a question, and its answer counts', async () => {
    await importing(
      service,
      folder,
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
      impossibleDays: 0,
      unlikelyCounts: [],
      oddFactors: [],
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
    const result = await importing(service, folder, 'long.csv', long, 'stop-me');
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
