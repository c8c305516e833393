import type { Flag } from '../../../electron/api/records.ts';

/** How loud a flag is: `bad` blocks or lacks something, `warn` deserves a look before ordering, `info` explains. */
export const FLAG_TONES: Record<Flag, 'bad' | 'warn' | 'info'> = {
  strike: 'warn',
  outing: 'info',
  'last-day': 'warn',
  'first-day-back': 'warn',
  'beside-public-holiday': 'info',
  'no-menu': 'bad',
  'no-history': 'warn',
  'over-capacity': 'bad',
  'over-enrolment': 'warn',
  'level-changed': 'info',
  'unknown-holidays': 'bad',
};

const LOUDNESS = { bad: 0, warn: 1, info: 2 };

/** Flags of a cell that its column does not already say, loudest first. */
export function ownFlags(flags: readonly Flag[], ofDay: readonly Flag[]): readonly Flag[] {
  return flags
    .filter((flag) => !ofDay.includes(flag))
    .toSorted((a, b) => LOUDNESS[FLAG_TONES[a]] - LOUDNESS[FLAG_TONES[b]]);
}
