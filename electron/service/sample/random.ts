/** A stream of numbers in [0, 1) that a seed decides. */
export type Random = () => number;

/**
 * An independent stream for each purpose of one seed: a new purpose changes no other stream.
 * FNV-1a makes the state from seed and purpose, mulberry32 the numbers.
 */
export function randomStream(seed: number, purpose: string): Random {
  let state = (2166136261 ^ seed) >>> 0;
  for (const character of purpose) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  }
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A normal variate. The sum of twelve uniforms is near enough, and the same on every machine. */
export function normal(random: Random, mean: number, deviation: number): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return mean + deviation * sum;
}

/** How many of `n` children come when each does so with probability `p`. */
export function binomial(random: Random, n: number, p: number): number {
  let count = 0;
  for (let i = 0; i < n; i++) if (random() < p) count++;
  return count;
}

export function integer(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[integer(random, 0, items.length - 1)];
  if (item === undefined) throw new RangeError('Nothing to pick from');
  return item;
}

/** Draws from a shuffled pack that is shuffled again when it is empty: nothing comes back too soon. */
export function deck<T>(random: Random, items: readonly T[]): () => T {
  let pack: T[] = [];
  return () => {
    if (pack.length === 0) pack = shuffled(random, items);
    const item = pack.pop();
    if (item === undefined) throw new RangeError('An empty deck');
    return item;
  };
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
