import type { IsoDate, PortionUnit } from '../../forecasting/domain/records.ts';

/** One line of a returned order that is not as it was sent. */
export interface OrderDifference {
  readonly ref: string;
  readonly date: IsoDate;
  readonly supplier: string | null;
  readonly placeName: string;
  readonly dish: string;
  /** `null`: the line orders by its unit. */
  readonly size: string | null;
  readonly unit: PortionUnit | 'pack' | 'portion';
  readonly ordered: number;
  /** `null`: the line is not in the returned file. */
  readonly returned: number | null;
}

export interface ReturnedLineProblem {
  readonly line: number;
  readonly value: string;
  readonly reason: string;
  readonly remedy: string;
}

/** An order file that a supplier sent back, compared with the order by its references. Nothing is changed. */
export interface OrderReconciliation {
  readonly file: string;
  /** Lines of the file with a reference. */
  readonly lines: number;
  /** Lines compared with what was sent; the others with the plan as it is now, as nothing was sent of them. */
  readonly sent: number;
  readonly same: number;
  /** Quantities of the file by reference, in the unit of each line: given to `orders.confirm` they are kept. */
  readonly quantities: readonly { readonly ref: string; readonly quantity: number }[];
  readonly changed: readonly OrderDifference[];
  /** Ordered from the suppliers and on the days of the file, but not in it. */
  readonly missing: readonly OrderDifference[];
  readonly problems: readonly ReturnedLineProblem[];
}
