import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../support/built.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { runCliProcess } from './run-process.ts';

const folder = temporaryFolder();
const fixtures = join(projectFolder, 'test', 'fixtures', 'import');

async function importing(path: string, data: string) {
  const { code, stdout } = await runCliProcess(['import', path, '--json', '--data', join(folder, data)]);
  const { files } = JSON.parse(stdout) as { files: { file: string; imported: number }[] };
  return { code, files: files.map(({ file, imported }) => `${file} ${imported}`) };
}

test('an archive is imported file by file, the sheets of one kind of a workbook as one file', async () => {
  expect(await importing(join(fixtures, 'archive.zip'), 'archive')).toEqual({
    code: 0,
    files: ['archive.zip/2018/maternelle.csv 1', 'archive.zip/2018/élémentaire.csv 2'],
  });
  expect(await importing(join(fixtures, 'workbook-sheets.xlsx'), 'workbook')).toEqual({
    code: 0,
    files: ['workbook-sheets.xlsx [Lisez-moi] 0', 'workbook-sheets.xlsx 3'],
  });
});

test('a folder is imported with all that is in it; one refused file is told by the exit code', async () => {
  const year = join(folder, '2018');
  mkdirSync(join(year, 'ancien'), { recursive: true });
  copyFileSync(join(fixtures, 'workbook.xlsx'), join(year, 'repas.xlsx'));
  copyFileSync(join(fixtures, 'workbook-old.xls'), join(year, 'ancien', 'repas.xls'));
  expect(await importing(year, 'folder')).toEqual({
    code: 1,
    files: ['2018/ancien/repas.xls 0', '2018/repas.xlsx [Feuil1] 3'],
  });
});
