import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { OrderRule } from '../../../../electron/api/records.ts';
import { createService } from '../../../../electron/service/host/service.ts';
import { addDays, toDay } from '../../../../forecasting/calendar/day.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { attendanceCsv } from '../../canteen-files.ts';
import { error, importing, servicesUnder, testToday, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);
const service = serviceOn('rules');
const weekAhead: OrderRule = { type: 'lead', days: 7, at: '09:00' };
/** Friday 9:00 for Monday and Tuesday, Tuesday 9:00 for Thursday and Friday. */
const twiceAWeek: OrderRule = {
  type: 'weekly',
  deadlines: [
    { weekday: 5, at: '09:00', serves: [1, 2] },
    { weekday: 2, at: '09:00', serves: [4, 5] },
  ],
};
/** Monday to Friday of the week of `today`, a Wednesday. */
const week = { from: '2026-01-12', to: '2026-01-16', asOf: '2026-01-11' };
const [fontaine, tilleuls] = ['LA FONTAINE', 'LES TILLEULS'];
const idOf = async (name: string) =>
  (await value(service, 'sites.list', {})).find((site) => site.name === name)?.id ?? 0;

beforeAll(async () => {
  await importing(service, folder, 'frequentation.csv', attendanceCsv('2025-09-01', '2026-01-13'));
});

afterEach(async () => {
  for (const { siteId } of await value(service, 'orderRules.list', {})) {
    await value(service, 'orderRules.save', { siteId, rule: null });
  }
});

describe('saving', () => {
  test('no rule at first; one for all, one for a site; forgotten again', async () => {
    expect(await value(service, 'orderRules.list', {})).toEqual([]);
    const siteId = await idOf(tilleuls);
    await value(service, 'orderRules.save', { siteId, rule: twiceAWeek });
    const both = await value(service, 'orderRules.save', { siteId: null, rule: weekAhead });
    expect(both).toEqual([
      { siteId: null, rule: weekAhead, savedAt: expect.stringMatching(`^${testToday}T\\d\\d:\\d\\d$`) },
      { siteId, rule: twiceAWeek, savedAt: expect.any(String) },
    ]);
    expect(await value(service, 'orderRules.list', {})).toEqual(both);
    expect(await value(service, 'orderRules.save', { siteId, rule: null })).toEqual(both.slice(0, 1));
  });

  test('tells the others that something changed', async () => {
    const events: string[] = [];
    const stop = service.subscribe(({ type }) => events.push(type));
    await value(service, 'orderRules.save', { siteId: null, rule: weekAhead });
    stop();
    expect(events).toEqual(['changed']);
  });

  test.each<[string, object, string, string]>([
    [
      'after the service',
      { type: 'lead', days: 0, at: '14:00' },
      'Règle de commande refusée\u00a0: à 14:00 le jour même, les repas sont déjà servis. Rien n’a été changé.',
      'Order rule refused: at 14:00 on the day itself the meals are already being served. Nothing was changed.',
    ],
    [
      'after the service of a weekday',
      { type: 'weekly', deadlines: [{ weekday: 4, at: '15:00', serves: [4] }] },
      'Règle de commande refusée\u00a0: la limite de 15:00 tombe après le repas du jeudi (limite n°\u00a01). Rien n’a été changé.',
      'Order rule refused: the deadline at 15:00 falls after Thursday’s meal (deadline 1). Nothing was changed.',
    ],
    [
      'a time',
      { type: 'lead', days: 2, at: '9h00' },
      'Règle de commande refusée\u00a0: «\u00a09h00\u00a0» n’est pas une heure écrite HH:MM. Rien n’a été changé.',
      'Order rule refused: “9h00” is not a time written HH:MM. Nothing was changed.',
    ],
    [
      'a lead',
      { type: 'lead', days: 400, at: '09:00' },
      'Règle de commande refusée\u00a0: un délai se donne en jours entiers, de 0 à 90, et non 400. Rien n’a été changé.',
      'Order rule refused: a lead is given in whole days, from 0 to 90, not 400. Nothing was changed.',
    ],
  ])('%s is refused, with the reason', async (_what, rule, french, english) => {
    const input = { siteId: null, rule };
    expect(await error(service, 'orderRules.save', input)).toMatchObject({
      kind: 'refused',
      message: french,
    });
    expect((await error(service, 'orderRules.save', input, 'en'))?.message).toBe(english);
    expect(await value(service, 'orderRules.list', {})).toEqual([]);
  });

  test.each([
    [{ siteId: null, rule: { type: 'monthly' } }, 'règle, type'],
    [{ siteId: null, rule: { type: 'lead', days: 'seven', at: '09:00' } }, 'règle, jours'],
    [
      { siteId: null, rule: { type: 'weekly', deadlines: [{ weekday: 8, at: '09:00', serves: [1] }] } },
      'jour de la semaine',
    ],
    [{ rule: null }, 'site'],
  ])('%j is no request', async (input, field) => {
    const found = await error(service, 'orderRules.save', input);
    expect(found?.kind).toBe('invalid-input');
    expect(found?.message).toContain(field);
  });

  test('a site that is not there', async () => {
    const found = await error(service, 'orderRules.save', { siteId: 999, rule: weekAhead });
    expect(found).toMatchObject({ kind: 'not-found' });
  });

  test('a rule that cannot be read counts as never set', async () => {
    const db = new Database(join(folder, 'rules', 'canteen.sqlite'));
    db.exec(`INSERT INTO order_rule (site_id, rule) VALUES (NULL, '{"type":"by-moon"}')`);
    expect(await value(service, 'orderRules.list', {})).toEqual([]);
    db.exec('DELETE FROM order_rule');
    db.close();
  });
});

describe('a plan by rules', () => {
  test('without rules: no deadline, and every row sees what the plan sees', async () => {
    const { rows } = await value(service, 'plan.week', week);
    expect(rows.map(({ deadline, asOf }) => [deadline, asOf])).toEqual(rows.map(() => [null, '2026-01-11']));
  });

  test('each row has its deadline; past ones see what was known then, later ones what is known now', async () => {
    await value(service, 'orderRules.save', { siteId: null, rule: weekAhead });
    await value(service, 'orderRules.save', { siteId: await idOf(tilleuls), rule: twiceAWeek });
    const { asOf, rows } = await value(service, 'plan.week', week);
    expect(asOf).toBe('2026-01-11');
    const of = (name: string) =>
      rows.filter(({ site }) => site === name).map((row) => [row.date, row.deadline, row.asOf]);
    expect(of(tilleuls)).toEqual([
      ['2026-01-12', { date: '2026-01-09', time: '09:00' }, '2026-01-08'],
      ['2026-01-13', { date: '2026-01-09', time: '09:00' }, '2026-01-08'],
      ['2026-01-15', { date: '2026-01-13', time: '09:00' }, '2026-01-11'],
      ['2026-01-16', { date: '2026-01-13', time: '09:00' }, '2026-01-11'],
    ]);
    expect(of(fontaine)).toEqual([
      ['2026-01-12', { date: '2026-01-05', time: '09:00' }, '2026-01-04'],
      ['2026-01-13', { date: '2026-01-06', time: '09:00' }, '2026-01-05'],
      ['2026-01-15', { date: '2026-01-08', time: '09:00' }, '2026-01-07'],
      ['2026-01-16', { date: '2026-01-09', time: '09:00' }, '2026-01-08'],
    ]);
  });

  test('a row is the one of a plan made at that time; so is its cell', async () => {
    const siteId = await idOf(fontaine);
    const then = await value(service, 'plan.week', {
      from: '2026-01-15',
      to: '2026-01-15',
      asOf: '2026-01-07',
    });
    await value(service, 'orderRules.save', { siteId, rule: weekAhead });
    const now = await value(service, 'plan.week', week);
    const isIt = (row: { site: string; date: string }) => row.site === fontaine && row.date === '2026-01-15';
    const row = now.rows.find(isIt);
    expect({ ...row, deadline: null }).toEqual(then.rows.find(isIt));
    const cell = await value(service, 'plan.cell', { siteId, date: '2026-01-15', asOf: '2026-01-11' });
    expect(cell.row).toEqual(row);
    expect(cell.past.every(({ date }) => date <= '2026-01-07')).toBe(true);
    // The total is still that of the rows.
    for (const total of now.totals) {
      const orders = now.rows.filter(({ date }) => date === total.date).map(({ order }) => order);
      expect(total.order).toBe(orders.reduce((sum, order) => sum + order, 0));
      expect(total.low).toBeLessThanOrEqual(total.high);
    }
  });

  test('saving a rule changes no order of a week, and closes none', async () => {
    const days = { from: '2026-01-12', to: '2026-01-30' };
    const ofDays = async () =>
      (await value(service, 'plan.week', days)).rows.map((row) => ({ ...row, deadline: null }));
    const before = await ofDays();
    for (const lead of [0, 1, 7, 30]) {
      const rule: OrderRule = { type: 'lead', days: lead, at: lead === 0 ? '10:59' : '23:59' };
      await value(service, 'orderRules.save', { siteId: null, rule });
      expect(await ofDays()).toEqual(before);
    }
  });

  test('a rule that was saved in time: an open order sees nothing of its deadline’s day', async () => {
    const other = createService({ dataFolder: join(folder, 'rules'), today: () => addDays(testToday, -2) });
    await value(other, 'orderRules.save', { siteId: null, rule: { type: 'lead', days: 1, at: '23:59' } });
    await other.close();
    const { rows } = await value(service, 'plan.week', { from: '2026-01-15', to: '2026-01-23' });
    expect(new Set(rows.filter(({ date }) => date >= '2026-01-16').map(({ asOf }) => asOf))).toEqual(
      new Set([testToday]),
    );
    expect(rows[0]?.asOf).toBe(addDays(testToday, -1));
  });
});

describe('a backtest by rules', () => {
  const period = { from: '2025-12-01', to: '2025-12-19', lead: 3, csv: true } as const;
  const lines = (csv: string | null) => (csv ?? '').trimEnd().split('\n');

  test('one rule for all is the backtest of its lead', async () => {
    await value(service, 'orderRules.save', { siteId: null, rule: weekAhead });
    const byRule = await value(service, 'backtest.run', { ...period, rules: true });
    const byLead = await value(service, 'backtest.run', { ...period, lead: 8 });
    expect(byRule.csv).toBe(byLead.csv);
    expect(byRule.report).toMatchObject({ rules: true, lead: 3 });
    expect(byLead.report.rules).toBe(false);
  });

  test('a site without a rule has the lead', async () => {
    await value(service, 'orderRules.save', { siteId: await idOf(tilleuls), rule: weekAhead });
    const { csv } = await value(service, 'backtest.run', { ...period, rules: true });
    const cells = lines(csv)
      .slice(1)
      .map((line) => line.split(','));
    const leads = cells.map(([date, site, ...rest]) => {
      return `${site} ${toDay(date ?? '') - toDay(rest.at(-1) ?? '')}`;
    });
    expect(new Set(leads)).toEqual(new Set([`${tilleuls} 8`, `${fontaine} 3`]));
  });

  test('without any rule it is the backtest of the lead', async () => {
    const byRules = await value(service, 'backtest.run', { ...period, rules: true });
    expect(byRules.csv).toBe((await value(service, 'backtest.run', period)).csv);
  });
});

describe('the evaluation of a backtest', () => {
  test('names its sites, and its figures agree', async () => {
    const input = { from: '2025-11-17', to: '2025-12-19', lead: 7 };
    const { report } = await value(service, 'backtest.run', input);
    expect(report.bySite.map(({ site, siteKind }) => [site, siteKind])).toEqual(
      (await value(service, 'sites.list', {}))
        .toSorted((a, b) => a.id - b.id)
        .map(({ name, kind }) => [name, kind]),
    );
    expect(report.bySize.map(({ size }) => size)).toEqual(['50-99', '100-199']);
    expect(report.byMonth.map(({ month }) => month)).toEqual(['2025-11', '2025-12']);
    expect(report.coverage.map(({ interval }) => interval)).toEqual([50, 80, 90]);
    expect(report.coverage[1]?.inside).toBe(report.coverage80);
    expect(report.pit).toHaveLength(10);
    expect(report.pinball.quantiles).toHaveLength(19);
    expect(report.biggest[0]).toMatchObject({ site: expect.any(String), cause: expect.any(String) });
    for (const groups of [report.bySite, report.bySize, report.byMonth, report.byDayKind]) {
      expect(groups.reduce((sum, { model }) => sum + model.n, 0)).toBe(report.measures.model.n);
    }
    const { staffShortage } = report;
    expect(staffShortage?.under).toBeLessThanOrEqual(report.measures.staff.under);
    expect(report.tradeOff.map(({ serviceLevel }) => serviceLevel)).toEqual([
      0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95,
    ]);
    const { over, under, shortDays } = report.measures.order;
    expect(report.tradeOff.find(({ serviceLevel }) => serviceLevel === report.serviceLevel)).toEqual({
      serviceLevel: 0.8,
      over,
      under,
      shortDays,
    });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});

describe('the service level from two costs', () => {
  const costs = { missing: 5.8, wasted: 1.45 };

  test('a plan, a cell and a backtest take costs instead of a level', async () => {
    const plan = await value(service, 'plan.week', { ...week, costs: { missing: 9, wasted: 1 } });
    expect(plan.serviceLevel).toBe(0.9);
    expect(plan).toEqual(await value(service, 'plan.week', { ...week, serviceLevel: 0.9 }));
    const cell = { siteId: await idOf(fontaine), date: '2026-01-15', asOf: '2026-01-11' };
    expect((await value(service, 'plan.cell', { ...cell, costs })).row.serviceLevel).toBeCloseTo(0.8, 12);
    const period = { from: '2025-12-01', to: '2025-12-05', lead: 7 };
    const { report } = await value(service, 'backtest.run', {
      ...period,
      costs: { missing: 999, wasted: 1 },
    });
    expect(report.serviceLevel).toBe(0.95);
  });

  test('a sheet takes them too', async () => {
    const orders = async (part: object) => {
      const input = { date: '2026-01-15', format: 'csv', ...part } as const;
      return (await value(service, 'sheet.make', input)).body;
    };
    const careful = await orders({ costs: { missing: 9, wasted: 1 } });
    expect(careful).toBe(await orders({ serviceLevel: 0.9 }));
    expect(careful).not.toBe(await orders({ serviceLevel: 0.5 }));
  });

  test('not both, and no cost of nothing', async () => {
    const both = await error(service, 'plan.week', { ...week, serviceLevel: 0.8, costs });
    expect(both?.message).toBe(
      'Champ «\u00a0coûts\u00a0»\u00a0: donnez un niveau de service ou des coûts, pas les deux.',
    );
    const none = await error(service, 'plan.week', { ...week, costs: { missing: 0, wasted: 1 } });
    expect(none?.kind).toBe('invalid-input');
  });
});
