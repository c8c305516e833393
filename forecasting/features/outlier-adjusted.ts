/**
 * A single count beyond these factors of the recent median, and of that of its weekday, is set to the latter: half the
 * children on Wednesdays is no wild count where it is so on every Wednesday.
 */
const tooMany = 2;
const tooFew = 0.6;
/** Days in these medians, and those without which there is none. */
const recentDays = 7;
const fewestDays = 3;
/** Meals by which a count may always differ: small sites jump. */
const slack = 6;
/**
 * Days in a row, all on one side and alike, that make a lasting change of level. A rise is believed sooner
 * than a fall: a class away for a week looks like a fall.
 */
const riseDays = 3;
const fallDays = 4;
const changeFactor = 1.6;
const alike = 1.3;
/** Days whose median is the level before a change. */
const beforeDays = 12;

/** A level that moved and stayed: from the median before to the mean since, in meals. */
export interface LevelShift {
  /** Index of the first count at the new level. */
  readonly first: number;
  readonly before: number;
}

/**
 * Counts of one site made steady for levels: a single wild one (an extra digit, a class trip) is replaced by
 * the recent median, while a lasting change (a school merged, half the classes shut) moves everything before
 * it to the new level, so that the past keeps its profile and the level follows within days.
 */
export class OutlierAdjusted {
  /** Indices of the ordinary days so far. */
  readonly past: number[] = [];
  readonly values: Float64Array;
  private readonly raw: Float64Array;
  /** The counts as they were, at the level of today. */
  private readonly moved: Float64Array;
  /** The last lasting change of level; one that was undone is none. */
  shift: LevelShift | null = null;
  private lastChange = 0;
  /** Where values are sorted: a new array for each median would cost more than the sorting. */
  private room = new Float64Array(32);

  constructor(raw: Float64Array) {
    this.raw = raw;
    this.values = Float64Array.from(raw);
    this.moved = Float64Array.from(raw);
  }

  /** `same`: indices of the earlier ordinary days on the same weekday. */
  add(k: number, same: readonly number[]): void {
    const { past, values, raw } = this;
    const middle = past.length >= fewestDays ? (this.median(past, recentDays) as number) : null;
    // Of the counts themselves: a weekday whose first counts were set to the median would never be known.
    const usual = same.length >= fewestDays ? this.median(same, recentDays, this.moved) : middle;
    past.push(k);
    if (middle === null || usual === null) return;
    const count = raw[k];
    if (
      count > Math.max(middle, usual) * tooMany + slack ||
      count < Math.min(middle, usual) * tooFew - slack
    ) {
      values[k] = usual;
    }
    this.followChange(count > middle ? riseDays : fallDays);
  }

  /** Where the last days all lie far on one side of the days before, the days before are rescaled. */
  private followChange(days: number): void {
    const { past, values, raw, moved } = this;
    const first = past.length - days;
    if (first < this.lastChange + days) return;
    const [low, high] = range(raw, past, first, past.length);
    if (low <= 0 || high > low * alike + slack) return;
    const from = Math.max(0, first - beforeDays);
    const [lowest, highest] = range(values, past, from, first);
    // The level before lies between these: most days need no closer look.
    if (!isRise(low, lowest) && !isFall(high, highest)) return;
    const before = this.median(past.slice(from, first), beforeDays) as number;
    if (!isRise(low, before) && !isFall(high, before)) return;
    const counts = past.slice(first).map((k) => raw[k]);
    const now = counts.reduce((a, b) => a + b, 0) / days;
    for (const k of past.slice(0, first)) {
      // Days without a meal have no profile that could be kept.
      values[k] = before > 0 ? values[k] * (now / before) : now;
      moved[k] = before > 0 ? moved[k] * (now / before) : now;
    }
    for (const k of past.slice(first)) values[k] = raw[k];
    this.noteShift({ first: past[first], before }, now);
    this.lastChange = past.length;
  }

  /** A level that comes back to where it was had not moved for good. */
  private noteShift(shift: LevelShift, now: number): void {
    const earlier = this.shift?.before ?? Number.POSITIVE_INFINITY;
    const isBack = now < earlier * alike + slack && now > earlier / alike - slack;
    this.shift = isBack ? null : shift;
  }

  /** Mean of the steadied counts at the last `count` of some indices; `null` without any. */
  mean(indices: readonly number[], count: number): number | null {
    const from = Math.max(0, indices.length - count);
    if (from === indices.length) return null;
    let sum = 0;
    for (let i = from; i < indices.length; i++) sum += this.values[indices[i]];
    return sum / (indices.length - from);
  }

  /**
   * The values at the indices from a place on, ascending, at the beginning of an array that the next call uses again.
   * Few and nearly sorted: insertion beats a library's sort.
   */
  private sorted(indices: readonly number[], from: number, of: Float64Array): Float64Array {
    const n = indices.length - from;
    if (n > this.room.length) this.room = new Float64Array(n);
    const out = this.room;
    for (let i = 0; i < n; i++) {
      const value = of[indices[from + i]];
      let at = i;
      for (; at > 0 && out[at - 1] > value; at--) out[at] = out[at - 1];
      out[at] = value;
    }
    return out;
  }

  median(indices: readonly number[], count: number, of = this.values): number | null {
    const from = Math.max(0, indices.length - count);
    const n = indices.length - from;
    if (n === 0) return null;
    const sorted = this.sorted(indices, from, of);
    const upper = sorted[n >> 1];
    return n % 2 === 1 ? upper : (upper + sorted[(n >> 1) - 1]) / 2;
  }
}

const isRise = (low: number, before: number) => low > before * changeFactor + slack;
const isFall = (high: number, before: number) => high < before / changeFactor - slack;

/** Lowest and highest value at the indices of a stretch. */
function range(values: Float64Array, indices: readonly number[], from: number, to: number): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; i++) {
    const value = values[indices[i]];
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}
