import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { listAsUsual } from '../../../../db/as-usual.ts';
import { migrate } from '../../../../db/migrations/migrate.ts';
import { migrations } from '../../../../db/migrations/migrations.ts';
import { openDatabase } from '../../../../db/open.ts';
import { createService } from '../../../../electron/service/host/service.ts';
import { addDays, toDay, weekday } from '../../../../forecasting/calendar/day.ts';
import { temporaryFolder, writeUnder } from '../../../support/temporary-folder.ts';
import { error, importing, value } from '../support/asking.ts';

const folder = temporaryFolder();
const service = createService({ dataFolder: join(folder, 'data'), today: () => '2026-01-13' });
afterAll(() => service.close());

const names = ['Acacias', 'Bouleaux', 'Cèdres', 'Dahlias', 'Érables', 'Figuiers'];
/** Away with half of the school; all sites on 20 November; one child less than many on the others. */
const lowOn: Readonly<Record<string, (site: number) => number | null>> = {
  '2025-10-09': (site) => (site === 0 ? 48 : null),
  '2025-11-20': () => 30,
  '2025-12-04': (site) => (site === 1 ? 20 : null),
};

function attendance(): string {
  const lines = ['site,kind,date,served'];
  for (let date = '2025-09-01'; date < '2026-01-10'; date = addDays(date, 1)) {
    if (weekday(toDay(date)) > 5 || (date > '2025-12-19' && date < '2026-01-05')) continue;
    names.forEach((name, site) => {
      const served = lowOn[date]?.(site) ?? 100 + ((toDay(date) + site) % 7);
      lines.push(`${name},E,${date},${served}`);
    });
  }
  return `${lines.join('\n')}\n`;
}

const lines = async () =>
  (await value(service, 'counts.low', {})).map(
    ({ site, date, served, away, lowSites }) => [site, date, served, away, lowSites] as const,
  );

beforeAll(async () => {
  await importing(service, folder, 'attendance.csv', attendance());
  await importing(
    service,
    folder,
    'enrolment.csv',
    'school,site,kind,year,children\nAcacias,Acacias,E,2025,140\n',
  );
});

test('days far below the usual count, and are listed with what could have been', async () => {
  expect(await lines()).toEqual([
    ['Bouleaux', '2025-12-04', 20, 81, null],
    ...names.map((name) => [name, '2025-11-20', 30, expect.any(Number), 6]),
    ['Acacias', '2025-10-09', 48, expect.any(Number), null],
  ]);
  // Of 140 enrolled, the share of the usual meals that is missing.
  const [acacias] = (await value(service, 'counts.low', {})).filter(({ date }) => date === '2025-10-09');
  const { usual = 0, away = 0 } = acacias ?? {};
  expect(away).toBe(Math.round(140 * (1 - 48 / usual)));
});

test('one press makes outings of those that stand alone; undo asks again', async () => {
  const before = await lines();
  const apart = (await value(service, 'counts.low', {})).filter(({ lowSites }) => lowSites === null);
  const done = await service.call(
    'counts.explainLow',
    {
      days: apart.map(({ siteId, date }) => ({ siteId, date })),
      as: 'outing',
    },
    { language: 'fr' },
  );
  expect(done.ok).toBe(true);
  expect(await lines()).toEqual(before.filter(([, , , , sites]) => sites !== null));
  const closures = await value(service, 'closures.list', { from: '2025-09-01', to: '2026-01-31' });
  expect(closures.map(({ date, kind, absent }) => [date, kind, absent])).toEqual(
    apart.toReversed().map(({ date, away }) => [date, 'outing', away]),
  );
  await value(service, 'edits.step', { edits: [done.ok ? (done.edit ?? 0) : 0], way: 'undo' });
  expect(await lines()).toEqual(before);
});

test('a day that is as usual is asked about no more, until its count changes', async () => {
  const [first] = await value(service, 'counts.low', {});
  const day = { siteId: first?.siteId ?? 0, date: first?.date ?? '' };
  const left = await value(service, 'counts.explainLow', { days: [day], as: 'usual' });
  expect(left.some(({ date }) => date === day.date)).toBe(false);
  expect((await lines()).some(([, date]) => date === day.date)).toBe(false);
  await value(service, 'attendance.enter', { entries: [{ ...day, text: '25' }], sure: true });
  expect((await lines())[0]).toEqual(['Bouleaux', '2025-12-04', 25, expect.any(Number), null]);
});

test('a strike of all is a strike of each, and a day that is not listed is refused with words', async () => {
  const all = (await value(service, 'counts.low', {})).filter(({ lowSites }) => lowSites !== null);
  const days = all.map(({ siteId, date }) => ({ siteId, date }));
  await value(service, 'counts.explainLow', { days, as: 'strike' });
  expect((await lines()).every(([, , , , sites]) => sites === null)).toBe(true);
  const again = await error(service, 'counts.explainLow', { days, as: 'strike' });
  expect(again?.kind).toBe('not-found');
  expect(again?.message).toContain('20 novembre 2025');
});

test('a database before version 510 opens with all it has', () => {
  const path = join(folder, 'before.sqlite');
  const old = new BetterSqlite3(path);
  migrate(
    old,
    migrations.filter(({ version }) => version < 510),
  );
  old.exec("INSERT INTO site (name, folded, kind) VALUES ('Lilas', 'lilas', 'E')");
  old.close();
  const db = openDatabase(path);
  expect(listAsUsual(db)).toEqual([]);
  expect(db.prepare('SELECT name FROM site').pluck().all()).toEqual(['Lilas']);
  db.close();
});

test('of sites that count dishes alone no day is low, and nothing fails', async () => {
  const alone = createService({ dataFolder: join(folder, 'alone'), today: () => '2026-01-13' });
  const rows = ['2025-12-04', '2025-12-05', '2025-12-08', '2025-12-09'].flatMap((date, i) =>
    names.flatMap((name) => [`${date};${name};Banane;${40 + i}`, `${date};${name};Lasagnes;${30 + i}`]),
  );
  const text = ['date;site;plat;servis', ...rows].join('\n');
  const { ticket } = await alone.registerFile(writeUnder(folder, 'in/plats.csv', text), 'plats.csv');
  const answers = { all: { 'new-sites': 'yes' as const } };
  const { files } = await value(alone, 'imports.run', { tickets: [ticket], kind: 'servings', answers });
  expect(files).toMatchObject([{ kind: 'servings', refused: 0 }]);
  expect(await value(alone, 'counts.low', {})).toEqual([]);
  await alone.close();
});
