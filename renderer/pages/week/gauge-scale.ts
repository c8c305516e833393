/** The track of a gauge: which meals stand at its two ends, and where the places are. */
export interface GaugeScale {
  readonly from: number;
  readonly to: number;
  /** Places, where they are known. */
  readonly end: number | null;
  /** The usual track, 30 to 100 % of the places. */
  readonly usual: boolean;
}

const USUAL_START = 0.3;

interface Range {
  readonly low: number;
  readonly high: number;
  readonly order: number;
}

/**
 * One scale for all days of a site, so that its days can be compared. The usual track fits most sites; a site that
 * serves far less, or more than it has places (two sittings), gets a track that holds its own numbers.
 */
export function gaugeScale(capacity: number | null, rows: readonly Range[]): GaugeScale {
  const low = Math.min(...rows.map((row) => Math.min(row.low, row.order)));
  const high = Math.max(...rows.map((row) => Math.max(row.high, row.order)));
  if (capacity === null || capacity <= 0) {
    return { from: Math.max(0, low * 0.5), to: Math.max(1, high * 1.1), end: null, usual: false };
  }
  const usual = low >= capacity * USUAL_START && high <= capacity;
  if (usual) return { from: capacity * USUAL_START, to: capacity, end: capacity, usual };
  const from = low < capacity * USUAL_START ? 0 : capacity * USUAL_START;
  return { from, to: Math.max(capacity, high * 1.05), end: capacity, usual };
}

/** Where a number of meals stands on the track, 0 to 100. */
export function gaugeAt(scale: GaugeScale, meals: number): number {
  const share = (meals - scale.from) / (scale.to - scale.from);
  return 100 * Math.min(1, Math.max(0, share));
}
