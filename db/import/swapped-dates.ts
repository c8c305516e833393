import { Sequence } from './date-sequence.ts';
import { type DateReading, swapDay } from './dates.ts';

/** So many of each form are looked at before anything is said. */
const enough = 3;
/** Whole dates that could be read both ways, after which no table is thought to be swapped. */
const mostSearched = 2_000;

/**
 * A spreadsheet of another country reads 02/09/2025 as 9 February, and leaves 13/09/2025 as a text: of its column the
 * whole dates are swapped, and the texts are those that read one way only.
 */
export class SwappedDates {
  #whole = 0;
  #texts = 0;
  #isOpen = true;
  readonly #written = new Sequence();
  readonly #swapped = new Sequence();

  /** A date that its program writes whole, year first. */
  addWhole(day: number): void {
    const swapped = Number.isNaN(day) ? Number.NaN : swapDay(day);
    this.#isOpen &&= !Number.isNaN(swapped) && this.#whole < mostSearched;
    if (this.#isOpen) {
      this.#whole++;
      this.#written.add(day);
      this.#swapped.add(swapped);
    }
  }

  /** A date in numbers: the only day that it may mean; NaN where it may mean two. */
  addText(day: number): void {
    this.#isOpen &&= !Number.isNaN(day);
    if (this.#isOpen) {
      this.#texts++;
      this.#written.add(day);
      this.#swapped.add(day);
    }
  }

  /** Texts further below may show that the whole dates are swapped. */
  get mayBe(): boolean {
    return this.#isOpen && this.#whole > 0;
  }

  get order(): DateReading['whole'] {
    const isSplit = this.#isOpen && this.#whole >= enough && this.#texts >= enough;
    if (!isSplit || !this.#swapped.differs(this.#written)) {
      return 'as-written';
    }
    const [written, swapped] = [this.#written, this.#swapped];
    if (swapped.fitsBetter(written)) {
      return 'swapped';
    }
    return written.fitsBetter(swapped) ? 'as-written' : 'unsure';
  }
}
