import { sheetNames } from '../../../../electron/service/documents/table-xlsx.ts';

describe('the sheets of a workbook', () => {
  test('have names that Excel takes, each once whatever its case', () => {
    expect(sheetNames(['A/B: [1]', '', "'Primeurs'", 'Boucherie', 'BOUCHERIE'])).toEqual([
      'A B 1',
      '–',
      'Primeurs',
      'Boucherie',
      'BOUCHERIE (2)',
    ]);
    expect(sheetNames(['x'.repeat(40), 'x'.repeat(35)])).toEqual(['x'.repeat(31), `${'x'.repeat(27)} (2)`]);
  });

  test('end in no apostrophe and no half of a character where a long name is cut', () => {
    expect(sheetNames(["Boulangerie de la rue du Pré l'Abbé"])).toEqual(['Boulangerie de la rue du Pré l']);
    expect(sheetNames([`${'x'.repeat(30)}🥕 bio`])).toEqual(['x'.repeat(30)]);
  });

  test('leave to Excel the name that it keeps for itself', () => {
    expect(sheetNames(['History'])).toEqual(['History (2)']);
  });
});
