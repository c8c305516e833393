import { numberAt } from '../../forecasting/domain/number-at.ts';
import { isoOf } from '../day.ts';
import { fold, tidy } from '../fold.ts';
import { parseCount } from './counts.ts';
import { dateOfParts, weekdayOfCell } from './date-parts.ts';
import { courseFields, type TableField } from './field.ts';
import type { FileReportBuilder } from './file-report.ts';
import type { LineDiners, Shape } from './shape.ts';
import { SiteSums } from './site-sums.ts';
import { giveTo, isCount, isDiners, type Part, slicePartsOf } from './slice-parts.ts';
import { isDayText, isDitto, isFullDate } from './understand/cells.ts';
import { crossedDay } from './understand/crossed-day.ts';
import { areWeekdayLetters, isDayLine } from './understand/day-line.ts';
import { splitDishes } from './understand/dish-lists.ts';
import type { Knowledge } from './understand/knowledge.ts';
import {
  dayIn,
  isMonthAlone,
  joinPeriods,
  parsePartialDate,
  parsePeriod,
  type TablePeriod,
} from './understand/periods.ts';
import { bannerSite, isBlockName } from './understand/site-of.ts';
import { withTicks } from './understand/ticks.ts';
import { parseMark, readCountTitle, wordsOf } from './understand/words.ts';

/** The rows of a slice: fields in one order, and the cells of each line in that order. */
export interface SliceRows {
  readonly fields: readonly TableField[];
  readonly titles: readonly string[];
  /** `null`: the line says nothing of it. */
  cellsOf(cells: readonly string[]): readonly string[] | null;
}

/** Makes rows of the lines of a table that is shaped otherwise than a row a line. Lines come in their order. */
export class Unroller {
  readonly #shape: Shape;
  readonly #report: FileReportBuilder;
  readonly #knowledge: Knowledge;
  readonly #filled = new Map<number, string>();
  readonly #days = new Map<string, string>();
  #period: TablePeriod | null;
  #site: string | null = null;
  readonly #siteSums: SiteSums | null;
  /** The day that the last banner says. */
  #day: string | null = null;
  /** The dates of the block, by their columns; `null`: those of the titles. */
  #dates: ReadonlyMap<number, string> | null = null;
  readonly #header: readonly string[];
  /** The columns in which the lines say their dates. */
  readonly #dateColumns: readonly number[];
  #partly = 0;
  /** The line has a total of what is added up. */
  #hasWhole = false;

  constructor(
    shape: Shape,
    report: FileReportBuilder,
    { knowledge, header }: { readonly knowledge: Knowledge; readonly header: readonly string[] },
  ) {
    this.#header = header;
    const dated = shape.slices.filter(({ constants }) => !constants.has('date'));
    this.#dateColumns = [...new Set(dated.flatMap(({ cells }) => cells.get('date') ?? []))];
    this.#shape = shape;
    this.#report = report;
    this.#knowledge = knowledge;
    this.#period = shape.period;
    this.#site = shape.siteBanners?.first ?? null;
    this.#siteSums = shape.siteBanners?.sums === true ? new SiteSums(shape, report) : null;
  }

  slices(): readonly SliceRows[] {
    const header = this.#header;
    const { slices, siteBanners, dayBanners } = this.#shape;
    return slices.map((slice) => {
      const parts = slicePartsOf(slice, siteBanners !== null, dayBanners);
      const { when } = slice;
      return {
        fields: parts.map(({ field }) => field),
        titles: parts.map(({ field, constant, indices }) =>
          constant !== null && field !== 'site' ? constant : titleOf(indices, header),
        ),
        cellsOf: (cells) =>
          when !== undefined && readCountTitle(cells[when.column] ?? '').measure !== when.measure
            ? null
            : this.#row(parts, cells, slice.diners),
      };
    });
  }

  /** Is the line a heading of those below, and no row? */
  heading(cells: readonly string[]): boolean {
    const { datesAgain } = this.#shape;
    const ofSum = this.#siteSums?.heading(cells) ?? null;
    if (ofSum !== null) {
      this.#site = ofSum;
      return ofSum !== '';
    }
    if (datesAgain.length > 0 && areWeekdayLetters(cells)) {
      return true;
    }
    if (datesAgain.length > 0 && isDayLine(cells, { days: datesAgain, header: this.#header })) {
      this.#readBanner(cells.find(isMonthAlone) ?? '');
      this.#dates = new Map(datesAgain.map((index) => [index, cells[index]?.trim() ?? '']));
      this.#filled.clear();
      return true;
    }
    const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    const [only] = texts;
    if (this.#isDayWithSums(texts)) {
      this.#day = this.#date(texts[0] ?? '');
      return true;
    }
    const isHeading =
      only !== undefined && new Set(texts).size === 1 ? this.#readBanner(only) : this.#isMonth(cells, texts);
    if (isHeading) {
      this.#filled.clear();
    }
    return isHeading;
  }

  /** "Mois : | Septembre 2024", or the month in the place of a date: with titles beside it no line of the table. */
  #isMonth(cells: readonly string[], [label = '', ...rest]: readonly string[]): boolean {
    if (this.#period === null) {
      return false;
    }
    const isLabelled = rest.length === 1 && /^(MOIS|PERIODE|MONTH|PERIOD)$/.test(wordsOf(label));
    const dated = this.#dateColumns.find((index) => isMonthAlone(cells[index] ?? ''));
    const month = isLabelled ? rest[0] : dated === undefined ? undefined : cells[dated];
    if (month === undefined || !this.#readBanner(month)) {
      return false;
    }
    return cells.every((cell) => typeof parseCount(cell) !== 'number');
  }

  /** The day of the lines below, with their sums beside it. */
  #isDayWithSums([first, ...sums]: readonly string[]): boolean {
    return (
      this.#shape.dayBanners &&
      first !== undefined &&
      isDayText(first) &&
      sums.length > 0 &&
      sums.every((sum) => typeof parseCount(sum) === 'number')
    );
  }

  /** The line as it counts: blanks filled with what stands above; `null`: it is left out, and told. */
  line(written: readonly string[], line: number): readonly string[] | null {
    const { fillDown, sumNames, dayBanners, ticks } = this.#shape;
    const cells = withTicks(written, ticks);
    this.#siteSums?.add(cells);
    // Headings of the whole table, above its first day.
    if (dayBanners && this.#day === null) {
      return null;
    }
    if (sumNames.size > 0 && cells.some((cell) => sumNames.has(fold(cell)))) {
      const value = cells.find((cell) => cell.trim() !== '') ?? null;
      this.#report.problem({ level: 'warning', line, value }, 'total-left-out', {});
      return null;
    }
    if (fillDown.length === 0) {
      return cells;
    }
    const own = [...cells];
    for (const index of fillDown) {
      const cell = own[index]?.trim() ?? '';
      if (cell === '' || isDitto(cell)) {
        own[index] = this.#filled.get(index) ?? '';
      } else {
        this.#filled.set(index, cell);
      }
    }
    return own;
  }

  end(): void {
    this.#siteSums?.end();
    if (this.#partly > 0) {
      this.#report.problem({ level: 'warning' }, 'counts-partly-empty', { lines: this.#partly });
    }
  }

  /** "Septembre 2025", "École : Val-Fleuri": what stands alone in a line speaks of those below. */
  #readBanner(text: string): boolean {
    const { siteBanners } = this.#shape;
    const named = siteBanners === null ? null : bannerSite(text, this.#knowledge);
    const site = named ?? (siteBanners?.any === true && isBlockName(text) ? tidy(text) : null);
    if (site !== null) {
      this.#site = site;
      return true;
    }
    if (this.#shape.dayBanners && (isFullDate(text) || parsePartialDate(text) !== null)) {
      this.#day = this.#date(text);
      return true;
    }
    if (isFullDate(text)) {
      return false;
    }
    const { month, year, schoolYear, week, monday, span } = parsePeriod(text);
    const says = [month, schoolYear, week, monday, span].some((part) => part !== null);
    if (says && this.#period !== null) {
      this.#period = {
        month: month ?? this.#period.month,
        year: year ?? (schoolYear === null ? this.#period.year : null),
        schoolYear: schoolYear ?? (year === null ? this.#period.schoolYear : null),
        week,
        monday,
        span,
      };
      this.#days.clear();
      return true;
    }
    return says;
  }

  #row(
    parts: readonly Part[],
    cells: readonly string[],
    diners: LineDiners | undefined,
  ): readonly string[] | null {
    // The column of the day: that of its counts, or of its dishes.
    const below = parts.find(({ field }) => isCount(field) || field === 'dish')?.indices[0];
    this.#hasWhole = parts.some(
      ({ field, indices: [index = -1] }) =>
        (field === 'total' || field === 'covers') && typeof parseCount(cells[index] ?? '') === 'number',
    );
    const row = parts.map((part) =>
      part.field === 'date' && part.constant !== null && this.#dates !== null
        ? this.#date(this.#dates.get(below ?? -1) ?? '')
        : this.#cell(part, cells),
    );
    const own = diners?.classOf.get(diners.column === null ? '' : (cells[diners.column] ?? ''));
    if (own !== undefined) giveTo(own, parts, row);
    const counted = parts.some(({ field }) => isCount(field));
    const counts = parts
      .map(({ field }, at) => (counted === isCount(field) && field !== 'date' ? row[at] : ''))
      .join('');
    const date = row[parts.findIndex(({ field }) => field === 'date')] ?? '';
    // A line of a day without a count stays a record of that day; a cell of a grid, or a group without a date, says nothing.
    const isGrid =
      parts.some(
        ({ constant, field }) =>
          constant !== null && (field === 'date' || field === 'site' || field === 'dish'),
      ) && this.#shape.slices.length > 1;
    const hasDish = parts.some(({ field, constant }) => field === 'dish' && constant !== null);
    const isNone = hasDish ? parseCount(counts) === null : counts === '';
    return (isGrid && isNone) || (date === '' && counts === '') ? null : row;
  }

  #cell({ field, constant, indices }: Part, cells: readonly string[]): string {
    if (field === 'date') {
      const own = indices.map((index) => cells[index] ?? '');
      if (constant !== null && own.length > 0) {
        return this.#crossed(own[0] ?? '', constant);
      }
      const banner = constant ?? this.#day;
      if (own.length === 2 && weekdayOfCell(own[0] ?? '') !== null) {
        return this.#crossed(own[0] ?? '', own[1] ?? '');
      }
      return own.length > 1 ? this.#date(dateOfParts(own)) : this.#date(own[0] ?? banner ?? '');
    }
    if (field === 'site' && constant === null && indices.length === 0) {
      return this.#site ?? '';
    }
    if (constant !== null) {
      return constant;
    }
    const { lists } = this.#shape;
    if (lists !== null && indices.some((index) => lists.columns.includes(index))) {
      return splitDishes(cells[indices[0] ?? -1] ?? '', lists.mark).join('\n');
    }
    if (courses.has(field)) {
      return choiceOf(indices.map((index) => cells[index] ?? ''));
    }
    return indices.length === 1
      ? (cells[numberAt(indices, 0)] ?? '')
      : this.#sum(
          indices.map((index) => cells[index]?.trim() ?? ''),
          isDiners(field) || this.#hasWhole,
        );
  }

  /** Counts added up; a mark where all that is filled is marks; what is no count at all stays as it is. */
  #sum(cells: readonly string[], isApart: boolean): string {
    const filled = cells.filter((cell) => cell !== '');
    const counts = filled.map((cell) => parseCount(cell));
    const numbers = counts.filter((count) => typeof count === 'number');
    const wrong = filled.find((cell, at) => typeof counts[at] === 'string' && parseMark(cell) === null);
    if (wrong !== undefined || numbers.length === 0) {
      return wrong ?? filled.find((cell) => parseMark(cell) !== null) ?? filled[0] ?? '';
    }
    this.#partly += !isApart && numbers.length < cells.length ? 1 : 0;
    return String(numbers.reduce((sum, count) => sum + count, 0));
  }

  /** A date of which the line says one half and the title the other; both as they are written where they make none. */
  #crossed(line: string, title: string): string {
    const key = `${line}\t${title}`;
    const known = this.#days.get(key);
    if (known !== undefined) {
      return known;
    }
    const day = crossedDay(line, title, this.#period ?? joinPeriods([]));
    const date = day === null ? `${line} ${title}`.trim() : isoOf(day);
    this.#days.set(key, date);
    return date;
  }

  /** A date with what the period says of it, as an ISO date; as it is written where that is not enough. */
  #date(cell: string): string {
    if (this.#period === null || cell === '') {
      return cell;
    }
    const known = this.#days.get(cell);
    if (known !== undefined) {
      return known;
    }
    const text = tidy(cell);
    const partial = isFullDate(text)
      ? null
      : (parsePartialDate(text) ??
        (/^\d{1,2}$/.test(text) ? { weekday: null, day: Number(text), month: null } : null));
    const day = partial === null ? null : dayIn(partial, this.#period);
    const date = day === null ? cell : isoOf(day);
    this.#days.set(cell, date);
    return date;
  }
}

const courses: ReadonlySet<TableField> = new Set(courseFields);

/** "Omelette" beside "Poulet": as one cell says it. */
const choiceOf = (cells: readonly string[]) =>
  cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' ou ');

const titleOf = (indices: readonly number[], header: readonly string[]) =>
  indices.map((index) => header[index] ?? '').join(' + ');
