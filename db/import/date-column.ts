import { weekdayOfDay } from '../day.ts';
import { Sequence } from './date-sequence.ts';
import { type DateReading, fitsWeekday, nearestMidnight, parisDay, readings } from './dates.ts';
import { SwappedDates } from './swapped-dates.ts';
import { type DayOrder, readWrittenDate, type WrittenDate } from './written-date.ts';

const dayFirst = { order: 'day-first', years: null } as const;
const yearFirst = { order: 'year-first', years: null } as const;
const plainWritten = { weekdays: null, minutes: null, offset: null } as const;
const monthFirst = { order: 'month-first', years: null } as const;

/** The day that a date means when read so; NaN when it is none. */
function dayIn(written: WrittenDate, reading: Parameters<typeof readings>[1]): number {
  const [day = Number.NaN] = readings(written, reading) ?? [];
  return fitsWeekday(written, day) ? day : Number.NaN;
}

/** Collects what a column's cells say about how its dates are written. */
export class DateColumn {
  readonly #order = new OrderVote();
  readonly #times = new TimesVote();
  readonly #swapped = new SwappedDates();
  #last = '';

  add(cell: string): void {
    if (cell === this.#last) {
      return;
    }
    this.#last = cell;
    const written = readWrittenDate(cell);
    if (written !== null) {
      this.#order.add(written);
      this.#times.add(written);
      this.#addToSwapped(written);
    }
  }

  /** Every date is written as a whole column of a program writes it: no more cells are needed. */
  get isPlain(): boolean {
    return !this.#order.heard && !this.#times.heard && !this.#swapped.mayBe;
  }

  /** How the dates that are written whole, year first, are to be read. */
  get whole(): DateReading['whole'] {
    return this.#swapped.order;
  }

  #addToSwapped(written: WrittenDate): void {
    const { place } = written;
    if (place.form === 'day' && place.isIso) {
      this.#swapped.addWhole(place.day);
    } else if (place.form === 'numbers') {
      const [day, other] = [dayIn(written, dayFirst), dayIn(written, monthFirst)];
      const isOne = Number.isNaN(day) !== Number.isNaN(other) || day === other;
      this.#swapped.addText(isOne ? (Number.isNaN(day) ? other : day) : Number.NaN);
    }
  }

  /** Some dates can be read one way only, and none says the contrary. */
  get isDecided(): boolean {
    return this.#order.isDecided;
  }

  get order(): DayOrder {
    return this.#order.order;
  }

  /** Every date with its order in doubt reads both ways, and nothing else decides. */
  get unsure(): boolean {
    return this.#order.unsure;
  }

  /** Some dates are written with the day and month in an order. */
  get heard(): boolean {
    return this.#order.heard;
  }

  get times(): DateReading['times'] {
    return this.#times.times;
  }

  /** The UTC time that stands for midnight, where that makes another day than Paris has; `null` elsewhere. */
  get midnight(): number | null {
    return this.#times.midnight;
  }
}

/** A date in the other order among so many is a slip of the keyboard. */
const slipShare = 0.02;

class OrderVote {
  #dayFirst = 0;
  #monthFirst = 0;
  #either = 0;
  readonly #readings = { dayFirst: new Sequence(), monthFirst: new Sequence() };
  /** All dates of three numbers of two figures, as long as each may begin with its year. */
  readonly #all = { dayFirst: new Sequence(), yearFirst: new Sequence() };
  #mayBeginWithYear = true;

  add(written: WrittenDate): void {
    if (written.place.form !== 'numbers') {
      return;
    }
    const [day, other] = [dayIn(written, dayFirst), dayIn(written, monthFirst)];
    this.#addYearFirst(written, Number.isNaN(day) ? other : day);
    if (Number.isNaN(day) || Number.isNaN(other)) {
      this.#dayFirst += Number.isNaN(day) ? 0 : 1;
      this.#monthFirst += Number.isNaN(other) ? 0 : 1;
    } else if (day !== other) {
      this.#either++;
      this.#readings.dayFirst.add(day);
      this.#readings.monthFirst.add(other);
    }
  }

  /** 24-09-02, 24-09-03… go from day to day only where the year comes first. */
  #addYearFirst({ place }: WrittenDate, day: number): void {
    const numbers = place.form === 'numbers' ? place.numbers : [];
    const [own = Number.NaN] =
      place.form === 'numbers' ? (readings({ ...plainWritten, place }, yearFirst) ?? []) : [];
    this.#mayBeginWithYear &&= numbers.every(({ length }) => length === 2) && !Number.isNaN(own);
    if (this.#mayBeginWithYear) {
      this.#all.yearFirst.add(own);
      this.#all.dayFirst.add(day);
    }
  }

  get #beginsWithYear(): boolean {
    const { dayFirst: usual, yearFirst: own } = this.#all;
    return this.#mayBeginWithYear && own.goesByDays && usual.leaps;
  }

  get isDecided(): boolean {
    return (
      Math.max(this.#dayFirst, this.#monthFirst) >= 3 && Math.min(this.#dayFirst, this.#monthFirst) === 0
    );
  }

  get order(): DayOrder {
    const [more, fewer] = [
      Math.max(this.#dayFirst, this.#monthFirst),
      Math.min(this.#dayFirst, this.#monthFirst),
    ];
    if (this.#beginsWithYear) {
      return 'year-first';
    }
    if (more === 0) {
      return this.#byDays() ?? 'day-first';
    }
    const order = this.#dayFirst >= this.#monthFirst ? 'day-first' : 'month-first';
    const contrary = order === 'day-first' ? 'month-first' : 'day-first';
    const isMixed = fewer > slipShare * (more + fewer) || this.#byWeekends() === contrary;
    return isMixed ? 'mixed' : order;
  }

  get heard(): boolean {
    return this.#dayFirst + this.#monthFirst + this.#either > 0;
  }

  get unsure(): boolean {
    return (
      !this.#beginsWithYear &&
      this.#dayFirst + this.#monthFirst === 0 &&
      this.#either > 0 &&
      this.#bySteps() === null
    );
  }

  #byDays(): DayOrder | null {
    return this.#bySteps() ?? this.#byWeekends();
  }

  /** Schools serve no meals on weekends: read the wrong way round, two dates in seven fall there. */
  #byWeekends(): DayOrder | null {
    const [first, second] = [this.#readings.dayFirst.weekends, this.#readings.monthFirst.weekends];
    const isMany = (weekends: number) => weekends >= 2 && weekends * 10 > this.#either;
    if (isMany(first) !== isMany(second) && Math.min(first, second) === 0) {
      return isMany(first) ? 'month-first' : 'day-first';
    }
    return null;
  }

  /** Records follow one another from day to day: read the wrong way round, they leap from month to month. */
  #bySteps(): DayOrder | null {
    const [first, second] = [this.#readings.dayFirst, this.#readings.monthFirst];
    if (first.goesByDays && second.leaps) {
      return 'day-first';
    }
    return second.goesByDays && first.leaps ? 'month-first' : null;
  }
}

/** So many instants at the same time of day are midnights of another zone. */
const enoughMidnights = 3;

/** What the times of day beside a column's dates are. */
class TimesVote {
  #timed = 0;
  #untimed = 0;
  #zoned = 0;
  readonly #minutes = new Set<number>();
  #weekends = 0;
  #weekendsAfter = 0;
  #differsFromParis = false;

  add(written: WrittenDate): void {
    const { minutes, offset } = written;
    const day = dayIn(written, dayFirst);
    if (minutes === null || Number.isNaN(day) || (offset !== null && offset !== 0)) {
      this.#untimed++;
      return;
    }
    this.#timed++;
    this.#zoned += offset === 0 ? 1 : 0;
    if (this.#minutes.size <= 2) {
      this.#minutes.add(minutes);
    }
    const after = nearestMidnight(day, minutes);
    this.#weekends += weekdayOfDay(day) > 5 ? 1 : 0;
    this.#weekendsAfter += weekdayOfDay(after) > 5 ? 1 : 0;
    this.#differsFromParis ||= after !== (offset === 0 ? parisDay(day, minutes) : day);
  }

  get heard(): boolean {
    return [...this.#minutes].some((minutes) => minutes > 0);
  }

  get times(): DateReading['times'] {
    if (!this.#isConstant) {
      return 'paris';
    }
    const earliest = Math.min(...this.#minutes);
    const isLaterBetter = this.#weekends >= 2 && this.#weekendsAfter === 0;
    const isLaterWorse = this.#weekendsAfter >= 2 && this.#weekends === 0;
    // Without a zone, or about noon, the date is the one written unless that makes weekends of school days.
    if (this.#zoned === 0 || (earliest >= 600 && earliest <= 840)) {
      return isLaterBetter ? 'midnight' : 'none';
    }
    return isLaterWorse ? 'paris' : 'midnight';
  }

  get midnight(): number | null {
    return this.times === 'midnight' && this.#differsFromParis ? Math.min(...this.#minutes) : null;
  }

  /** The same time all year, or two an hour apart. */
  get #isConstant(): boolean {
    const [first = 0, second = first] = this.#minutes;
    const excludedTables = Math.abs(first - second);
    return (
      this.#timed >= enoughMidnights &&
      this.#untimed === 0 &&
      (this.#zoned === 0 || this.#zoned === this.#timed) &&
      this.#minutes.size <= 2 &&
      (excludedTables % 1440 === 0 || excludedTables === 60 || excludedTables === 1380) &&
      first % 15 === 0
    );
  }
}
