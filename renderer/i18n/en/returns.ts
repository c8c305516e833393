import type { TextCatalogue } from '../fr/catalogue.ts';

export const returns: Pick<TextCatalogue, 'returns'> = {
  returns: {
    sheet: 'Return sheet',
    sheets: 'Return sheets',
    hint: 'A workbook for each site to fill in, send back by mail and import.',
    saved: 'Return sheet saved: {{name}}',
    title: 'Return sheets',
    count_one: '{{n}} return sheet',
    count_other: '{{n}} return sheets',
    toTake_one: '{{n}} value to take',
    toTake_other: '{{n}} values to take',
    taken_one: '{{n}} value taken',
    taken_other: '{{n}} values taken',
    unchanged_one: '{{n}} already on record',
    unchanged_other: '{{n}} already on record',
    take_one: 'Take {{n}} value',
    take_other: 'Take {{n}} values',
    kept_one: '{{n}} value taken from the return sheet',
    kept_other: '{{n}} values taken from the return sheets',
    differs: 'The sheet differs from what is on record. Without an answer, the record stays.',
    differsFrom:
      'Two sheets contradict each other: “{{file}}” has another value. Without an answer, that value stays.',
    mine: 'Keep {{value}}',
    file: 'Take {{value}}',
    allFile: 'Take all sheets',
    allMine: 'Keep all that is on record',
  },
};
