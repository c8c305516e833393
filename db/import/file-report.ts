import type {
  DateOrder,
  FileColumn,
  FileMapping,
  ImportCounts,
  Mapping,
  TextEncoding,
} from '../../forecasting/domain/records.ts';
import { isoOf, weekdayOfDay } from '../day.ts';
import { tidy } from '../fold.ts';
import type { TableField } from './field.ts';
import type { ImportFileOutcome } from './outcome.ts';
import { PreviewFacts } from './preview-facts.ts';
import type { ImportKind, MarkedDays, ProblemCode, ProblemParams } from './problem.ts';
import { ProblemList, type ProblemPlace } from './problem-list.ts';
import { type Columns, fieldsOfKind } from './recognise.ts';
import type { Samples } from './samples.ts';
import type { LeftOut } from './sheet-roles.ts';
import type { LayoutNote } from './table-layout.ts';
import type { ColumnReason, MarkedDate, TableQuestion } from './table-question.ts';

const headRows = 6;

const listedColumns = 200;
const countFields: ReadonlySet<TableField> = new Set([
  'served',
  'staff',
  'prepared',
  'left',
  'children',
  'absent',
]);
const unreadCodes: readonly ProblemCode[] = [
  'missing-columns',
  'no-header-line',
  'field-not-of-kind',
  'no-such-column',
  'column-twice',
];

/** A table's place in its file, with samples; `kind` of `null`: nobody understands it yet. */
export interface TableLayout {
  readonly kind: ImportKind | null;
  readonly encoding: TextEncoding;
  readonly separator: string;
  readonly headerLine: number;
  readonly header: readonly string[];
  readonly columns: Columns;
  readonly samples: Samples;
  readonly reading?: Mapping | undefined;
  readonly reasons?: ReadonlyMap<number, ColumnReason> | undefined;
}

export type RowOutcome = 'imported' | 'updated' | 'unchanged' | 'refused' | 'asked';

/** The name of the workbook of a sheet that is named `workbook [sheet]`. */
export const workbookOf = (file: string): string => file.replace(/ \[[^\]]*\]$/, '');

/** Collects what happens to one file. */
/** Weekends of service, and their share of all days, from which they are the habit of a place: one day in seven is 14 %. */
const weekendsServed = 3;
const leastShare = 0.05;

export class FileReportBuilder {
  readonly file: string;
  kind: ImportKind | null = null;
  encoding: string | null = null;
  separator: string | null = null;
  dateOrder: DateOrder | null = null;
  /** How many cells gave a value, by field. */
  readonly #valuesRead = new Map<TableField, number>();
  /** What its name says of a sheet that is not read beside others with the same titles. */
  leftOut: LeftOut | null = null;
  /** The remembered answer that was used. */
  profile: number | null = null;
  /** The sheet that is being read, of a workbook with several of one kind. */
  sheet: string | null = null;
  #layout: TableLayout | null = null;
  readonly #counts = { read: 0, imported: 0, updated: 0, unchanged: 0, refused: 0, asked: 0 };
  readonly #head: (readonly string[])[] = [];
  readonly #problems = new ProblemList();
  readonly facts = new PreviewFacts();
  readonly #questions: TableQuestion[] = [];
  /** Texts with letters lost, each told once. */
  readonly spoiltTexts = new Set<string>();
  #days = 0;
  #weekends = 0;
  /** Different dates on each day of the weekend, as far as they are needed. */
  readonly #weekendDates = new Map<number, Set<number>>();
  /** Some dates read both ways, or their column uses both orders. */
  orderIsUnsure = false;
  #firstDay = Number.POSITIVE_INFINITY;
  #lastDay = Number.NEGATIVE_INFINITY;

  constructor(file: string) {
    this.file = file;
  }

  /** Where the table is, and samples of its columns; also of a table that nobody understands yet. */
  foundLayout(layout: TableLayout): void {
    this.#layout = layout;
    this.kind = layout.kind;
    this.encoding = layout.encoding;
    this.separator = layout.separator;
  }

  addValuesRead(values: ReadonlyMap<TableField, number>): void {
    for (const [field, read] of values) {
      this.#valuesRead.set(field, (this.#valuesRead.get(field) ?? 0) + read);
    }
  }

  /** The titles of its table; `null`: it is none. */
  get header(): readonly string[] | null {
    return this.#layout?.header ?? null;
  }

  /** Takes over what was found about another sheet of the same workbook. */
  absorb(other: FileReportBuilder): void {
    this.#layout ??= other.#layout;
    this.kind ??= other.kind;
    this.profile ??= other.profile;
    this.ask(other.#questions);
    this.facts.absorb(other.facts);
    this.#problems.absorb(other.#problems, ({ code }) => code !== 'table-question');
  }

  /** Nothing of the file counts: what was read of it is taken back. */
  takeBack(): void {
    this.#problems.clear();
    this.facts.clear();
    for (const count of Object.keys(this.#counts) as (keyof ImportCounts)[]) {
      this.#counts[count] = 0;
    }
    this.#firstDay = Number.POSITIVE_INFINITY;
    this.#lastDay = Number.NEGATIVE_INFINITY;
  }

  /** "11 jours : grève 3, férié 6, fermé 2. Les noter ?" */
  proposeMarks(marked: MarkedDays, days: readonly MarkedDate[]): void {
    this.#questions.push({
      id: 'marks',
      names: [],
      proposal: 'yes',
      choices: ['yes', 'no'],
      blocking: false,
      days,
    });
    this.problem({ level: 'warning' }, 'marks-found', marked);
  }

  /** Says what the table's headings and columns were taken for. */
  noteLayout(notes: readonly LayoutNote[]): void {
    const once = new Map(notes.map((note) => [JSON.stringify(note), note]));
    for (const note of once.values()) {
      switch (note.code) {
        case 'meals-left-out':
          this.problem({ level: 'warning' }, note.code, { lunch: note.lunch, others: note.others });
          break;
        case 'site-of-file':
          this.problem({ level: 'warning' }, note.code, { name: note.name });
          break;
        default:
          this.problem({ level: 'warning' }, note.code, {
            names: note.names.map((name) => tidy(name).slice(0, 60)),
          });
      }
    }
  }

  ask(questions: readonly TableQuestion[]): void {
    const known = new Set(this.#questions.map(({ id }) => id));
    for (const question of questions.filter(({ id }) => !known.has(id))) {
      this.#questions.push(question);
      const level = question.blocking ? 'asked' : 'warning';
      this.problem({ level }, 'table-question', question);
    }
  }

  count(outcome: RowOutcome): void {
    this.#counts.read++;
    this.#counts[outcome]++;
  }

  /** A row that was counted as one outcome turned out to be another. */
  recount(from: RowOutcome, to: RowOutcome): void {
    this.#counts[from]--;
    this.#counts[to]++;
  }

  /** A day of a record; weekends are counted, for that is where dates with day and month swapped fall. */
  sawDay(day: number): void {
    this.#days++;
    const weekday = weekdayOfDay(day);
    if (weekday > 5) {
      this.#weekends++;
      const dates = this.#weekendDates.get(weekday) ?? new Set();
      if (dates.size < weekendsServed) this.#weekendDates.set(weekday, dates.add(day));
    }
    this.sawDayOff(day);
  }

  /** A day of which a weekend is nothing to wonder at: a holiday's. */
  sawDayOff(day: number): void {
    this.#firstDay = Math.min(this.#firstDay, day);
    this.#lastDay = Math.max(this.#lastDay, day);
  }

  sawRow(cells: readonly string[]): void {
    if (this.#head.length < headRows) {
      this.#head.push(cells.slice(0, 12).map((cell) => cell.slice(0, 80)));
    }
  }

  problem<Code extends ProblemCode>(place: ProblemPlace, code: Code, params: ProblemParams[Code]): void {
    const sheet = place.line == null ? null : (place.sheet ?? this.sheet);
    this.#problems.add({ ...place, sheet }, code, params);
  }

  /** The whole file is refused: nothing of it is counted. */
  refuseFile<Code extends ProblemCode>(code: Code, params: ProblemParams[Code]): void {
    this.problem({ level: 'refused' }, code, params);
  }

  /** A sheet beside the tables of its workbook: notes, a legend. Nothing is wrong with it. */
  leaveOutSheet(): void {
    this.#problems.clear();
    const level = 'warning';
    const others = [...this.facts.sheets];
    if (this.leftOut === null) this.problem({ level }, 'sheet-left-out', {});
    else if (this.leftOut.why === 'sum') this.problem({ level }, 'sum-sheet-left-out', {});
    else if (this.leftOut.why === 'same')
      this.problem({ level }, 'same-file-twice', { other: this.leftOut.other });
    else this.problem({ level }, 'meals-left-out', { lunch: this.leftOut.lunch, others });
  }

  get hasDays(): boolean {
    return this.#firstDay <= this.#lastDay;
  }

  /** Dates that read in one way only, again and again on one day of the weekend: the place serves on it. */
  get #servesOnWeekends(): boolean {
    const often = [...this.#weekendDates.values()].some(({ size }) => size >= weekendsServed);
    return !this.orderIsUnsure && often && this.#weekends >= leastShare * this.#days;
  }

  /** Warns of records on Saturdays and Sundays. */
  warnOfWeekends(): void {
    if (this.#weekends > 0 && !this.#servesOnWeekends) {
      this.problem({ level: 'warning' }, 'dates-on-weekend', { rows: this.#weekends, of: this.#days });
    }
  }

  /** Rows known from an earlier import of the same bytes. */
  countUnchanged(rows: number): void {
    this.#counts.read += rows;
    this.#counts.unchanged += rows;
  }

  /** A known table without data rows, of which nothing else was said. */
  get isEmpty(): boolean {
    return this.#counts.read === 0 && this.#problems.length === 0;
  }

  outcome(): ImportFileOutcome {
    const { file, kind, encoding, separator, profile } = this;
    const firstDay = this.hasDays ? isoOf(this.#firstDay) : null;
    const lastDay = this.hasDays ? isoOf(this.#lastDay) : null;
    return {
      columns: this.#columns(),
      reading: this.#reading(),
      profile,
      file,
      kind,
      encoding,
      separator,
      ...this.#counts,
      questions: this.#questions,
      ...this.facts.outcome(),
      workbook: this.facts.sheets.length === 0 ? null : workbookOf(file),
      firstDay,
      lastDay,
      head: this.#head,
      ...this.#problems.outcome(),
    };
  }

  #columns(): readonly FileColumn[] {
    const { header, columns, samples, reasons } = this.#layout ?? {
      header: [],
      columns: new Map(),
      samples: null,
    };
    const fields = new Map([...columns].map(([field, index]) => [index, field]));
    return header.slice(0, listedColumns).map((name, index) => {
      const field = fields.get(index) ?? null;
      const read = field === null ? 0 : (this.#valuesRead.get(field) ?? 0);
      return {
        name: tidy(name).slice(0, 80),
        samples: samples?.cells[index] ?? [],
        field,
        read,
        filled: this.facts.filled(index),
        because: reasons?.get(index) ?? (field === null ? null : 'title'),
      };
    });
  }

  #reading(): FileMapping | null {
    const layout = this.#layout;
    if (layout === null) {
      return null;
    }
    const { kind, encoding, headerLine, columns, samples, reading } = layout;
    const counts = [...columns].filter(([field]) => countFields.has(field)).map(([, index]) => index);
    const written = counts.map((index) => samples.decimals[index]).find((sign) => sign != null);
    const doubts: readonly ProblemCode[] = [
      'day-month-unsure',
      'dates-in-both-orders',
      'dates-swapped',
      'dates-in-utc',
      'years-found',
      'dates-on-weekend',
      'sites-in-columns',
      'dishes-in-columns',
      'dates-in-columns',
      'columns-added',
      'table-question',
      ...unreadCodes,
    ];
    return {
      encoding,
      separator: layout.separator,
      dateOrder: this.dateOrder ?? reading?.dateOrder ?? null,
      decimal: reading?.decimal ?? written ?? null,
      headerLine,
      fields: kind === null ? [] : fieldsOfKind(kind),
      sure: kind !== null && !this.#problems.hasOneOf(doubts),
    };
  }
}
