import { fold } from '../fold.ts';

const months = [
  /^(JAN|JANV|JANVIER|JANUARY)$/,
  /^(FEV|FEVR|FEVRIER|FEB|FEBRUARY)$/,
  /^(MAR|MARS|MARCH|MRS)$/,
  /^(AVR|AVRIL|APR|APRIL)$/,
  /^(MAI|MAY)$/,
  /^(JUN|JUIN|JUNE)$/,
  /^(JUL|JUIL|JUILL|JUILLET|JLT|JULY)$/,
  /^(AOU|AOUT|AUG|AUGUST)$/,
  /^(SEP|SEPT|SEPTEMBRE|SEPTEMBER)$/,
  /^(OCT|OCTOBRE|OCTOBER)$/,
  /^(NOV|NOVEMBRE|NOVEMBER)$/,
  /^(DEC|DECEMBRE|DECEMBER)$/,
];

/** 1 to 12 of a month's name, long or short, French or English; `null` when it is none. */
export function monthOf(name: string): number | null {
  const folded = fold(name);
  const index = months.findIndex((pattern) => pattern.test(folded));
  return index < 0 ? null : index + 1;
}

const weekdays = [
  /^(L|LU|LUN|LUNDI|MON|MONDAY)$/,
  /^(M|MA|MAR|MARD|MARDI|TUE|TUES|TUESDAY)$/,
  /^(M|ME|MER|MERC|MERCR|MERCREDI|WED|WEDNESDAY)$/,
  /^(J|JE|JEU|JEUD|JEUDI|THU|THUR|THURS|THURSDAY)$/,
  /^(V|VE|VEN|VEND|VENDR|VENDREDI|FRI|FRIDAY)$/,
  /^(S|SA|SAM|SAMEDI|SAT|SATURDAY)$/,
  /^(D|DI|DIM|DIMANCHE|SUN|SUNDAY)$/,
];

/** The weekdays that a name may mean, 1 Monday … 7 Sunday ("M" is two); `null` when it is none. */
export function weekdaysOf(name: string): readonly number[] | null {
  const folded = fold(name);
  const found = weekdays.flatMap((pattern, index) => (pattern.test(folded) ? [index + 1] : []));
  return found.length === 0 ? null : found;
}
