import { setTimeout } from 'node:timers/promises';
import { freeMemory } from '../../../../electron/service/host/free-memory.ts';

const megabytes = () => process.memoryUsage().arrayBuffers / 1e6;

/** Numbers that nobody needs any more. */
function work(): void {
  const tables = Array.from({ length: 40 }, () => new Float64Array(125_000));
  expect(tables[39]).toHaveLength(125_000);
}

test('what work left behind is collected when it is asked for', async () => {
  const before = megabytes();
  work();
  // V8 gives it back beside the work, and takes what still lies on the stack for needed.
  do {
    freeMemory();
    await setTimeout(10);
  } while (megabytes() > before + 10);
  expect(megabytes()).toBeLessThanOrEqual(before + 10);
});
