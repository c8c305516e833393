import type {
  Course,
  DateOrder,
  DecimalMark,
  PublicHolidayRegion,
  Separator,
  TextEncoding,
} from '../../forecasting/domain/records.ts';

/** What may be chosen, in the order in which it is offered: the contract checks by these lists, pages offer them. */
export const courses = [
  'starter',
  'main',
  'side',
  'dairy',
  'dessert',
  'bread',
  'other',
] as const satisfies readonly Course[];

/** Zones of the French school calendar whose holidays are built in; names as the ministry writes them. */
export const holidayZones = [
  'A',
  'B',
  'C',
  'Corse',
  'Guadeloupe',
  'Guyane',
  'Martinique',
  'Mayotte',
  'Nouvelle Calédonie',
  'Polynésie',
  'Réunion',
  'Saint Pierre et Miquelon',
  'Wallis et Futuna',
] as const;
export type HolidayZone = (typeof holidayZones)[number];

export const publicHolidayRegions = [
  'metropole',
  'alsace-moselle',
  'guadeloupe',
  'guyane',
  'martinique',
  'mayotte',
  'reunion',
  'saint-barthelemy',
  'saint-martin',
  'none',
] as const satisfies readonly PublicHolidayRegion[];

/** How files may be written. */
export const textEncodings = [
  'UTF-8',
  'UTF-8-mixed',
  'UTF-8-twice',
  'UTF-8-entities',
  'UTF-16LE',
  'UTF-16BE',
  'windows-1252',
  'ISO-8859-15',
  'macintosh',
  'cp850',
  'cp437',
] as const satisfies readonly TextEncoding[];
export const columnSeparators = [';', ',', '\t', '|'] as const satisfies readonly Separator[];
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const satisfies readonly DateOrder[];
export const decimalMarks = [',', '.'] as const satisfies readonly DecimalMark[];
