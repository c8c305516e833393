import type { CoverageDay, RecordRow, SiteMonth } from '../../../../electron/api/records.ts';
import type { DinerColumn } from '../../../../renderer/pages/coverage/block-columns.ts';
import { placeBlock, readBlock } from '../../../../renderer/pages/coverage/paste.ts';
import { monthAverages, monthTable } from '../../../../renderer/pages/record/month-model.ts';

const day = (date: string, byClass: CoverageDay['byClass'], marked = false): CoverageDay => ({
  date,
  served: (byClass.M ?? 0) + (byClass.E ?? 0) || null,
  staff: null,
  typed: true,
  file: null,
  expected: true,
  closed: null,
  label: null,
  byClass,
  marks: marked ? [{ kind: 'outing', everywhere: false }] : [],
});
const days = [
  day('2026-11-02', { M: 17, E: 29, A: 3 }),
  day('2026-11-03', { M: 19, E: 33, A: 3 }),
  day('2026-11-05', { M: 7, E: 12, A: 2 }, true),
  day('2026-11-06', {}),
];
const own: SiteMonth = { siteId: 1, site: 'Saint-Aubin', siteKind: 'M/E', countsByClass: true, days };
const row = (date: string, children: number | null, left: number | null) =>
  ({ date, children, left, ordered: 54, state: children === null ? 'open' : 'complete' }) as RecordRow;
const rows = [
  row('2026-11-02', 46, 3),
  row('2026-11-03', 52, null),
  row('2026-11-05', 19, 9),
  row('2026-11-06', null, null),
];

test('the averages are of recorded days, and apart of those that nobody marked', () => {
  expect(monthAverages(rows, days)).toEqual({ perDay: 39, ordinary: 49, left: 6 });
  expect(monthAverages(rows.slice(0, 2), days)).toMatchObject({ perDay: 49, ordinary: null });
  expect(monthAverages([], days)).toEqual({ perDay: null, ordinary: null, left: null });
});

test('a month that is copied is pasted back as it was', () => {
  const counts: readonly DinerColumn[] = ['M', 'E', 'A'];
  const titles = { date: 'Date', all: 'Enfants', M: 'Maternelle', E: 'Élémentaire', A: 'Adultes' };
  const text = monthTable(own, rows, {
    counts,
    titleOf: (column) => ({ ...titles, sum: 'Total', ordered: 'Commandé' })[column],
    dateOf: (date) => date.split('-').toReversed().join('/'),
  });
  expect(text.split('\n').slice(0, 2)).toEqual([
    'Date\tMaternelle\tÉlémentaire\tAdultes\tTotal\tCommandé',
    '02/11/2026\t17\t29\t3\t49\t54',
  ]);
  const placed = placeBlock(readBlock(text), days, { row: 0, columns: counts });
  expect(placed.type === 'placed' && placed.values).toEqual(
    days
      .slice(0, 3)
      .flatMap(({ date, byClass }) =>
        counts.map((diners) => ({ date, diners, text: String(byClass[diners as 'M']) })),
      ),
  );
});
