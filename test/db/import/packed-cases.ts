import { type Case, same, three } from './corpus-cases.ts';

const workbook = (name: string, ...sheets: readonly string[]) => ({
  files: sheets.map((sheet) => `${name} [${sheet}]`),
});
const refusedFile = (code: string, value = '-'): Case => ({
  kind: null,
  records: [],
  problems: [`refused - ${code} ${value}`],
});

/** Files that hold others. */
export const packedCases: Readonly<Record<string, Case>> = {
  'workbook.xlsx': { ...same, ...workbook('workbook.xlsx', 'Feuil1') },
  'workbook-1904.xlsx': { ...same, ...workbook('workbook-1904.xlsx', 'Feuil1') },
  'workbook-serials.xlsx': { ...same, ...workbook('workbook-serials.xlsx', 'Feuil1') },
  'workbook-date-texts.xlsx': { ...same, ...workbook('workbook-date-texts.xlsx', 'Feuil1') },
  'workbook-banner.xlsx': {
    ...same,
    ...workbook('workbook-banner.xlsx', 'Feuil1'),
    problems: ['warning 8 total-left-out Total'],
  },
  // The last row plans `=NA()`, whose result the file does not hold.
  'workbook-formulas.xlsx': {
    ...same,
    ...workbook('workbook-formulas.xlsx', 'Feuil1'),
    records: three.slice(0, 2),
    problems: ['refused 4 formula-without-result =NA()'],
  },
  'workbook-sheets.xlsx': {
    ...same,
    files: ['workbook-sheets.xlsx [Lisez-moi]', 'workbook-sheets.xlsx'],
    problems: ['warning - sheet-left-out -'],
  },
  'workbook-cut.xlsx': refusedFile('damaged-archive'),
  'workbook-old.xls': refusedFile('old-workbook'),
  'workbook-encrypted.xlsx': refusedFile('encrypted-workbook'),
  'archive.zip': { ...same, files: ['archive.zip/2018/maternelle.csv', 'archive.zip/2018/élémentaire.csv'] },
  'archive-workbook.zip': {
    ...same,
    files: ['archive-workbook.zip/m.xlsx [M]', 'archive-workbook.zip/él.csv'],
  },
  'archive-outside.zip': refusedFile('unsafe-archive-name', '../b.csv'),
  'archive-encrypted.zip': refusedFile('encrypted-archive', 'a.csv'),
  'archive-nested.zip': {
    kind: 'attendance',
    records: three.slice(0, 2),
    problems: ['refused - archive-in-archive -'],
    files: ['archive-nested.zip/a.csv', 'archive-nested.zip/b.zip'],
  },
};
