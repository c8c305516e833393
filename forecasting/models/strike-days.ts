import { logRatio } from '../features/inputs.ts';

/** A past strike day of one site, in meals. */
export interface StrikeDay {
  readonly site: number;
  readonly day: number;
  readonly served: number;
  /** Meals expected without a strike. */
  readonly expected: number;
  /** Standard deviation of an ordinary day's error there. */
  readonly ordinary: number;
}

/** A strike with the sites that served on it. */
export interface Strike {
  readonly day: number;
  readonly rows: readonly StrikeDay[];
  readonly weight: number;
  /** Mean log ratio of its sites. */
  readonly ratio: number;
}

/** Strikes this near to each other are of one movement and alike: together they count as one. */
const movementDays = 14;
/** Days after which a strike counts half: strikes are rare, and those of four years ago still tell. */
const halfLife = 1400;

/** Log ratio of the meals served to those expected; a site on which hardly anyone came must not decide for all. */
export const ratioOf = ({ served, expected }: StrikeDay): number =>
  Math.max(-1, Math.min(1, logRatio(served, expected)));

/** The strikes on record up to `origin`, each with what it counts. */
export function strikesOf(rows: readonly StrikeDay[], origin: number): readonly Strike[] {
  const byDay = [...Map.groupBy(rows, ({ day }) => day)];
  const movement = (of: number) => byDay.filter(([day]) => Math.abs(day - of) <= movementDays).length;
  return byDay.map(([day, own]) => ({
    day,
    rows: own,
    weight: 0.5 ** ((origin - day) / halfLife) / movement(day),
    ratio: own.reduce((sum, row) => sum + ratioOf(row), 0) / own.length,
  }));
}
