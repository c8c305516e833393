/** From so many values on, sorting by digits is faster than by comparing. */
const many = 200;

/** Where values stand from the least on; equal ones in the order in which they come. */
export const ascending = (values: Float64Array): Uint32Array =>
  values.length < many
    ? Uint32Array.from(values, (_, i) => i).sort((a, b) => values[a] - values[b] || a - b)
    : byDigits(values);

/**
 * Sorts by the eight bytes of each value from the last to the first, which keeps equal values in order (radix sort,
 * Knuth, The Art of Computer Programming 3, 5.2.5): an error model sorts tens of thousands of errors at each fit.
 */
function byDigits(values: Float64Array): Uint32Array {
  const { low, high } = sortableBits(values);
  let order = Uint32Array.from(values, (_, i) => i);
  let next = new Uint32Array(order.length);
  const place = new Uint32Array(257);
  for (const part of [low, high]) {
    for (let shift = 0; shift < 32; shift += 8) {
      place.fill(0);
      for (let i = 0; i < part.length; i++) {
        const after = ((part[i] >>> shift) & 255) + 1;
        place[after] = place[after] + 1;
      }
      for (let digit = 1; digit < 256; digit++) place[digit] = place[digit] + place[digit - 1];
      for (let i = 0; i < order.length; i++) {
        const digit = (part[order[i]] >>> shift) & 255;
        next[place[digit]] = order[i];
        place[digit] = place[digit] + 1;
      }
      [order, next] = [next, order];
    }
  }
  return order;
}

/** The two halves of each value's bits, changed so that unsigned numbers stand in the order of the values. */
function sortableBits(values: Float64Array): { readonly low: Uint32Array; readonly high: Uint32Array } {
  const low = new Uint32Array(values.length);
  const high = new Uint32Array(values.length);
  const view = new DataView(new ArrayBuffer(8));
  for (let i = 0; i < values.length; i++) {
    // Zero has two signs and one value.
    view.setFloat64(0, values[i] === 0 ? 0 : values[i]);
    const [first, last] = [view.getUint32(0), view.getUint32(4)];
    const isNegative = first >= 0x80000000;
    high[i] = isNegative ? ~first : first ^ 0x80000000;
    low[i] = isNegative ? ~last : last;
  }
  return { low, high };
}
