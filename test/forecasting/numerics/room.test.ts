import { grown, roomFor } from '../../../forecasting/numerics/room.ts';

test.each([0, 1, 8, 999_999, 5_000_001, 40_000_001])('a room for %i bytes holds them', (bytes) => {
  const room = roomFor(bytes);
  expect(room.byteLength).toBeGreaterThanOrEqual(bytes);
  expect(room.byteLength % 8).toBe(0);
});

test('an array that grows keeps what it holds, and its old buffer goes at once', () => {
  const old = Float32Array.of(1, 2, 3);
  const wide = new Float32Array(grown(old, 1_000_000));
  expect([...wide.subarray(0, 4)]).toEqual([1, 2, 3, 0]);
  expect(wide.length).toBeGreaterThanOrEqual(1_000_000);
  expect(old.length).toBe(0);
  expect([...new Float32Array(grown(wide, 2))]).toEqual([1, 2]);
});
