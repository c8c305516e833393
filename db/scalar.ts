interface Plucked {
  get(...values: unknown[]): unknown;
}

/** The one number that a plucked statement answers; throws where it answers none. */
export function numberOf(statement: Plucked, ...values: readonly unknown[]): number {
  const found = numberOrNull(statement, ...values);
  if (found === null) throw new TypeError('the statement answers no number');
  return found;
}

/** The same where there may be none. */
export function numberOrNull(statement: Plucked, ...values: readonly unknown[]): number | null {
  const found = statement.get(...values) ?? null;
  if (found !== null && typeof found !== 'number') throw new TypeError('the statement answers no number');
  return found;
}
