import { fold } from '../../fold.ts';
import { closureBelow } from '../closure-kind.ts';
import { courseFields, type TableField } from '../field.ts';
import type { ImportKind } from '../problem.ts';
import { parseSiteKind } from '../site-kind.ts';
import type { Layout, LayoutNote, Place } from '../table-layout.ts';
import { surroundingsOf } from './around-table.ts';
import { isRowEach, readCountTable } from './attendance-table.ts';
import {
  type ColumnOfCells,
  columnsOf,
  findFrame,
  type GridRow,
  shareOf,
  type TableFrame,
  titlesOf,
} from './cells.ts';
import { readEnrolmentTable } from './enrolment-table.ts';
import { readMenuBlocks } from './menu-blocks.ts';
import { readMenuTable } from './menu-table.ts';
import type { CountTable } from './table-parts.ts';
import { readTicks } from './ticks.ts';
import { completeTitled } from './titled-table.ts';
import { readWideEnrolment } from './wide-enrolment.ts';
import { isTitleOf, readCountTitle } from './words.ts';

type Grids = ReadonlyMap<string, readonly GridRow[]>;

interface Counted {
  readonly table: CountTable;
  readonly frame: TableFrame;
  readonly separator: string;
  /** Columns whose signs were read as counts. */
  readonly ticks: readonly number[];
}

/** Kinds that may be another thing than their titles say. */
const contested: readonly ImportKind[] = [
  'attendance',
  'menus',
  'closures',
  'servings',
  'enrolment',
  'sites',
];

/**
 * What a file is: by its titles, by its contents, or both. Titles alone decide where only they can (portions, packs,
 * lists, calendars); else what stands below them must agree, and no column of counts may be lost.
 */
export function chooseLayout(
  titled: Layout | null,
  grids: Grids,
  kind: ImportKind | null,
  place: Place,
): Layout | null {
  if (titled !== null && !contested.includes(titled.kind)) {
    return titled;
  }
  const trusted = titled !== null && agrees(titled, grids) ? titled : null;
  const mayCount = kind === null || kind === 'attendance' || kind === 'servings';
  const counted = mayCount ? findCounted(grids, place, titled?.separator ?? null) : null;
  const fits = counted !== null && (kind === null || counted.table.kind === kind);
  const found = trusted === null || !fits ? trusted : choose(trusted, counted);
  if (found === null) {
    return fits ? layoutOf(counted, []) : untitled(grids, kind, place);
  }
  const rows = grids.get(found.separator) ?? [];
  if (found.kind === 'enrolment') {
    return readEnrolmentTable(found, rows, place.answers);
  }
  if (found.shape !== undefined) {
    return found;
  }
  const own = found.kind === 'menus' ? readMenuTable(found, rows) : found;
  const frame = frameBelow(own, rows);
  return completeTitled(own, frame, surroundingsOf(frame, place));
}

/** Tables that have no column of dates under a title of its own. */
function untitled(grids: Grids, kind: ImportKind | null, place: Place): Layout | null {
  const isSaid = (own: ImportKind) => kind === null || kind === own;
  return (
    (isSaid('enrolment') ? readWideEnrolment(grids, place) : null) ??
    (isSaid('menus') ? readMenuBlocks(grids, place) : null)
  );
}

/** What stands around the titles that were found. */
function frameBelow({ header, headerLine }: Layout, rows: readonly GridRow[]): TableFrame {
  const isFilled = ({ cells }: GridRow) => cells.some((cell) => cell.trim() !== '');
  return {
    titles: [{ cells: header, line: headerLine }],
    banners: rows
      .filter(({ line }) => line < headerLine)
      .flatMap(({ cells }) => cells.map((cell) => cell.trim()).filter((cell) => cell !== '')),
    body: rows.filter((row) => row.line > headerLine && isFilled(row)),
    width: header.length,
  };
}

function choose(titled: Layout, counted: Counted): Layout {
  const { table } = counted;
  switch (titled.kind) {
    case 'attendance':
      return table.kind !== 'attendance' || (isSimple(table) && sameColumns(titled, table))
        ? titled
        : layoutOf(counted, []);
    case 'menus':
    case 'closures':
      return saysCounts(counted) ? layoutOf(counted, [titled]) : titled;
    case 'servings':
      return table.kind === 'attendance' && saysCounts(counted) && isOnePerDay(titled, counted)
        ? layoutOf(counted, [menusOf(titled)])
        : titled;
    default:
      return saysCounts(counted) ? layoutOf(counted, []) : titled;
  }
}

const isSimple = ({ plain, questions, strikeColumn }: CountTable) =>
  plain && questions.length === 0 && strikeColumn === null;

const sameColumns = (titled: Layout, { columns }: CountTable) =>
  [...columns].every(([field, index]) => titled.columns.get(field) === index);

/** Titles or a known site say that these are counts of meals: not prices, ranks or grams beside dishes. */
function saysCounts({ table, frame }: Counted): boolean {
  const titles = titlesOf(frame);
  const served = table.shape.slices.flatMap(({ cells }) => [
    ...(cells.get('served') ?? []),
    ...(cells.get('staff') ?? []),
  ]);
  const telling = served.filter((index) => {
    const title = titles[index] ?? { upper: '', own: '' };
    const read = readCountTitle(title.own);
    return read.measure === 'served' || read.measure === 'staff' || read.counts || read.who !== null;
  });
  return telling.length > 0 && !table.questions.some(({ id }) => id === 'lines');
}

function isOnePerDay(titled: Layout, { table, frame }: Counted): boolean {
  return (
    isRowEach(table.shape) &&
    frame.body.length >= 3 &&
    !['prepared', 'left', 'discarded'].some((field) => titled.columns.has(field as TableField))
  );
}

function menusOf(titled: Layout): Layout {
  const columns = new Map(
    [...titled.columns].filter(([field]) => field === 'date' || field === 'site' || field === 'dish'),
  );
  return { ...titled, kind: 'menus', columns };
}

/** Do the columns hold what their titles say? A table without lines has nothing that speaks against it. */
function agrees(titled: Layout, grids: Grids): boolean {
  const rows = grids.get(titled.separator)?.filter(({ line }) => line > titled.headerLine) ?? [];
  const frame: TableFrame = {
    titles: [{ cells: titled.header, line: titled.headerLine }],
    banners: [],
    body: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
    width: titled.header.length,
  };
  const columns = columnsOf(frame);
  const holds = (field: TableField, is: (column: ColumnOfCells) => boolean) => {
    const column = columns[titled.columns.get(field) ?? -1];
    return column === undefined || column.filled === 0 || is(column);
  };
  const isDish = (column: ColumnOfCells) => shareOf(column, 'text', 'partial-date', 'mark', 'missing') >= 0.5;
  const dishes: readonly TableField[] = ['dish', ...courseFields];
  const isEvent = ({ title, distinct }: ColumnOfCells) =>
    [...distinct].filter((cell) => closureBelow(title.own, cell) !== null).length >= 0.3 * distinct.size;
  const isKind = (column: ColumnOfCells) => [...column.distinct].some((cell) => parseSiteKind(cell) !== null);
  switch (titled.kind) {
    case 'menus':
      return dishes.every((field) => holds(field, isDish));
    case 'closures':
      return holds('event', isEvent);
    case 'sites':
      return holds('canteenKind', isKind);
    default:
      return true;
  }
}

/** The separator that makes most of the lines a table. */
function findCounted(grids: Grids, place: Place, first: string | null): Counted | null {
  const order = [...grids.keys()].toSorted((a, b) => Number(b === first) - Number(a === first));
  for (const separator of order) {
    const { rows, ticks } = readTicks(grids.get(separator) ?? []);
    const frame = findFrame(rows);
    const table = frame === null ? null : readCountTable(frame, surroundingsOf(frame, place));
    if (frame !== null && table !== null) {
      return { table, frame, separator, ticks };
    }
  }
  return null;
}

function layoutOf({ table: found, frame, separator, ticks }: Counted, also: readonly Layout[]): Layout {
  const table = { ...found, reasons: reasonsOf(found) };
  const header = titlesOf(frame).map(({ upper, own }) =>
    upper !== '' && frame.titles.length > 1 ? `${upper} ${own}`.trim() : own,
  );
  const headerLine = table.fromTop === true ? 0 : (frame.titles.at(-1)?.line ?? 0);
  const place = { separator, headerLine, header };
  const strikes: readonly Layout[] =
    table.strikeColumn === null || also.some(({ kind }) => kind === 'closures')
      ? []
      : [strikesOf(table, place)];
  const site = table.siteName;
  return {
    ...place,
    kind: table.kind,
    columns: table.columns,
    shape: table.plain && ticks.length === 0 ? undefined : { ...table.shape, ticks },
    reasons: table.reasons,
    questions: table.questions,
    notes: notesOf(table, header),
    also: [...also, ...strikes].map((layout) => withSite(layout, site, table)),
  };
}

/** The columns that are read of a table for one of the fields. */
const readFor = ({ shape }: CountTable, is: (field: TableField) => boolean): ReadonlySet<number> =>
  new Set(shape.slices.flatMap(({ cells }) => [...cells].flatMap(([field, own]) => (is(field) ? own : []))));

/** Adults that have a place of their own are read as much as children. */
function reasonsOf(table: CountTable): CountTable['reasons'] {
  const adults = readFor(table, (field) => field === 'adult');
  return new Map(
    [...table.reasons].map(([index, own]) => [index, adults.has(index) ? 'adults-kept' : own] as const),
  );
}

function strikesOf(
  { columns, strikeColumn }: CountTable,
  place: Pick<Layout, 'separator' | 'headerLine' | 'header'>,
): Layout {
  const shared = [...columns].filter(([field]) => field === 'date' || field === 'site');
  return {
    ...place,
    kind: 'closures',
    columns: new Map<TableField, number>([...shared, ['strike', strikeColumn as number]]),
  };
}

/** The other kind is of the same site, and its dates are written the same way. */
function withSite(layout: Layout, site: string | null, { shape, plain }: CountTable): Layout {
  const isOwn = site !== null && !layout.columns.has('site');
  if (!isOwn && (plain || shape.period === null)) {
    return layout;
  }
  const cells = new Map([...layout.columns].map(([field, index]) => [field, [index]] as const));
  return {
    ...layout,
    shape: {
      ...shape,
      addsLines: false,
      slices: [{ constants: new Map(isOwn ? [['site', site]] : []), cells }],
    },
  };
}

function notesOf(table: CountTable, header: readonly string[]): readonly LayoutNote[] {
  const because = (reason: string) =>
    [...table.reasons].filter(([, own]) => own === reason).map(([index]) => header[index] ?? '');
  const notes: LayoutNote[] = [];
  const add = (
    code: 'columns-added' | 'adults-left-out' | 'sums-left-out' | 'filled-down',
    names: readonly string[],
    least = 1,
  ) => {
    if (names.length >= least) {
      notes.push({ code, names });
    }
  };
  if (table.by === 'site' && new Set(table.names.map(fold)).size > 0) {
    notes.push({ code: 'sites-in-columns', names: table.names });
  } else if (table.by === 'dish') {
    notes.push({ code: 'dishes-in-columns', names: table.names });
  } else if (table.by === 'date') {
    notes.push({ code: 'dates-in-columns', names: table.names });
  }
  if (table.otherServices.length > 0) {
    const [served] = table.shape.slices[0]?.cells.get('served') ?? [];
    notes.push({ code: 'meals-left-out', lunch: header[served ?? -1] ?? '', others: table.otherServices });
  }
  const classes = readFor(
    table,
    (field) => field === 'maternelle' || field === 'elementaire' || field === 'college',
  );
  const added = [...table.reasons].flatMap(([index, own]) =>
    own === 'part-of-count' && !classes.has(index) ? [header[index] ?? ''] : [],
  );
  // Classes that are kept are told with how often they are.
  add('columns-added', added, classes.size > 0 ? 1 : 2);
  add('adults-left-out', because('adults-apart'));
  add('sums-left-out', because('is-sum'));
  add(
    'filled-down',
    table.shape.fillDown.map((index) => header[index] ?? ''),
  );
  if (table.siteName !== null) {
    notes.push({ code: 'site-of-file', name: table.siteName });
  }
  return notes;
}

export const isEventTitle = (title: string) => isTitleOf('event', title);
