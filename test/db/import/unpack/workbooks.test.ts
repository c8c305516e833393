import { randomLcg } from 'd3-random';
import { workbookFiles, xlsx } from '../../../support/xlsx.ts';
import { type ZipFile, zip } from '../../../support/zip.ts';
import { Workbench } from '../../support/database.ts';
import { unpacked } from '../../support/unpacked.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const read = (content: string | Buffer) => unpacked(bench, content);

/** A workbook of one sheet, its parts changed. */
function changed(change: (file: ZipFile) => ZipFile): Buffer {
  const rows = [
    ['Date', 'Site'],
    [{ serial: 45_901 }, 'Les Tilleuls'],
  ];
  return zip(workbookFiles([{ name: 'Feuil1', rows }]).map(change));
}

const sheetXml = (content: string) =>
  changed((file) => (file.name === 'xl/worksheets/sheet1.xml' ? { ...file, content } : file));
const rows = ['Date\tSite', '2025-09-01\tLes Tilleuls'];

describe('XLSX as other programs than Excel write it', () => {
  test('with single quotes and prefixes', async () => {
    const content = changed((file) => ({
      ...file,
      content: String(file.content)
        .replaceAll(/<(\/?)(worksheet|sheetData|row|c|v|si|t|sst)\b/g, '<$1x:$2')
        .replaceAll('"', "'"),
    }));
    expect(await read(content)).toMatchObject([{ rows }]);
  });

  test('with its parts elsewhere, found by what refers to them', async () => {
    const content = changed((file) => ({
      name: file.name.replace('worksheets/', 'feuilles/').replace('sharedStrings', 'textes'),
      content: String(file.content)
        .replace('worksheets/sheet1', '/xl/feuilles/sheet1')
        .replace('"sharedStrings.xml', '"./textes.xml'),
    }));
    expect(await read(content)).toMatchObject([{ rows }]);
  });

  test('with rows and cells that do not say where they are', async () => {
    const content = sheetXml(
      '<worksheet><sheetData><row><c t="inlineStr"><is><r><t>Da</t></r><r><t>te</t></r></is></c><c t="inlineStr"><is><t>Site</t></is></c></row><row><c s="1"><v>45901</v></c><c t="str"><v>Les Tilleuls</v></c></row></sheetData></worksheet>',
    );
    expect(await read(content)).toMatchObject([{ rows }]);
  });
});

test('cells are written as what they are', async () => {
  const cells = [
    '<c><v>1.204</v></c>',
    '<c><v>0.30000000000000004</v></c>',
    '<c s="1"><v>45901.5</v></c>',
    '<c t="d"><v>2025-09-01T00:00:00</v></c>',
    '<c t="b"><v>1</v></c>',
    '<c t="e"><v>#REF!</v></c>',
    '<c><f>C2+D2</f></c>',
    '<c><f>C2+D2</f><v></v></c>',
    '<c t="str"><f>A1</f><v></v></c>',
    '<c t="inlineStr"><is><t>=A1</t></is></c>',
    '<c t="inlineStr"><is><t>deux\nlignes_x000D_</t></is></c>',
    '<c s="1"><v>65</v></c>',
    '<c t="inlineStr"><is><t>fin</t></is></c>',
  ];
  const content = sheetXml(`<worksheet><sheetData><row>${cells.join('')}</row></sheetData></worksheet>`);
  const [sheet] = await read(content);
  expect(sheet?.rows[0]?.split('\t')).toEqual([
    '1.2040',
    '0.3',
    '2025-09-01 12:00:00',
    '2025-09-01',
    'true',
    '#REF!',
    '=C2+D2',
    '=C2+D2',
    '',
    "'=A1",
    'deux\vlignes\v',
    '65',
    'fin',
  ]);
});

test('a program that leaves every result to Excel writes zeros in their place', async () => {
  const written = { name: 'F', rows: [['a', { formula: '1+1', value: 0 }]] };
  const files = workbookFiles([written]).map((file) => ({
    ...file,
    content: String(file.content).replace('</workbook>', '<calcPr fullCalcOnLoad="1"/></workbook>'),
  }));
  expect(await read(xlsx([written]))).toMatchObject([{ rows: ['a\t0'] }]);
  expect(await read(zip(files))).toMatchObject([{ rows: ['a\t=1+1'] }]);
});

test('a text stands in each of its merged cells, a number in the first one', async () => {
  const content = xlsx([
    {
      name: 'F',
      rows: [
        ['Titre', null, null],
        ['Les Tilleuls', 12, null],
        [null, 13, 'b'],
        [null, null, 'c'],
      ],
      merged: ['A1:C1', 'A2:A4', 'B3:B4', 'C2:C3'],
    },
  ]);
  expect(await read(content)).toMatchObject([
    {
      rows: ['Titre\tTitre\tTitre', 'Les Tilleuls\t12\t', 'Les Tilleuls\t13\tb', 'Les Tilleuls\t\tc'],
    },
  ]);
});

test('what is hidden is left out: sheets, rows, columns', async () => {
  const hidden = '<c><v>9</v></c>';
  const content = changed((file) => {
    const text = String(file.content);
    if (file.name === 'xl/workbook.xml') {
      return {
        ...file,
        content: text.replace('</sheets>', '<sheet name="X" state="veryHidden" r:id="rId1"/></sheets>'),
      };
    }
    return file.name === 'xl/worksheets/sheet1.xml'
      ? {
          ...file,
          content: `<worksheet><cols><col min="2" max="2" hidden="1"/><col min="9" max="16384" hidden="1"/></cols><sheetData><row><c><v>1</v></c>${hidden}<c><v>3</v></c></row><row hidden="1">${hidden}</row><row hidden="1"/><row><c><v>4</v></c></row></sheetData></worksheet>`,
        }
      : file;
  });
  expect(await read(content)).toMatchObject([
    { name: 'Feuil1', hidden: false, rows: ['1\t\t3', '', '', '4\t\t'], hiddenRows: 1, hiddenColumns: ['B'] },
    { name: 'X', hidden: true, rows: [] },
  ]);
});

describe('a few bytes that stand for many', () => {
  const cell = "<c r='XFD1048576'><v>1</v></c>";

  test('a cell in the last place of a sheet is one cell', async () => {
    const [sheet] = await read(
      sheetXml(`<worksheet><sheetData><row r='1048576'>${cell}</row></sheetData></worksheet>`),
    );
    expect(sheet?.rows.length).toBe(1_048_576);
    expect(sheet?.rows.at(-1)?.length).toBe(16_384);
  });

  const bombs: readonly (readonly [string, string, string])[] = [
    ['a long text in many cells', "<row><c t='s'><v>0</v></c></row>".repeat(5_000), 'a'.repeat(30_000)],
    ['rows to the last column', "<row><c r='XFD1'><v>1</v></c></row>".repeat(200), 'a'],
    ['a place beyond the last one', "<row r='1048577'><c><v>1</v></c></row>", 'a'],
    ['a column beyond the last one', "<row><c r='XFE1'><v>1</v></c></row>", 'a'],
  ];
  test.each(bombs)('%s', async (_, data, text) => {
    const content = changed((file) =>
      file.name === 'xl/worksheets/sheet1.xml'
        ? { ...file, content: `<worksheet><sheetData>${data}</sheetData></worksheet>` }
        : file.name === 'xl/sharedStrings.xml'
          ? { ...file, content: `<sst><si><t>${text}</t></si></sst>` }
          : file,
    );
    expect(await read(content)).toMatchObject([{ refusal: { code: 'workbook-too-large' } }]);
  });
});

test('a workbook that is changed or cut anywhere is read, or refused as damaged', async () => {
  const random = randomLcg(41);
  const whole = changed((file) => file);
  const known = JSON.stringify(await read(whole));
  for (let n = 0; n < 300; n++) {
    const bytes = Buffer.from(whole);
    const at = Math.floor(random() * bytes.length);
    const content = n % 3 === 0 ? bytes.subarray(0, at) : bytes;
    if (n % 3 !== 0) {
      bytes.writeUInt8(Math.floor(random() * 256), at);
    }
    const found = await read(content);
    // What is not found to be damaged must be what was written: every part has a checksum.
    const isTold =
      found.some(({ refusal }) => refusal !== undefined) || found.every(({ name }) => name === undefined);
    if (!isTold && JSON.stringify(found) !== known) {
      expect([n, at, found]).toEqual([n, at, 'what was written, or a refusal']);
    }
  }
});
