import { weekdayOfDay } from '../day.ts';

/** So many dates in a row, one of a few days after the other, show the order. */
const enoughSteps = 4;

/** Days in the order in which a column has them. */
export class Sequence {
  weekends = 0;
  #last = Number.NaN;
  #steps = 0;
  #short = 0;
  #sum = 0;

  add(day: number): void {
    this.weekends += weekdayOfDay(day) > 5 ? 1 : 0;
    this.#sum += day;
    if (!Number.isNaN(this.#last) && day !== this.#last) {
      this.#steps++;
      this.#short += Math.abs(day - this.#last) <= 7 ? 1 : 0;
    }
    this.#last = day;
  }

  /** Records follow one another from day to day. */
  get goesByDays(): boolean {
    return this.#steps >= enoughSteps && this.#short >= this.#steps * 0.75;
  }

  /** Read the wrong way round, they leap from month to month. */
  get leaps(): boolean {
    return this.#steps >= enoughSteps && this.#short <= this.#steps * 0.25;
  }

  differs(other: Sequence): boolean {
    return this.#sum !== other.#sum || this.#short !== other.#short;
  }

  /** No day of it is a weekend and more of its steps are short: schools serve on days that follow one another. */
  fitsBetter(other: Sequence): boolean {
    return this.weekends === 0 && this.#short > other.#short && (other.weekends > 0 || this.goesByDays);
  }
}
