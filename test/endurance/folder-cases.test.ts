import { temporaryFolder } from '../support/temporary-folder.ts';
import { folderCases, prepareFolders, tryFolderCase } from './folder-cases.ts';

jest.setTimeout(300_000);

const root = temporaryFolder();
beforeAll(() => prepareFolders(root));

/** All of them are `npm run bench -- endurance folders`: here every fifth, and two that wait with a worker. */
const quick = folderCases.filter(({ moment }) => moment !== 'waiting').filter((_, i) => i % 5 === 0);
const waiting = folderCases.filter(({ name }) => /^(folder renamed|wal deleted), waiting$/.test(name));

test('a folder is changed by others: what was said to be saved is there, or words say that it may not be', async () => {
  const wrong: string[] = [];
  for (const [index, one] of [...quick, ...waiting].entries()) {
    const found = await tryFolderCase(root, index, one);
    wrong.push(...found.map((problem) => `${one.name}: ${problem}`));
  }
  expect(wrong).toEqual([]);
  expect(quick.length + waiting.length).toBeGreaterThanOrEqual(40);
});
