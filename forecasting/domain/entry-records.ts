/**
 * What a check says of one value that somebody enters. `refused`: it cannot be, and is not kept; `check`: it is kept,
 * and somebody should look again.
 */
export interface EntryFinding<Code extends string = string> {
  /** The field that it stands beside; dishes by their place in the entry: `dishes.2.left`. */
  readonly field: string;
  readonly code: Code;
  readonly severity: 'check' | 'refused';
  /** Numbers, dates and names for its words, by name. */
  readonly values: Readonly<Record<string, number | string>>;
}
