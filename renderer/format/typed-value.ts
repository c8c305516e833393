/** Why a field's text is no value; the words say what to write instead. */
export type TypedProblem =
  | 'not-whole'
  | 'negative'
  | 'too-large'
  | 'not-time'
  | 'no-weight'
  | 'no-prepared'
  | 'above-tray';

export type TypedValue<T> =
  | { readonly type: 'value'; readonly value: T | null }
  | { readonly type: 'wrong'; readonly problem: TypedProblem };

/** Greatest count that can be typed: as the service takes it. */
const most = 100_000;

/**
 * What is typed without its spaces, but for one between digits that parts no thousands: "12 5" may be 12,5 or a slip,
 * and is no number.
 */
export const withoutSpaces = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[−–]/g, '-')
    .replaceAll(/(?<=\d)\s(?=\d{3}(?!\d))/g, '')
    .replaceAll(/(?<!\d)\s+|\s+(?!\d)/g, '');
const empty = { type: 'value', value: null } as const;
const wrong = (problem: TypedProblem) => ({ type: 'wrong', problem }) as const;

/** A count as it is typed, spaces between thousands let through; empty: `null`. */
export function readCount(text: string): TypedValue<number> {
  const digits = withoutSpaces(text);
  if (digits === '') return empty;
  if (/^-\d/.test(digits)) return wrong('negative');
  if (!/^\d+$/.test(digits)) return wrong('not-whole');
  const value = Number(digits);
  return value > most ? wrong('too-large') : { type: 'value', value };
}

/** What turns a weight or a part of what was prepared into portions; `null`: not known. */
export interface PortionFacts {
  /** Grams of a portion. */
  readonly grams: number | null;
  readonly prepared: number | null;
}

const gramsOfUnit = { kg: 1000, g: 1 } as const;

/**
 * Portions of a dish, typed as such, by weight (2,4 kg, 350 g) or in tenths of what was prepared (3/10), as a tray is
 * read by eye; to the nearest portion.
 */
export function readPortions(text: string, { grams, prepared }: PortionFacts): TypedValue<number> {
  const typed = withoutSpaces(text).toLowerCase().replace(',', '.');
  const [, weight, unit] = /^(\d+(?:\.\d+)?)(kg|g)$/.exec(typed) ?? [];
  const [, tenths] = /^(\d+(?:\.\d+)?)\/10$/.exec(typed) ?? [];
  if (weight === undefined && tenths === undefined) return readCount(text);
  if (tenths !== undefined) {
    if (Number(tenths) > 10) return wrong('above-tray');
    return prepared === null ? wrong('no-prepared') : portionsOf((Number(tenths) / 10) * prepared);
  }
  if (grams === null) return wrong('no-weight');
  return portionsOf((Number(weight) * gramsOfUnit[unit as keyof typeof gramsOfUnit]) / grams);
}

function portionsOf(portions: number): TypedValue<number> {
  const value = Math.round(portions);
  return value > most ? wrong('too-large') : { type: 'value', value };
}

/** When a dish ran out; `at` is `null` where nobody noted it. */
export interface RanOut {
  readonly at: string | null;
}

/** A time (12 h 25, 12:25, 1225, 12), or a cross for a dish that ran out at a time that nobody noted. */
export function readRanOut(text: string): TypedValue<RanOut> {
  const typed = withoutSpaces(text).toLowerCase();
  if (typed === '') return empty;
  if (typed === 'x') return { type: 'value', value: { at: null } };
  const [, hours = '', minutes = '00'] = /^(\d{1,2})[:h. ]?(\d{2})?$/.exec(typed) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return wrong('not-time');
  return { type: 'value', value: { at: `${hours.padStart(2, '0')}:${minutes}` } };
}
