import { temporaryFolder } from '../support/temporary-folder.ts';
import { walkAtRandom } from './random-actions.ts';

jest.setTimeout(600_000);

const folder = temporaryFolder();

/** The whole of it is `npm run bench -- endurance actions`: ten seeds of 200 actions. */
test('random edits keep what must hold, are taken back to the letter and done again', async () => {
  const { done, wrong } = await walkAtRandom(folder, 2, 24);
  expect(wrong).toEqual([]);
  expect(done).toBeGreaterThan(5);
});
