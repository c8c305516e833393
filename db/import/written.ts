/**
 * How the text of a file is written. `UTF-8-mixed`: UTF-8 with some bytes of Windows; `UTF-8-twice`: UTF-8 whose bytes
 * were taken for letters of Windows, and encoded again; `UTF-8-entities`: with letters written as those of a web page
 * ("&eacute;"); `cp850`, `cp437`: DOS.
 */
export type TextEncoding =
  | 'UTF-8'
  | 'UTF-8-mixed'
  | 'UTF-8-twice'
  | 'UTF-8-entities'
  | 'UTF-16LE'
  | 'UTF-16BE'
  | 'windows-1252'
  | 'ISO-8859-15'
  | 'macintosh'
  | 'cp850'
  | 'cp437';

/** The order of day, month and year. */
export type WrittenDateOrder = 'dmy' | 'mdy' | 'ymd';

/** The sign before fractions. */
export type DecimalMark = ',' | '.';
