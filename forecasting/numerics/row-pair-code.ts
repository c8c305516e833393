// WebAssembly, written here, of the loop that fits spend most of their time in: it takes two numbers at once, which
// JavaScript cannot. The function `fill(n, j)` works on a matrix of n × n numbers at the start of the memory given to it.
// See `cholesky.ts` for what it works out.

/** Bytes of code: an expression leaves one value, a statement none. */
type Code = readonly number[];

/** An integer in as few groups of seven bits as it needs (LEB128); `signed` where it may be below 0. */
function integer(value: number, signed = false): Code {
  const low = value & 0x7f;
  const rest = value >> 7;
  const isLast = rest === (signed && low >= 0x40 ? -1 : 0);
  return isLast ? [low] : [low | 0x80, ...integer(rest, signed)];
}

const list = (items: readonly Code[]): Code => [...integer(items.length), ...items.flat()];
const withLength = (bytes: Code): Code => [...integer(bytes.length), ...bytes];
const section = (id: number, items: readonly Code[]): Code => [id, ...withLength(list(items))];
const word = (letter: string): Code => [1, letter.charCodeAt(0)];

const type = { int: 0x7f, number: 0x7c, pair: 0x7b } as const;

const get = (local: number): Code => [0x20, ...integer(local)];
const set = (local: number, value: Code): Code => [...value, 0x21, ...integer(local)];
const int = (value: number): Code => [0x41, ...integer(value, true)];
const operator =
  (...code: Code) =>
  (a: Code, b: Code): Code => [...a, ...b, ...code];
const addInts = operator(0x6a);
const timesInts = operator(0x6c);
const andInts = operator(0x71);
const isBelow = operator(0x48);
const add = operator(0xa0);
const minus = operator(0xa1);
const times = operator(0xa2);
const over = operator(0xa3);
const addPairs = operator(0xfd, ...integer(0xf0));
const timesPairs = operator(0xfd, ...integer(0xf2));
/** Addresses are of bytes; numbers lie at multiples of 8. */
const load = (at: Code, offset = 0): Code => [...at, 0x2b, 3, offset];
const store = (at: Code, offset: number, value: Code): Code => [...at, ...value, 0x39, 3, offset];
const loadPair = (at: Code, offset: number): Code => [...at, 0xfd, 0, 3, offset];
const part = (pair: Code, i: 0 | 1): Code => [...pair, 0xfd, 0x21, i];
const zeros: Code = [0xfd, 0x0c, ...Array.from({ length: 16 }, () => 0)];
const when = (condition: Code, body: Code): Code => [...condition, 0x04, 0x40, ...body, 0x0b];
const whilst = (condition: Code, body: Code): Code =>
  when(condition, [0x03, 0x40, ...body, ...condition, 0x0d, 0, 0x0b]);

/**
 * Locals: the two given ones and the column; where rows `i` (p), `i + 1` (q), `j` (r) and `j + 1` (s) are read, and the
 * end of the fours; what is read of each row. `pr` is the sum over p times r.
 */
const [n, j, i, p, q, r, s, end, x, y, z, w] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/** Each of the four sums: its four running sums as two pairs, the first of them once it stands alone, what it adds. */
const sums = {
  pr: { pairs: [12, 13], first: 20, product: timesPairs(get(x), get(z)) },
  ps: { pairs: [14, 15], first: 21, product: timesPairs(get(x), get(w)) },
  qr: { pairs: [16, 17], first: 22, product: timesPairs(get(y), get(z)) },
  qs: { pairs: [18, 19], first: 23, product: timesPairs(get(y), get(w)) },
} as const;
type Sum = (typeof sums)[keyof typeof sums];
const all: readonly Sum[] = Object.values(sums);

const bytesOf = (numbers: Code): Code => timesInts(numbers, int(8));
const readPairs = (offset: number): Code => [
  ...set(x, loadPair(get(p), offset)),
  ...set(y, loadPair(get(q), offset)),
  ...set(z, loadPair(get(r), offset)),
  ...set(w, loadPair(get(s), offset)),
];
const gather = (half: 0 | 1): Code =>
  all.flatMap(({ pairs, product }) => set(pairs[half], addPairs(get(pairs[half]), product)));
const goOn = (bytes: number): Code => [p, q, r, s].flatMap((at) => set(at, addInts(get(at), int(bytes))));

const total = ({ pairs: [one, two], first }: Sum): Code =>
  add(add(add(get(first), part(get(one), 1)), part(get(two), 0)), part(get(two), 1));
/** The number of a row there becomes itself less the sum, over the diagonal's. */
const finish = (sum: Sum, row: number, pivot: number, offset: number): Code =>
  store(get(row), offset, over(minus(load(get(row), offset), total(sum)), load(get(pivot), offset)));
const addLast = ({ first }: Sum, row: number): Code =>
  set(first, add(get(first), times(load(get(q)), load(get(row)))));

const columns: Code = [
  ...set(p, bytesOf(timesInts(get(i), get(n)))),
  ...set(q, addInts(get(p), bytesOf(get(n)))),
  ...set(r, bytesOf(timesInts(get(j), get(n)))),
  ...set(s, addInts(get(r), bytesOf(get(n)))),
  ...set(end, addInts(get(p), bytesOf(andInts(get(i), int(-4))))),
  ...all.flatMap(({ pairs }) => pairs.flatMap((half) => set(half, zeros))),
  ...whilst(isBelow(get(p), get(end)), [
    ...readPairs(0),
    ...gather(0),
    ...readPairs(16),
    ...gather(1),
    ...goOn(32),
  ]),
  ...all.flatMap(({ pairs, first }) => set(first, part(get(pairs[0]), 0))),
  // Two are left where the column is no multiple of four.
  ...when(andInts(get(i), int(2)), [
    ...readPairs(0),
    ...all.flatMap(({ first, product }) =>
      set(first, add(add(get(first), part(product, 0)), part(product, 1))),
    ),
    ...goOn(16),
  ]),
  ...finish(sums.pr, r, p, 0),
  ...finish(sums.ps, s, p, 0),
  ...addLast(sums.qr, r),
  ...addLast(sums.qs, s),
  ...finish(sums.qr, r, q, 8),
  ...finish(sums.qs, s, q, 8),
];

const locals = list([
  [6, type.int],
  [12, type.pair],
  [4, type.number],
]);
const body: Code = [
  ...locals,
  ...whilst(isBelow(get(i), get(j)), [...columns, ...set(i, addInts(get(i), int(2)))]),
  0x0b,
];

/** The module: imports the memory as `m.m`, exports the function as `f`. */
export const rowPairCode = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...section(1, [[0x60, ...list([[type.int], [type.int]]), ...list([])]]),
  ...section(2, [[...word('m'), ...word('m'), 2, 0, 0]]),
  ...section(3, [[0]]),
  ...section(7, [[...word('f'), 0, 0]]),
  ...section(10, [withLength(body)]),
]);
