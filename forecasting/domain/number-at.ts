/** The number at a place that is there; throws where it is not: a column shorter than its neighbours is a fault. */
export function numberAt(list: ArrayLike<number>, index: number): number {
  const value = list[index];
  if (value === undefined) throw new RangeError(`no number at ${index} of ${list.length}`);
  return value;
}
