import type { CellType } from '../sheet.ts';

/** No cell of Excel or LibreOffice holds more: what follows is not kept. */
export const textLimit = 32_767;

/** A number as Excel shows it: fifteen digits, so that 0.1 + 0.2 is 0.3. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) {
    return '';
  }
  const text = String(Number(value.toPrecision(15)));
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** A date that knows no time zone, from days since 1970-01-01. */
export function dateText(days: number): string {
  // Times of day are fractions of a day, inexact by less than a second.
  const seconds = Math.round(days * 86_400);
  const [day = '', time = ''] = new Date(seconds * 1000).toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
}

/** "2025-09-01T00:00:00.000" as a calendar date, with its time of day where it has one. */
export function isoDateText(text: string): string {
  const [, day = '', time = ''] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?/.exec(text.trim()) ?? [];
  return time === '' || /^00:00(:00)?$/.test(time) ? day || text : `${day} ${time}`;
}

/** A cell as its line of the sheet's file has it. */
export function fileText(type: CellType, text: string): string {
  const lines = text
    .slice(0, textLimit)
    .replace(/\r\n?|\n/g, '\v')
    .replace(/[\t\0]/g, ' ');
  // Only a formula without a result begins with "=" in the file.
  const own = type === 'text' && lines.startsWith('=') ? `'${lines}` : lines;
  return quoted(own);
}

export function quoted(text: string): string {
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
}
