import { freeMemory } from '../../../../electron/service/host/free-memory.ts';

const megabytes = () => process.memoryUsage().arrayBuffers / 1e6;

/** Numbers that nobody needs any more. */
function work(): void {
  const tables = Array.from({ length: 40 }, () => new Float64Array(125_000));
  expect(tables[39]).toHaveLength(125_000);
}

test('what work left behind is collected at once, every time', () => {
  const before = megabytes();
  work();
  freeMemory();
  expect(megabytes()).toBeLessThan(before + 10);
  work();
  freeMemory();
  expect(megabytes()).toBeLessThan(before + 10);
});
