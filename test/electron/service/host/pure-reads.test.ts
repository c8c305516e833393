import { createHash } from 'node:crypto';
import { dataVersion } from '../../../../db/data-version.ts';
import { openDatabase, type ReadonlyDatabase } from '../../../../db/open.ts';
import type { Input, Method } from '../../../../electron/api/contract.ts';
import type { OrderRule } from '../../../../electron/api/records.ts';
import { schemas } from '../../../../electron/api/schemas.ts';
import { databaseFile } from '../../../../electron/service/context/data-folder.ts';
import { createService, type Service } from '../../../../electron/service/host/service.ts';
import { useCases } from '../../../../electron/service/host/use-cases.ts';
import { addDays } from '../../../../forecasting/calendar/day.ts';
import { dump } from '../../../db/support/database.ts';
import { temporaryFolder, writeUnder } from '../../../support/temporary-folder.ts';
import { value } from '../support/asking.ts';
import { choicesOf, exportedOf, makeHostile, wrongIn } from '../support/hostile-names.ts';

// Every method is called twice on each of three days; on a busy machine that takes its time.
jest.setTimeout(300_000);

/** Methods that are asked to change something. Every other one must leave the data as they are. */
const writers = [
  'attendance.enter',
  'attendance.record',
  'attendance.save',
  'backups.restore',
  'calendar.closeDay',
  'calendar.confirmDays',
  'calendar.openDay',
  'calendar.removeHoliday',
  'calendar.saveHoliday',
  'calendar.unconfirmDays',
  'closures.remove',
  'closures.save',
  'data.removeImpossible',
  'dishes.correct',
  'edits.step',
  'imports.undo',
  'library.import',
  'library.remove',
  'library.use',
  'menus.limit',
  'menus.save',
  'orderRules.save',
  'orders.confirm',
  'orders.revise',
  'orders.approve',
  'orders.override',
  'orders.headCount',
  'orders.headCounts',
  'orders.send',
  'plan.applyWhatIf',
  'orders.settleDeadlines',
  'orders.reopen',
  'orders.noteSent',
  'orders.noteUnsent',
  'orders.recall',
  'profiles.import',
  'profiles.remove',
  'counts.answer',
  'counts.explainLow',
  'catalogue.factor',
  'dishes.stateAttribute',
  'catalogue.remove',
  'catalogue.save',
  'questions.answer',
  'sample.clear',
  'sample.load',
  'settings.save',
  'sites.add',
  'sites.merge',
  'sites.remove',
  'sites.update',
  'sites.removeServiceWeek',
  'sites.saveServiceWeek',
  'leaks.endTrial',
  'leaks.try',
  'records.save',
  'returns.merge',
  'weighings.saveCampaign',
  'weighings.removeCampaign',
  'weighings.saveDay',
  'weighings.saveTares',
  'staffFigures.choose',
  'staffFigures.save',
  'staffFigures.show',
] as const satisfies readonly Method[];
type Reader = Exclude<Method, (typeof writers)[number]>;

const monday = '2026-11-23';
const week = { from: monday, to: addDays(monday, 4) };
const friday = week.to;
const folder = temporaryFolder();
const clock = { today: monday };
let service: Service;
let database: ReadonlyDatabase;
let siteId = 0;
let kitchenId = 0;
let dishKey = '';
let campaignId = 0;

const atMidnight = (days: number): OrderRule => ({ type: 'lead', days, at: '00:00' });

beforeAll(async () => {
  clock.today = addDays(monday, -21);
  service = createService({ dataFolder: folder, today: () => clock.today });
  await value(service, 'sample.load', {});
  siteId = (await value(service, 'sites.list', {}))[0]?.id ?? 0;
  const catalogue = await value(service, 'catalogue.read', {});
  kitchenId = catalogue.kitchens[0]?.id ?? 0;
  const [first, second] = catalogue.suppliers;
  await value(service, 'orderRules.save', { siteId: null, rule: atMidnight(1) });
  await value(service, 'orderRules.save', { siteId, rule: atMidnight(2) });
  for (const [supplier, days] of [
    [first, 2],
    [second, 3],
  ] as const) {
    if (!supplier) throw new Error('The sample has two suppliers.');
    await value(service, 'catalogue.save', {
      entries: [{ type: 'supplier', supplier: { ...supplier, rule: atMidnight(days) } }],
    });
  }
  const { dishes } = await value(service, 'plan.dishDays', { siteId, date: week.from });
  dishKey = dishes[0]?.key ?? '';
  campaignId = (await value(service, 'weighings.saveCampaign', { id: null, siteId, ...week })).id;
  database = openDatabase(databaseFile(folder), { readonly: true });
});
afterAll(async () => {
  database.close();
  await service.close();
});

/** Everything in the database, as one text that is quick to compare. */
const state = () => createHash('sha256').update(dump(database).join('\n')).digest('hex');

/** What each method is asked, as the pages ask it. */
async function inputs(): Promise<{ readonly [M in Reader]: Input<M> }> {
  const file = await value(service, 'orders.export', { ...week, kind: 'supplier', format: 'csv' });
  const returned = await service.registerFile(writeUnder(folder, 'in/retour.csv', file.body), 'retour.csv');
  const attendance = await value(service, 'data.export', { kind: 'attendance', format: 'csv' });
  const again = await service.registerFile(writeUnder(folder, 'in/repas.csv', attendance.body), 'repas.csv');
  const { name: backup } = await value(service, 'backups.make', {});
  // A week of school before the autumn holidays: on holidays nothing is served that could be compared.
  const backtest = { from: addDays(monday, -49), to: addDays(monday, -43), lead: 7 };
  const day = { siteId, date: addDays(monday, 3) };
  return {
    'about.cost': { from: monday },
    'app.state': {},
    'backtest.dishes': backtest,
    'backtest.run': { ...backtest, rules: true, csv: true },
    'impact.council': { from: backtest.from, to: backtest.to, format: 'html' },
    'impact.export': { from: backtest.from, to: backtest.to, format: 'csv' },
    'impact.report': { from: backtest.from, to: backtest.to },
    'leaks.report': { from: backtest.from, to: backtest.to, of: 'orders' },
    'records.check': { entries: [{ ...day, date: addDays(monday, -3), children: 40, adults: 2 }] },
    'records.day': { date: day.date },
    'records.month': { siteId, month: day.date.slice(0, 7) },
    'records.history': day,
    'records.planned': { date: day.date },
    'sheet.dishes': day,
    'returns.make': week,
    'returns.read': { tickets: [again.ticket] },
    'records.lastDay': {},
    'weighings.list': {},
    'weighings.propose': { siteId },
    'weighings.yearly': { siteId, year: 2025 },
    'weighings.sheet': { campaignId, format: 'html' },
    'weighings.tares': {},
    'staffFigures.propose': {},
    'staffFigures.week': { monday },
    'backups.daily': {},
    'backups.inspect': { backup },
    'backups.list': {},
    'backups.make': {},
    'backups.save': { tickets: [service.registerTarget(`${folder}/in/copie-${Date.now()}.sqlite`)] },
    'calendar.manual': {},
    'calendar.year': {},
    'closures.list': week,
    'data.check': {},
    'data.model': {},
    'data.coverage': {},
    'data.coverageDays': { siteId, month: monday.slice(0, 7) },
    'sites.details': { siteId },
    'sites.year': { siteId, schoolYear: 2025 },
    'sites.overlap': { siteId, into: siteId },
    'data.coverageMonth': { siteId: null, month: monday.slice(0, 7) },
    'data.export': { kind: 'attendance', format: 'xlsx' },
    'dishes.attributes': { name: 'Riz' },
    'dishes.list': {},
    'menus.balance': {},
    'menus.register': { format: 'csv' },
    'imports.list': {},
    'imports.run': { tickets: [again.ticket], dryRun: true },
    'library.export': { name: 'Nous' },
    'library.merge': { files: [{ file: 'a.json', text: '{}' }], name: '' },
    'library.read': {},
    'menus.dish': { key: dishKey },
    'menus.frequencies': { siteId, to: friday },
    'menus.month': { month: monday.slice(0, 7), siteId },
    'orderRules.list': {},
    'orders.export': { ...week, kind: 'supplier', format: 'html' },
    'orders.history': day,
    'orders.list': week,
    'orders.reconcile': { tickets: [returned.ticket] },
    'orders.scores': { from: addDays(monday, -60), to: friday },
    'orders.sent': week,
    'plan.cell': day,
    'plan.dishDays': day,
    'plan.dishes': week,
    'plan.past': day,
    'plan.warnings': week,
    'plan.week': week,
    'plan.whatIf': { ...day, away: 20, guests: 10 },
    'profiles.export': {},
    'profiles.list': {},
    'catalogue.export': { kind: 'packs', format: 'csv' },
    'catalogue.read': {},
    'counts.unlikely': {},
    'counts.low': {},
    'questions.list': {},
    'sheet.make': { date: day.date, sheet: 'production', kitchenId, format: 'html' },
    'sites.list': {},
    'sites.serviceWeek': { siteId },
  };
}

test('every method is one that writes or one that is read here', async () => {
  const known = new Set<string>([...writers, ...Object.keys(await inputs())]);
  expect(Object.keys(schemas).filter((method) => !known.has(method))).toEqual([]);
  const readers = Object.keys(schemas).filter((method) => !(writers as readonly string[]).includes(method));
  expect(readers.filter((method) => useCases[method as Method].edit)).toEqual([]);
});

/** Reads that these few days are too little for: refused, and nothing changed either. */
const refusals: Partial<Record<Method, string>> = {
  'impact.council': 'refused',
  'library.merge': 'file',
};

/** On each of them deadlines have passed that had not on the one before. */
const days = [-1, 2, 4].map((i) => addDays(monday, i));

test.each(days)(
  'on %s every read leaves the data as they are, before and after the deadlines',
  async (today) => {
    const all = Object.entries(await inputs()) as [Method, unknown][];
    const read = async () => {
      const before = state();
      const stamp = dataVersion(database);
      const changed: string[] = [];
      const stop = service.subscribe(({ type }) => changed.push(type));
      for (const [method, input] of all) {
        const result = await service.call(method, input, { language: 'fr' });
        const refused = !result.ok && result.error.kind !== refusals[method];
        expect([method, refused ? result.error.message : '']).toEqual([method, '']);
        expect([method, dataVersion(database)]).toEqual([method, stamp]);
      }
      stop();
      expect(state()).toBe(before);
      expect(changed.filter((type) => type === 'changed')).toEqual([]);
    };
    await read();
    clock.today = today;
    const settled = await value(service, 'orders.settleDeadlines', {});
    if (today >= monday && today < friday) expect(settled.closed).toBeGreaterThan(0);
    await read();
  },
);

/** The least of what is exported: the test itself finds what else is. */
const exports = ['catalogue.export', 'data.export', 'orders.export', 'returns.make', 'sheet.make'];

test('no file that any of them answers is run, drawn or obeyed for a name in it', async () => {
  const all = Object.entries(await inputs()) as [Method, object][];
  expect(makeHostile(databaseFile(folder))).toBeGreaterThan(10);
  const found = new Set<Method>();
  const wrong: string[] = [];
  for (const [method, asked] of all) {
    for (const input of choicesOf(method, asked)) {
      const result = await service.call(method, input, { language: 'fr' });
      const file = result.ok ? exportedOf(result.value) : null;
      if (file === null) continue;
      found.add(method);
      const parts = [...new Set(wrongIn(file))].slice(0, 3);
      if (parts.length > 0) wrong.push(`${method} ${JSON.stringify(input)}: ${parts.join(' | ')}`);
    }
  }
  expect(wrong).toEqual([]);
  expect([...found]).toEqual(expect.arrayContaining(exports));
});
