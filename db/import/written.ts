/** How the text of a file is written. */
export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'windows-1252';

/** The order of day, month and year. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** The sign before fractions. */
export type Decimal = ',' | '.';
