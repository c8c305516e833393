import { fold } from '../fold.ts';

/** French, English, and what is no beginning of either. */
const months = [
  ['JANVIER', 'JANUARY'],
  ['FEVRIER', 'FEBRUARY'],
  ['MARS', 'MARCH', 'MRS'],
  ['AVRIL', 'APRIL'],
  ['MAI', 'MAY'],
  ['JUIN', 'JUNE'],
  ['JUILLET', 'JULY', 'JLT'],
  ['AOUT', 'AUGUST'],
  ['SEPTEMBRE', 'SEPTEMBER'],
  ['OCTOBRE', 'OCTOBER'],
  ['NOVEMBRE', 'NOVEMBER'],
  ['DECEMBRE', 'DECEMBER'],
] as const;

/** 1 to 12 of a month's name, whole or its beginning, French or English; `null` when it is none. */
export function monthOfName(name: string): number | null {
  const folded = fold(name);
  const begun =
    folded.length < 3 ? [] : months.filter((names) => names.some((each) => each.startsWith(folded)));
  const [month] = begun;
  return month === undefined || begun.length > 1 ? null : months.indexOf(month) + 1;
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
