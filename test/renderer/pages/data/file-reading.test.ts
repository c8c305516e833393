import type { ImportFileReport, Mapping } from '../../../../electron/api/records.ts';
import {
  fieldAt,
  readingOf,
  withField,
  withKind,
  withSeparator,
} from '../../../../renderer/pages/data/file-reading.ts';

const column = (field: ImportFileReport['columns'][number]['field']) => ({
  name: 'x',
  samples: [],
  field,
  read: 0,
});
const file = (kind: ImportFileReport['kind']) =>
  ({ kind, columns: [column('date'), column(null), column('site')] }) as unknown as ImportFileReport;
const said: Mapping = { kind: 'attendance', columns: { date: 0, site: 1, served: 2 }, encoding: 'UTF-8' };

describe('what is said about a file', () => {
  test('begins with what was found; nothing is known of a file without a kind', () => {
    expect(readingOf(file(null), undefined)).toBeNull();
    expect(readingOf(file('attendance'), undefined)).toEqual({
      kind: 'attendance',
      columns: { date: 0, site: 2 },
    });
  });

  test('the word of the user stands over what was found', () => {
    expect(readingOf(file('attendance'), said)).toBe(said);
    expect(readingOf(file('attendance'), { kind: 'attendance', dateOrder: 'mdy' })).toMatchObject({
      dateOrder: 'mdy',
      columns: { date: 0, site: 2 },
    });
    // The columns found belong to the kind before.
    expect(readingOf(file('attendance'), { kind: 'menus' })).toEqual({ kind: 'menus' });
  });

  test('a column serves one field, a field has one column', () => {
    expect(withField(said, 2, 'site').columns).toEqual({ date: 0, site: 2 });
    expect(withField(said, 1, null).columns).toEqual({ date: 0, served: 2 });
    expect(withField({ kind: 'menus' }, 4, 'dish').columns).toEqual({ dish: 4 });
    expect([fieldAt(said, 1), fieldAt(said, 3), fieldAt(null, 0)]).toEqual(['site', null, null]);
  });

  test('another kind or separator asks for the columns anew, and keeps the rest', () => {
    expect(withKind(said, 'menus')).toEqual({ kind: 'menus', encoding: 'UTF-8' });
    expect(withKind(null, 'menus')).toEqual({ kind: 'menus' });
    expect(withSeparator(said, ';')).toEqual({ kind: 'attendance', encoding: 'UTF-8', separator: ';' });
  });
});
