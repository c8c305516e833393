import type { IsoDate } from '../../api/records.ts';

const two = (value: number) => String(value).padStart(2, '0');

/** The calendar date that the computer's clock shows, in its own time zone. */
export function localDate(at: Date = new Date()): IsoDate {
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Wall-clock time, `HH:MM`. */
export function localTime(at: Date = new Date()): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Today, or the date in `BONNE_MESURE_TODAY`: with it a screen or a plan of another day can be shown again. */
export function today(): IsoDate {
  const fixed = process.env.BONNE_MESURE_TODAY;
  return fixed && /^\d{4}-\d\d-\d\d$/.test(fixed) ? fixed : localDate();
}

/** Date and wall-clock time, `YYYY-MM-DDTHH:MM`. */
export const now = (): string => `${today()}T${localTime()}`;
