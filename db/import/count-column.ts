import type { DecimalMark } from '../../forecasting/domain/records.ts';

/** So many numbers with three digits after the same sign, and none with another number of them, are thousands. */
const enough = 3;

const signs: readonly DecimalMark[] = [',', '.'];

/** Collects what a column's cells say about the sign before fractions, and so about the one between thousands. */
export class CountColumn {
  /** Cells that prove the sign before fractions. */
  readonly #proofs: Record<DecimalMark, number> = { ',': 0, '.': 0 };
  /** Cells that are a thousand if the other sign stands before fractions. */
  readonly #grouped: Record<DecimalMark, number> = { ',': 0, '.': 0 };
  #example: string | null = null;

  add(cell: string): void {
    const text = cell.trim();
    const fraction = /^[-−+]?\d+(?:[.,]\d{3})*([.,])(?:\d{1,2}|\d{4,})$/.exec(text)?.[1] as
      | DecimalMark
      | undefined;
    const [, first, second] = /^[-−+]?\d{1,3}([.,])\d{3}(?:([.,])\d{3}(?!\d).*)?$/.exec(text) ?? [];
    if (fraction !== undefined) {
      this.#proofs[fraction]++;
    } else if (first !== undefined && second === first) {
      this.#proofs[otherSign(first as DecimalMark)]++;
    } else if (first !== undefined && second === undefined) {
      this.#grouped[first as DecimalMark]++;
      this.#example ??= text;
    }
  }

  /** The sign before fractions that the column proves; `null`: it proves none, or both. */
  get decimal(): DecimalMark | null {
    const proven = signs.filter((sign) => this.#proofs[sign] > 0);
    if (proven.length > 0) {
      return proven.length === 1 ? (proven[0] as DecimalMark) : null;
    }
    const grouped = signs.filter((sign) => this.#grouped[sign] > 0);
    const [sign] = grouped;
    return grouped.length === 1 && sign !== undefined && this.#grouped[sign] >= enough
      ? otherSign(sign)
      : null;
  }

  /** A number of which a sign was taken for that of thousands. */
  get thousands(): string | null {
    const { decimal } = this;
    return decimal !== null && this.#grouped[otherSign(decimal)] > 0 ? this.#example : null;
  }
}

const otherSign = (sign: DecimalMark): DecimalMark => (sign === ',' ? '.' : ',');
