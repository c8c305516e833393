import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../../../db/open.ts';
import { addVersions, saveOverrides } from '../../../../db/orders.ts';
import type { Input } from '../../../../electron/api/contract.ts';
import { databaseFile } from '../../../../electron/service/context/data-folder.ts';
import { seededRandom } from '../../../../forecasting/numerics/seeded.ts';
import { dayTotals, shownRows } from '../../../../renderer/pages/record/served-model.ts';
import { openRows } from '../../../../renderer/pages/week/day-review-model.ts';
import { fillOrderedTown, schoolDays } from '../../../support/ordered-town.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);

/** Weeks before today of which nothing is on record, the holidays of Christmas among them. */
const dates = schoolDays('2025-12-18', '2026-01-13');
const closedTo = '2025-12-18';
const strikeOn = '2026-01-09';

const orders = ['approved', 'noted', 'zero', 'none'] as const;
const records = ['nothing', 'children', 'estimated', 'begun', 'odd', 'contradiction'] as const;
type Entry = Omit<Input<'records.save'>['entries'][number], 'siteId' | 'date'>;
const entries: Readonly<Record<(typeof records)[number], Entry | null>> = {
  nothing: null,
  children: { children: 95, sure: true },
  estimated: { estimated: true },
  begun: { prepared: 60 },
  odd: { children: 3500 },
  contradiction: { prepared: 10, left: 12 },
};

const version = (quantity: number) => ({
  ...{ version: 1, quantity, source: 'recommended' as const, reason: '', by: null, automatic: false },
  ...{ at: '2025-12-15T09:00', recommended: quantity, mean: 90, low: 80, median: 90, high: 100 },
  ...{ serviceLevel: 0.8, asOf: '2025-12-12', model: 'regression' as const, contributions: [] },
});
const noted = { quantity: 90, reason: '', by: null, at: '2025-12-15T09:00', recommended: 88 };

test('a day, its review and the rail call the same sites open: those ordered for of which no count is known', async () => {
  const data = join(folder, 'data');
  mkdirSync(data);
  fillOrderedTown(data, { sites: 9, from: '2025-12-01', to: '2025-12-16' });
  const service = serviceOn('data');
  const sites = await value(service, 'sites.list', {});
  const random = seededRandom(14);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const days = dates.flatMap((date) =>
    sites.map(({ id }) => ({
      siteId: id,
      date,
      order: pick(orders),
      // Some days are recorded whole.
      record: date.endsWith('12') ? ('children' as const) : pick(records),
    })),
  );
  const db = openDatabase(databaseFile(data));
  const ordered = days.filter(({ order }) => order === 'approved' || order === 'zero');
  addVersions(
    db,
    ordered.map(({ order, ...at }) => ({ ...at, order: version(order === 'zero' ? 0 : 90) })),
  );
  const byHand = days.filter(({ order }) => order === 'noted');
  saveOverrides(
    db,
    byHand.map(({ siteId, date }) => ({ siteId, date, override: noted })),
  );
  db.close();
  await value(service, 'closures.save', {
    closures: [
      { kind: 'closure', from: closedTo, siteId: sites[0]?.id ?? 0 },
      { kind: 'strike', from: strikeOn, siteId: null },
    ],
  });
  await value(service, 'records.save', {
    entries: days.flatMap(({ siteId, date, record }) => {
      const entry = entries[record];
      return entry === null ? [] : [{ siteId, date, ...entry }];
    }),
  });
  const explained = ({ siteId, date }: (typeof days)[number]) =>
    date === strikeOn || (date === closedTo && siteId === sites[0]?.id);
  const waits = (day: (typeof days)[number]) =>
    ['approved', 'noted'].includes(day.order) &&
    ['nothing', 'begun', 'contradiction'].includes(day.record) &&
    !explained(day);
  for (const date of dates) {
    const rows = await value(service, 'records.day', { date });
    const own = days.filter((day) => day.date === date && waits(day));
    const siteIds = rows.filter(({ due }) => due).map(({ siteId }) => siteId);
    expect([date, siteIds.toSorted()]).toEqual([date, own.map(({ siteId }) => siteId).toSorted()]);
    const odd = own.filter(({ record }) => record === 'contradiction').length;
    expect([date, dayTotals(shownRows(rows)).open]).toEqual([date, own.length - odd]);
    expect([date, openRows({ date, rows }).length]).toEqual([date, own.length - odd]);
  }
  const { openRecordDays } = await value(service, 'app.state', {});
  expect(openRecordDays).toEqual(dates.filter((date) => days.some((day) => day.date === date && waits(day))));
  // The last day, as its review reads it.
  const last = await value(service, 'records.lastDay', {});
  const open = days.filter((day) => day.date === last?.date && waits(day) && day.record !== 'contradiction');
  expect(last && openRows(last).length).toBe(open.length);
  expect(open.length).toBeGreaterThan(0);
});
