import { emptyInputs } from '../../../forecasting/features/inputs.ts';
import { TrainingRows } from '../../../forecasting/models/training-rows.ts';
import { grown, roomFor } from '../../../forecasting/numerics/room.ts';

test.each([0, 1, 8, 999_999, 5_000_001, 40_000_001])('a room for %i bytes holds them', (bytes) => {
  const room = roomFor(bytes);
  expect(room.byteLength).toBeGreaterThanOrEqual(bytes);
  expect(room.byteLength % 8).toBe(0);
});

test('an array that grows keeps what it holds, and its old buffer goes at once', () => {
  const old = Float32Array.of(1, 2, 3);
  const wide = grown(Float32Array, old, 999_999.5);
  expect([...wide.subarray(0, 4)]).toEqual([1, 2, 3, 0]);
  expect(wide).toHaveLength(1_000_000);
  expect(old).toHaveLength(0);
  expect([...grown(Float32Array, wide, 2)]).toEqual([1, 2]);
});

test('columns of one table stay as long as each other, whatever an entry takes', () => {
  const rows = new TrainingRows();
  const ofDay = { ...emptyInputs(), level: 40, spread: 3, month: 5 };
  // Past the size at which a buffer of four bytes an entry is made larger than one of one byte.
  const many = 530_000;
  for (let i = 0; i < many; i++) rows.push(i, 41, ofDay);
  expect(rows.length).toBe(many);
  const columns = [rows.day, rows.served, rows.level, rows.spread, rows.hard, rows.month];
  expect(new Set(columns.map(({ length }) => length)).size).toBe(1);
  const last = many - 1;
  expect([rows.day[last], rows.served[last], rows.level[last], rows.month[last]]).toEqual([last, 41, 40, 5]);
});
