import { runCliProcess } from '../electron/cli/run-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { lookAtPrepared, preparedFolders, prepareGood, prepareOne } from './prepared-folders.ts';

jest.setTimeout(300_000);

const root = temporaryFolder();
beforeAll(() => prepareGood(root));
// Each model that is thrown away is logged.
beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => jest.restoreAllMocks());

/** What is told of some of them; the others are harmless without a word. */
const told: Readonly<Record<string, string>> = {
  'a setting that is no JSON': 'Réglages illisibles',
  'a trigger': 'n’est pas celui de Bonne Mesure',
  'a view in the place of a table': 'n’est pas celui de Bonne Mesure',
  'a column that calls a function': 'abîmé',
  'a table of our kind that is missing': 'abîmé',
  'a foreign mark': 'n’est pas celui de Bonne Mesure',
  'a version of the far future': 'plus récente',
  'days beyond all': 'hors de 1990–2069',
  'a device in the place of the data': 'manque',
  'a pipe in the place of the data': 'manque',
};

test.each(Object.keys(preparedFolders))(
  '%s: nothing runs, every order is a number, and refusals are words',
  async (name) => {
    const { wrong, words } = await lookAtPrepared(root, name);
    expect(wrong).toEqual([]);
    if (told[name] !== undefined) expect(words.join('\n')).toContain(told[name]);
  },
);

test('the command line says it too', async () => {
  const folder = prepareOne(root, 'a trigger');
  const { code, stderr } = await runCliProcess(['check', '--data', folder]);
  expect(code).toBe(2);
  expect(stderr).toContain('n’est pas celui de Bonne Mesure');
});
