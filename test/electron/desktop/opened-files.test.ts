import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesOfArguments, OpenedFiles } from '../../../electron/desktop/opened-files.ts';

describe('filesOfArguments', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bonne-mesure-open-'));
  beforeAll(() => {
    writeFileSync(join(folder, 'Été 2025.CSV'), '');
    writeFileSync(join(folder, 'menus.txt'), '');
    writeFileSync(join(folder, 'main.js'), '');
    mkdirSync(join(folder, 'folder.csv'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('takes the data files that are there, relative ones from the working folder', () => {
    const words = [
      '.',
      'main.js',
      '--flag.csv',
      'Été 2025.CSV',
      join(folder, 'menus.txt'),
      'none.csv',
      'folder.csv',
    ];
    expect(filesOfArguments(words, folder)).toEqual([
      join(folder, 'Été 2025.CSV'),
      join(folder, 'menus.txt'),
    ]);
  });
});

test('an address of a file is the file that it names, as desktops of Linux write it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bonne-mesure-open-'));
  const file = join(folder, 'Été 2025 & menus.csv');
  writeFileSync(file, '');
  const words = [pathToFileURL(file).href, 'file://elsewhere/share/a.csv', 'file:%ZZ.csv'];
  expect(filesOfArguments(words, '/')).toEqual([file]);
  rmSync(folder, { recursive: true });
});

describe('OpenedFiles', () => {
  test('waits for a page, and waits again when it is gone', () => {
    const taken: string[][] = [];
    const files = new OpenedFiles();
    files.add(['a']);
    files.add(['b']);
    files.handTo((paths) => taken.push([...paths]));
    files.add(['c']);
    files.handTo(null);
    files.add(['d']);
    expect(taken).toEqual([['a', 'b'], ['c']]);
    files.handTo((paths) => taken.push([...paths]));
    expect(taken.at(-1)).toEqual(['d']);
  });

  test('announces nothing when there is nothing', () => {
    const take = jest.fn();
    new OpenedFiles().handTo(take);
    expect(take).not.toHaveBeenCalled();
  });
});
