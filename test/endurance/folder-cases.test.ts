import { temporaryFolder } from '../support/temporary-folder.ts';
import { folderCases } from './folder-cases.ts';
import { runProgram } from './run-program.ts';

jest.setTimeout(300_000);

const root = temporaryFolder();

/** All of them are `npm run bench -- endurance folders`: here every fifth, a log of a killed program, older copies, two that wait. */
const quick = folderCases
  .filter(({ moment }) => moment !== 'waiting')
  .filter(
    ({ event, moment }, i) =>
      i % 5 === 0 ||
      (event.file === 'wal' && moment === 'killed') ||
      (/older/.test(event.what) && moment === 'rest'),
  );
const waiting = folderCases.filter(({ name }) => /^(folder renamed|wal deleted), waiting$/.test(name));

test('a folder is changed by others: what was said to be saved is there, or words say that it may not be', async () => {
  const names = [...quick, ...waiting].map(({ name }) => name);
  expect(names.length).toBeGreaterThanOrEqual(40);
  expect(await runProgram<readonly string[]>('try-folder-cases.ts', [root, ...names])).toEqual([]);
});
