import { ownFlags } from '../../../../renderer/pages/week/flags.ts';
import { positionAfterKey } from '../../../../renderer/pages/week/use-grid-focus.ts';
import { rowHeight } from '../../../../renderer/pages/week/use-row-height.ts';
import { findOpenDay, findOpenWeek } from '../../../../renderer/routes/open-week.ts';

describe('the keyboard in the grid', () => {
  const size = { rows: 30, columns: 5 };
  const at = { row: 3, column: 2 };

  test.each([
    ['ArrowUp', false, { row: 2, column: 2 }],
    ['ArrowDown', false, { row: 4, column: 2 }],
    ['ArrowLeft', false, { row: 3, column: 1 }],
    ['ArrowRight', false, { row: 3, column: 3 }],
    ['Home', false, { row: 3, column: 0 }],
    ['End', false, { row: 3, column: 4 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 29, column: 4 }],
    ['PageDown', false, { row: 13, column: 2 }],
    ['PageUp', false, { row: 0, column: 2 }],
  ])('%s (ctrl %s)', (key, ctrl, to) => {
    expect(positionAfterKey(key, ctrl, at, size)).toEqual(to);
  });

  test('stays in the grid, and leaves other keys alone', () => {
    expect(positionAfterKey('ArrowUp', false, { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 0 });
    expect(positionAfterKey('a', false, at, size)).toBeNull();
  });
});

test('rows grow a little when there are few, and scroll when there are many', () => {
  expect(rowHeight(40, 496, 12)).toBe(41);
  expect(rowHeight(40, 496, 3)).toBe(54);
  expect(rowHeight(40, 496, 100)).toBe(40);
  expect(rowHeight(40, 496, 0)).toBe(40);
});

test('a cell shows what its column does not say already, loudest first', () => {
  expect(ownFlags(['outing', 'last-day', 'no-menu', 'strike'], ['last-day'])).toEqual([
    'no-menu',
    'strike',
    'outing',
  ]);
});

describe('the way out of closed weeks', () => {
  const readWith = (openFrom: string) => async (from: string, to: string) => ({
    days: [from, to].map((date) => ({
      date,
      closed: date >= openFrom ? null : ('school-holiday' as const),
      label: null,
      dishes: [],
      flags: [],
      strikeSites: 0,
    })),
  });

  test('finds the next open week and day', async () => {
    expect(await findOpenWeek('2026-07-06', 1, readWith('2026-09-01'))).toBe('2026-08-31');
    expect(await findOpenDay('2026-07-06', readWith('2026-09-01'))).toBe('2026-09-06');
  });

  test('gives up in the end', async () => {
    expect(await findOpenWeek('2026-07-06', 1, readWith('2030-01-01'))).toBeNull();
    expect(await findOpenDay('2026-07-06', readWith('2030-01-01'))).toBeNull();
  });
});
