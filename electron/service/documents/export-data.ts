import * as rows from '../../../db/export.ts';
import { writeWhole } from '../../../db/files/patience.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { Cancelled } from '../../../forecasting/domain/types.ts';
import type { Input } from '../../api/contract.ts';
import type { DataKind, Sheet } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import { targetOf } from '../context/target.ts';
import type { Context } from '../context/use-case.ts';
import type { Messages } from '../messages/messages.ts';
import { csvPieces } from './table-csv.ts';
import type { TableCell, TableColumn } from './table-document.ts';
import { tableXlsx } from './table-xlsx.ts';

type Row = readonly TableCell[];
type ColumnType = TableColumn['type'];
type Words = Messages['exports'];

interface DataTable {
  readonly types: readonly ColumnType[];
  /** How many of the columns are there; all where it is not said. */
  width?(db: ReadonlyDatabase): number;
  rows(db: ReadonlyDatabase, words: Words): Iterable<Row>;
}

/** In the order of the titles in the catalogues, which the import recognises. */
const tables: Readonly<Record<DataKind, DataTable>> = {
  attendance: {
    types: ['date', 'text', 'text', 'number', 'number', 'number', 'number', 'number', 'number'],
    width: (db) => (rows.hasDiners(db) ? 9 : 5),
    *rows(db) {
      const isApart = rows.hasDiners(db);
      for (const { date, site, kind, staff, served, diners } of rows.exportAttendance(db)) {
        const { M = null, E = null, C = null, A = null } = diners;
        yield [date, site, kind, staff, served, ...(isApart ? [M, E, C, A] : [])];
      }
    },
  },
  menus: { types: ['date', 'text', 'number', 'text', 'text'], rows: menuRows },
  servings: {
    types: ['date', 'text', 'text', 'text', 'number', 'number', 'number'],
    rows: (db) =>
      rows
        .exportServings(db)
        .map(({ date, site, kind, dish, served, prepared, left }) => [
          date,
          site,
          kind,
          dish,
          served,
          prepared,
          left,
        ]),
  },
  enrolment: {
    types: ['text', 'text', 'number'],
    rows: (db) =>
      rows
        .exportEnrolment(db)
        .map(({ school, schoolYear, children }) => [school, `${schoolYear}-${schoolYear + 1}`, children]),
  },
  sites: {
    types: ['text', 'text', 'text', 'number'],
    rows: (db) =>
      rows.exportSites(db).map(({ name, kind, sector, capacity }) => [name, kind, sector, capacity]),
  },
  'site-names': {
    types: ['text', 'text', 'text', 'text'],
    rows: (db) =>
      rows.exportSiteNames(db).map(({ name, nameKind, site, siteKind }) => [name, nameKind, site, siteKind]),
  },
  'school-names': {
    types: ['text', 'text', 'text'],
    rows: (db) => rows.exportSchoolNames(db).map(({ name, site, siteKind }) => [name, site, siteKind]),
  },
  closures: {
    types: ['date', 'text', 'text', 'text', 'number', 'date'],
    rows: (db, words) =>
      rows
        .exportClosures(db)
        .map(({ date, event, site, kind, absent, announced }) => [
          date,
          words.events[event],
          site,
          kind,
          absent,
          announced,
        ]),
  },
};

/**
 * A row per dish, or per choice: "A OU B". Where the ranks of a choice differ they are the places in the list, which
 * the import finds again by itself.
 */
function menuRows(db: ReadonlyDatabase, { courses, or }: Words): readonly Row[] {
  const lines: rows.MenuRow[][] = [];
  for (const row of rows.exportMenus(db)) {
    const last = lines.at(-1)?.[0];
    const goesOn =
      row.choice !== null && last?.choice === row.choice && last.date === row.date && last.site === row.site;
    if (goesOn) {
      lines.at(-1)?.push(row);
    } else {
      lines.push([row]);
    }
  }
  return lines.map((dishes) => {
    const { date, site, rank, course } = dishes[0] as rows.MenuRow;
    const sameRank = dishes.every((dish) => dish.rank === rank);
    const names = dishes.map(({ dish }) => dish).join(` ${or} `);
    return [date, site, sameRank ? rank : null, course && courses[course], names];
  });
}

const widths: Readonly<Record<ColumnType, number>> = {
  text: 32,
  date: 12,
  number: 10,
  figure: 10,
  money: 10,
};

/** A workbook of more needs more memory than a town hall's computer has to spare, and Excel opens none of 1,048,577. */
const mostWorkbookRows = 200_000;

const mimes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/**
 * Records of one kind as a table that can be imported again; a text in it is never a formula. Where a file is named
 * it is written there as it is read, and the body stays empty: ten years of a large town are no text to carry around.
 */
export async function exportData(context: Context, { kind, format }: Input<'data.export'>): Promise<Sheet> {
  const { db, texts, language, files } = context;
  const { exports, kindNames } = texts;
  const { types, width, rows: read } = tables[kind];
  const columns = exports.titles[kind].slice(0, width?.(db)).map((title, i): TableColumn => {
    const type = types[i] ?? 'text';
    return { title, type, width: widths[type] };
  });
  const found = read(db, exports);
  const file = { fileName: `${exports.fileNames[kind]}.${format}`, mime: mimes[format] };
  const target = files[0] === undefined ? null : targetOf(context);
  if (format === 'csv') {
    const pieces = csvPieces(columns, untilCancelled(found, context), language);
    if (target === null) return { ...file, body: [...pieces].join('') };
    writeWhole(target, pieces);
    return { ...file, body: '' };
  }
  const section = { name: kindNames[kind], details: [], rows: rowsOfWorkbook(found), notes: [] };
  const workbook = await tableXlsx({ columns, sections: [section], empty: exports.empty });
  if (target === null) return { ...file, body: workbook.toString('base64') };
  writeWhole(target, workbook);
  return { ...file, body: '' };
}

function* untilCancelled(rows: Iterable<Row>, { cancelled }: Context): Generator<Row> {
  for (const row of rows) {
    if (cancelled()) throw new Cancelled();
    yield row;
  }
}

/** Throws a `ServiceError` before more is read than a workbook may hold. */
function rowsOfWorkbook(found: Iterable<Row>): readonly Row[] {
  const rows: Row[] = [];
  for (const row of found) {
    if (rows.push(row) > mostWorkbookRows) {
      throw new ServiceError('refused', (t) => t.errors.tooManyForWorkbook(mostWorkbookRows));
    }
  }
  return rows;
}
