import type { IsoDate } from '../../../electron/api/records.ts';
import { isIsoDate } from '../../format/dates.ts';
import { foldForSearch } from '../../format/fold.ts';
import { parseDate } from '../../format/parse-date.ts';

/** As French and English write them, by their first letters; Sunday first, as `getUTCDay` counts. */
const weekdays: readonly RegExp[] = [
  /^(dim|sun)/,
  /^(lun|mon)/,
  /^(mar|tue)/,
  /^(mer|wed)/,
  /^(jeu|thu)/,
  /^(ven|fri)/,
  /^(sam|sat)/,
];
const months: readonly RegExp[] = [
  /^jan/,
  /^(fev|feb)/,
  /^mar/,
  /^(avr|apr)/,
  /^(mai|may)/,
  /^(juin|jun)/,
  /^(juil|jul)/,
  /^(aou|aug)/,
  /^sep/,
  /^oct/,
  /^nov/,
  /^dec/,
];

const written = /^(?:(\p{L}+)\.?\s+)?(\d{1,2})(?:er|st|nd|rd|th)?(?:\s+(\p{L}+)\.?)?(?:\s+(\d{4}))?$/u;

/**
 * The day that a cell beside counts means, in a month that is known: a date, "lun. 2", "lundi 2 novembre", "2". A
 * weekday or a month that says otherwise makes it none.
 */
export function dayOfText(text: string, month: string): IsoDate | null {
  const date = parseDate(text.replace(/^\p{L}+\.?\s+(?=\d+[/.-])/u, ''));
  if (date !== null) return date;
  const found = written.exec(foldForSearch(text.normalize('NFC')));
  if (!found) return null;
  const [, weekday, day = '', name, year = month.slice(0, 4)] = found;
  const of = name === undefined ? month.slice(5, 7) : String(months.findIndex((one) => one.test(name)) + 1);
  const iso = `${year}-${of.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isIsoDate(iso)) return null;
  const isOn = weekday === undefined || weekdays[new Date(`${iso}T00:00:00Z`).getUTCDay()]?.test(weekday);
  return isOn ? iso : null;
}

/** The day of a week that a cell names by its weekday alone ("lundi", "Mon."), whatever day of a month it is. */
export function dayOfWeekday(text: string, week: readonly IsoDate[]): IsoDate | null {
  const word = foldForSearch(text.normalize('NFC'));
  if (!/^\p{L}+\.?$/u.test(word)) return null;
  return week.find((date) => weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]?.test(word)) ?? null;
}

/** "2", and nothing else: a day only where something else says that the column holds days. */
export const isBareNumber = (text: string): boolean => /^\d{1,2}$/.test(text);
