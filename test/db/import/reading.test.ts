import { isoOf } from '../../../db/day.ts';
import { readHistory } from '../../../db/history.ts';
import { undoImport } from '../../../db/import/imports.ts';
import { listProfiles, removeProfile, saveProfile } from '../../../db/import/mapping-profiles.ts';
import type { Database } from '../../../db/open.ts';
import type { Mapping } from '../../../forecasting/domain/records.ts';
import { countsOf, dump, problemsOf, Workbench } from '../support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const unknown = 'Quand;Où;Midi;Note\n02/09/2024;Le Port;90;\n03/09/2024;Le Port;92;pluie\n';
const mapping: Mapping = { kind: 'attendance', columns: { date: 0, site: 1, served: 2 } };

const reading = (said: Partial<Mapping> & Pick<Mapping, 'kind'>) => ({
  readings: { 'file.csv': said },
});
const served = (db: Database) =>
  db
    .prepare('SELECT day, served FROM attendance ORDER BY day')
    .all()
    .map((row) => row as { day: number; served: number })
    .map(({ day, served: count }) => [isoOf(day), count]);

describe('what a file is told to be', () => {
  test('nothing yet: its columns and samples are shown, nothing is imported', () => {
    const file = bench.importOne(bench.database(), 'Quoi;Note\nbleu;\nrouge;pluie\n');
    expect(file).toMatchObject({ kind: null, read: 0, reading: { sure: false, fields: [], headerLine: 1 } });
    expect(file.columns).toEqual([
      { name: 'Quoi', samples: ['bleu', 'rouge'], field: null, read: 0, filled: 0, because: null },
      { name: 'Note', samples: ['pluie'], field: null, read: 0, filled: 0, because: null },
    ]);
  });

  test('titles that nobody knows: what stands below them says what they are, and why', () => {
    const file = bench.importOne(bench.database(), unknown);
    expect(file).toMatchObject({ kind: 'attendance', read: 2, imported: 2 });
    expect(file.columns.map(({ field, because }) => [field, because])).toEqual([
      ['date', 'holds-dates'],
      ['site', 'holds-names'],
      ['served', 'only-counts'],
      ['event', 'title'],
    ]);
    expect(file.sites).toEqual([
      {
        site: 'Le Port',
        days: 2,
        emptyDays: 0,
        firstDay: '2024-09-02',
        lastDay: '2024-09-03',
        mean: 91,
        least: 90,
        most: 92,
      },
    ]);
  });

  test('recognised titles: fields, how it was read, and how many cells gave a value', () => {
    const text = 'Titre\n\nsite;date;réel;prévu\nLe Port;02/09/2024;90;NA\nLe Port;03/09/2024;x;95\n';
    const file = bench.importOne(bench.database(), text);
    expect(file.columns.map(({ field, read }) => [field, read])).toEqual([
      ['site', 2],
      ['date', 2],
      ['served', 1],
      ['staff', 1],
    ]);
    expect(file.reading).toEqual({
      encoding: 'UTF-8',
      separator: ';',
      dateOrder: 'dmy',
      decimal: null,
      headerLine: 3,
      fields: [
        ...['date', 'site', 'served', 'staff', 'siteKind', 'service', 'event'],
        ...['maternelle', 'elementaire', 'college', 'adult', 'total', 'covers'],
      ],
      sure: false,
    });
  });

  test('columns given by hand are imported, and undone to the same dump', () => {
    const db = bench.database();
    const empty = dump(db);
    const { batch, files } = bench.import(db, { 'file.csv': unknown }, reading(mapping));
    expect(files[0]).toMatchObject({ kind: 'attendance', read: 2, imported: 2, profile: null });
    expect(served(db)).toEqual([
      ['2024-09-02', 90],
      ['2024-09-03', 92],
    ]);
    undoImport(db, batch ?? 0);
    expect(dump(db)).toEqual(empty);
  });

  test('only its kind: the titles say what they can, and what lacks is told', () => {
    const file = bench.importOne(bench.database(), 'Date;Où;Midi\n', reading({ kind: 'attendance' }));
    expect(file.columns.map(({ field }) => field)).toEqual(['date', null, null]);
    expect(file.problems).toMatchObject([
      { code: 'missing-columns', params: { kind: 'attendance', fields: ['site', 'served'] } },
    ]);
  });

  test('the same bytes read another way are read anew', () => {
    const db = bench.database();
    const two = unknown.replace('Note', 'Soir').replace('90;', '90;80').replace('pluie', '85');
    bench.importOne(db, two, reading(mapping));
    const again = bench.importOne(db, two, reading(mapping));
    expect(problemsOf(again)).toEqual(['warning - already-imported -']);
    const other = { ...mapping, columns: { date: 0, site: 1, served: 3 } };
    expect(countsOf(bench.importOne(db, two, reading(other)))).toMatchObject({ updated: 2 });
    expect(served(db).map(([, count]) => count)).toEqual([80, 85]);
  });
});

describe('a reading that cannot be right is refused', () => {
  test.each([
    [
      { ...mapping, columns: { date: 0, site: 1 } },
      { code: 'missing-columns', params: { kind: 'attendance', fields: ['served'] } },
    ],
    [
      { ...mapping, columns: { date: 0, site: 1, served: 2, staff: 2 } },
      { code: 'column-twice', params: { heading: 'Midi', fields: ['served', 'staff'] } },
    ],
    [
      { ...mapping, columns: { date: 0, site: 1, served: 9 } },
      { code: 'no-such-column', params: { field: 'served', number: 10, columns: 4 } },
    ],
    [
      { ...mapping, columns: { date: 0, site: 1, served: 2, dessert: 3 } },
      { code: 'field-not-of-kind', params: { kind: 'attendance', field: 'dessert' } },
    ],
    [
      { ...mapping, headerLine: 40 },
      { code: 'no-header-line', params: { headerLine: 40 } },
    ],
  ] as const)('%j', (said, problem) => {
    const db = bench.database();
    const before = dump(db);
    const { batch, files } = bench.import(db, { 'file.csv': unknown }, { ...reading(said), remember: true });
    expect(batch).toBeNull();
    expect(files[0]).toMatchObject({ kind: 'attendance', read: 0, problems: [problem] });
    expect(dump(db)).toEqual(before);
  });
});

describe('how cells are written can be told too', () => {
  const dates = 'date,site,type,servi\n03/04/2024,Le Port,E,90\n';

  test.each([
    ['dmy', dates, '2024-04-03'],
    ['mdy', dates, '2024-03-04'],
    ['ymd', dates.replace('03/04/2024', '24/04/03'), '2024-04-03'],
  ] as const)('dates %s', (dateOrder, text, day) => {
    const db = bench.database();
    const file = bench.importOne(db, text, reading({ kind: 'attendance', dateOrder }));
    expect(file.problems).toEqual([]);
    expect(file.reading).toMatchObject({ dateOrder, sure: true });
    expect(served(db)).toEqual([[day, 90]]);
  });

  test.each([
    [',', '1.234', 1234],
    [',', '"1.234,00"', 1234],
    ['.', '"1,234"', 1234],
    ['.', '1234.0', 1234],
  ] as const)('decimal sign %s: %s', (decimal, cell, count) => {
    const db = bench.database();
    bench.importOne(db, dates.replace(',90', `,${cell}`), reading({ kind: 'attendance', decimal }));
    expect(served(db)).toEqual([['2024-04-03', count]]);
  });

  test('a count with a fraction is no whole number, whichever its sign', () => {
    const text = dates.replace(',90', ',"1,234"');
    const file = bench.importOne(
      bench.database(),
      text,
      reading({ kind: 'attendance', dateOrder: 'dmy', decimal: ',' }),
    );
    expect(problemsOf(file)).toEqual(['refused 2 count-not-whole 1,234']);
  });

  test('encoding, separator and line of titles', () => {
    const db = bench.database();
    const text = 'a|b\nQuand|Où|Midi\n2024-09-02|Hélène Boucher|90\n';
    const file = bench.importOne(
      db,
      Buffer.from(text, 'latin1'),
      reading({ ...mapping, encoding: 'windows-1252', separator: '|', headerLine: 2 }),
    );
    expect(file).toMatchObject({ imported: 1, encoding: 'windows-1252', separator: '|' });
    expect(readHistory(db).sites.map(({ name }) => name)).toEqual(['Hélène Boucher']);
  });

  test('no titles at all: columns are named by letters, the first line is a row', () => {
    const db = bench.database();
    const text = '2024-09-02;Le Port;90\n2024-09-03;Le Port;91\n';
    const file = bench.importOne(db, text, { ...reading({ ...mapping, headerLine: 0 }), remember: true });
    expect(file).toMatchObject({ imported: 2, reading: { headerLine: 0 } });
    expect(file.columns.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    // Without titles there is nothing to know the next file by.
    expect(listProfiles(db)).toEqual([]);
  });
});

describe('an answer is remembered', () => {
  const later = 'Export du 5\n\nQUAND;ou;Midi ;note\n25/09/2024;Le Port;93;\n';

  test('and used for the next file with the same titles, though they stand elsewhere', () => {
    const db = bench.database();
    const { batch } = bench.import(db, { 'file.csv': unknown }, { ...reading(mapping), remember: true });
    const file = bench.importOne(db, later);
    expect(file).toMatchObject({ kind: 'attendance', imported: 1, profile: 1, reading: { headerLine: 3 } });
    expect(file.problems).toMatchObject([
      { level: 'warning', code: 'profile-used', params: { file: 'file.csv', at: '2026-11-23T09:00' } },
    ]);
    // As answers about names do, it outlives the import it was given for.
    undoImport(db, batch ?? 0);
    expect(listProfiles(db)).toMatchObject([
      { id: 1, shape: ['QUAND', 'OU', 'MIDI', 'NOTE'], reading: mapping, file: 'file.csv' },
    ]);
  });

  test('a dry run remembers nothing', () => {
    const db = bench.database();
    bench.import(db, { 'file.csv': unknown }, { ...reading(mapping), remember: true, dryRun: true });
    expect(listProfiles(db)).toEqual([]);
  });

  test('a later one about the same titles replaces it; removed, it is forgotten', () => {
    const db = bench.database();
    const said = { shape: ['QUAND', 'OU', 'MIDI', 'NOTE'], file: 'a.csv', at: '2026-11-23T09:00' };
    saveProfile(db, { ...said, reading: mapping });
    saveProfile(db, { ...said, file: 'b.csv', reading: { ...mapping, dateOrder: 'mdy' } });
    expect(listProfiles(db)).toMatchObject([{ file: 'b.csv', reading: { dateOrder: 'mdy' } }]);
    expect(bench.importOne(db, later).reading).toMatchObject({ dateOrder: 'mdy' });
    expect(removeProfile(db, 1)).toBe(true);
    expect(removeProfile(db, 1)).toBe(false);
    expect(bench.importOne(db, later)).toMatchObject({ kind: 'attendance', profile: null });
  });
});

describe('a table with a column per site, dish or meal', () => {
  const dishes = 'Date;Site;Melon;Omelette\n03/09/2024;Le Port;40;52\n04/09/2024;Le Port;41;\n';
  const meals = 'Date;Site;Déjeuner;Goûter\n23/09/2024;Le Port;90;30\n';

  test('dishes are a guess to confirm, lunches are not; the columns say what they were taken for', () => {
    const asked = bench.importOne(bench.database(), dishes);
    expect(asked).toMatchObject({ kind: 'servings', read: 3, reading: { sure: false } });
    expect(asked.columns.map(({ field }) => field)).toEqual(['date', 'site', null, null]);
    expect(asked.problems.find(({ code }) => code === 'dishes-in-columns')).toMatchObject({
      params: { names: ['Melon', 'Omelette'] },
    });
    const sure = bench.importOne(bench.database(), meals);
    expect(sure).toMatchObject({ kind: 'attendance', read: 1, reading: { sure: true } });
    expect(sure.columns.map(({ field }) => field)).toEqual(['date', 'site', 'served', null]);
    expect(sure.problems).toMatchObject([
      { code: 'meals-left-out', params: { lunch: 'Déjeuner', others: ['Goûter'] } },
    ]);
  });

  test('numbers that only their program knows are no dishes: the kind is asked', () => {
    const coded = dishes.replace('Melon;Omelette', 'NBPREV;NBREEL');
    const file = bench.importOne(bench.database(), coded);
    expect(file).toMatchObject({ kind: null, read: 0, problems: [{ code: 'unknown-header' }] });
  });

  test('an answer about something else leaves it such a table, and is remembered', () => {
    const db = bench.database();
    const said = reading({ kind: 'servings', columns: { date: 0, site: 1 }, dateOrder: 'mdy' });
    const first = bench.import(db, { 'file.csv': dishes }, { ...said, remember: true });
    expect(first.files[0]).toMatchObject({ kind: 'servings', read: 3, firstDay: '2024-03-09' });
    const later = bench.importOne(db, dishes.replaceAll('2024', '2025'));
    expect(later).toMatchObject({ kind: 'servings', read: 3, firstDay: '2025-03-09' });
  });

  test('columns given by hand are another table', () => {
    const said = reading({ kind: 'attendance', columns: { date: 0, site: 1, served: 3 } });
    const file = bench.importOne(bench.database(), meals, said);
    expect(file).toMatchObject({ kind: 'attendance', problems: [] });
  });
});
