import type { IsoDate } from '../../electron/api/records.ts';
import { isIsoDate } from './dates.ts';

/** A date as people type it: 17/12/2026, 17.12.26, 17-12-2026, 2026-12-17; `null` for anything else. */
export function parseDate(text: string): IsoDate | null {
  const typed = text.trim();
  if (isIsoDate(typed)) return typed;
  const found = /^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{2}|\d{4})$/.exec(typed);
  if (!found) return null;
  const [, day = '', month = '', year = ''] = found;
  const date = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) ? date : null;
}
