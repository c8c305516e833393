import { dayOf, weekdayOfDay } from '../../day.ts';
import { monthOfName } from '../date-words.ts';
import { mondayOfSpan, type WeekSpan, weekSpanOf } from './week-span.ts';
import { wordsOf } from './words.ts';

/** What a sheet's name, a title or a file's name says about the dates of a table. */
export interface TablePeriod {
  readonly year: number | null;
  readonly month: number | null;
  /** Year of September. */
  readonly schoolYear: number | null;
  /** The Monday of its week, in days since 1970. */
  readonly monday: number | null;
  readonly week: number | null;
  /** The days that its week goes from and to, where no year is written beside them. */
  readonly span: WeekSpan | null;
}

/** A date as far as it is written: some of its parts. */
export interface PartialDate {
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number | null;
  readonly day: number | null;
  readonly month: number | null;
}

const weekdayNames: readonly RegExp[] = [
  /^LUN(DI)?S?$|^MON(DAY)?$/,
  /^MAR(DI)?S?$|^TUE(SDAY)?S?$/,
  /^MER(CREDI)?S?$|^WED(NESDAY)?$/,
  /^JEU(DI)?S?$|^THU(RSDAY)?$/,
  /^VEN(DREDI)?S?$|^FRI(DAY)?$/,
  /^SAM(EDI)?S?$|^SAT(URDAY)?$/,
  /^DIM(ANCHE)?S?$|^SUN(DAY)?$/,
];

export const weekdayOfWord = (word: string): number | null =>
  1 + weekdayNames.findIndex((name) => name.test(word)) || null;

/** "lundi 1er septembre", "mar. 2", "01/09", "1-sept.", "jeudi"; `null`: no part of a date, or more than that. */
export function parsePartialDate(cell: string): PartialDate | null {
  const words = wordsOf(cell);
  if (words === '' || words.length > 30) {
    return null;
  }
  const numeric = /^(?:([A-Z]+) )?(\d{1,2})(?:\/| ?\/ ?)(\d{1,2})$/.exec(words);
  if (numeric !== null) {
    const [, name, day, month] = numeric;
    const weekday = name === undefined ? null : weekdayOfWord(name);
    const wrong = (name !== undefined && weekday === null) || Number(day) > 31 || Number(month) > 12;
    return wrong ? null : { weekday, day: Number(day), month: Number(month) };
  }
  const parts = words.replace(/\b(\d{1,2}) ?(ER|ST|ND|RD|TH)\b/g, '$1').split(' ');
  let weekday: number | null = null;
  let day: number | null = null;
  let month: number | null = null;
  for (const [at, part] of parts.entries()) {
    const ownWeekday = weekdayOfWord(part);
    const ownMonth = monthOfName(part);
    // "mar" is Tuesday before a number and March after one.
    if (ownWeekday !== null && weekday === null && day === null && (ownMonth === null || at === 0)) {
      weekday = ownWeekday;
    } else if (/^\d{1,2}$/.test(part) && day === null && Number(part) >= 1 && Number(part) <= 31) {
      day = Number(part);
    } else if (ownMonth !== null && month === null) {
      month = ownMonth;
    } else {
      return null;
    }
  }
  const says = month !== null ? day !== null : weekday !== null;
  return says ? { weekday, day, month } : null;
}

const nothing: TablePeriod = {
  year: null,
  month: null,
  schoolYear: null,
  monday: null,
  week: null,
  span: null,
};

/** The period that a text names, as "Septembre 2025", "S36", "Année 2025-2026", "semaine du 1er au 5 septembre 2025". */
export function parsePeriod(text: string): TablePeriod {
  const short = /^\s*(0?[1-9]|1[0-2])[-._/ ](1[3-9]|[2-9]\d)\s*$/.exec(text);
  const plain = (short === null ? text : `${short[1]}/20${short[2]}`)
    .normalize('NFC')
    .replace(/\.[a-z]{3,4}$/i, ' ');
  const school = /(?:^|\D)((?:19|20)\d\d) ?[-/–_ ] ?((?:19|20)?\d\d)(?!\d)/.exec(plain);
  const isSchool = school !== null && (Number(school[1]) + 1) % 100 === Number(school[2]) % 100;
  const schoolYear = isSchool ? Number(school[1]) : null;
  const rest = isSchool ? plain.replace(school[0], ' ') : plain;
  const words = wordsOf(rest.replace(/[_.\-–/]/g, ' ')).split(' ');
  const at = words.findIndex((word) => monthOfName(word) !== null && !isWeekdayBefore(words, word));
  const next = words[at + 1] ?? '';
  const numeric =
    /(?:^|\D)(0?[1-9]|1[0-2]) ?[-/._] ?(20\d\d)(?!\d)|(?:^|\D)(20\d\d) ?[-/._] ?(0[1-9]|1[0-2])(?!\d)/.exec(
      rest,
    );
  const span = weekSpanOf(words.join(' '));
  // The number behind "30 sept" is the year, or the day of "30 sept-04 oct".
  const written = at >= 0 && span === null && /^\d{2}$/.test(next) ? 2000 + Number(next) : null;
  const year = Number(/(?:^|\D)(20\d\d)(?!\d)/.exec(rest)?.[1] ?? Number.NaN) || written;
  const month =
    at >= 0 ? monthOfName(words[at] as string) : numeric === null ? null : Number(numeric[1] ?? numeric[4]);
  const week =
    Number(
      /\b(?:SEMAINE|SEM|S|WEEK|W) ?(?:N |NO |NUMERO )?(\d{1,2})\b/.exec(words.join(' '))?.[1] ?? Number.NaN,
    ) || null;
  const isStart = schoolYear === null && (month === null || month >= 8) && words.includes('RENTREE');
  return {
    year,
    month,
    schoolYear: isStart ? year : schoolYear,
    week: week !== null && week <= 53 ? week : null,
    monday: mondayOf(words.join(' '), year),
    span,
  };
}

/** "Septembre 2024", "Mois de septembre": a month and nothing else. */
export function isMonthAlone(text: string): boolean {
  const words = wordsOf(text.replace(/[-_.]/g, ' '))
    .replace(/^MOIS (DE |D )?/, '')
    .split(' ');
  return (
    words.some((word) => monthOfName(word) !== null) &&
    words.every((word, at) => (at > 0 && /^(20)?\d\d$/.test(word)) || monthOfName(word) !== null)
  );
}

/** "mar" of "mar 2 sept" is a day. */
function isWeekdayBefore(words: readonly string[], word: string): boolean {
  const at = words.indexOf(word);
  return (
    word.length === 3 &&
    weekdayOfWord(word) !== null &&
    /^\d{1,2}$/.test(words[at + 1] ?? '') &&
    words.some((other, index) => index > at && monthOfName(other) !== null)
  );
}

/** The Monday of "du 1er au 5 septembre 2025" or "du 01/09/2025 au 05/09/2025". */
function mondayOf(words: string, year: number | null): number | null {
  const found =
    /\bDU (?:[A-Z]+ )?(\d{1,2})(?: ?ER)?(?: ([A-Z]+))?(?: \d{4})? AU (?:[A-Z]+ )?\d{1,2}(?: ?ER)? ([A-Z]+)/.exec(
      words,
    );
  const digits = /\b(?:DU )?(\d{1,2}) (\d{1,2}) (20\d\d)\b/.exec(words);
  const month =
    found !== null
      ? (monthOfName(found[2] ?? '') ?? monthOfName(found[3] ?? ''))
      : digits !== null
        ? Number(digits[2])
        : null;
  const day = Number(found?.[1] ?? digits?.[1]);
  const own = found !== null ? year : Number(digits?.[3]);
  if (month === null || own === null || Number.isNaN(day)) {
    return null;
  }
  const first = dayOf(own, month, day);
  return Number.isNaN(first) ? null : first - weekdayOfDay(first) + 1;
}

/** The first of several texts to say a thing says it. */
export function joinPeriods(periods: readonly TablePeriod[]): TablePeriod {
  const first = <Key extends keyof TablePeriod>(key: Key) =>
    periods.map((period) => period[key]).find((value) => value !== null) ?? null;
  return periods.length === 0
    ? nothing
    : {
        year: first('year'),
        month: first('month'),
        schoolYear: first('schoolYear'),
        monday: first('monday'),
        week: first('week'),
        span: first('span'),
      };
}

/** The day that a partial date is in a period; `null`: too little is said. */
export function dayIn({ weekday, day, month }: PartialDate, period: TablePeriod): number | null {
  const monday = mondayOfPeriod(period);
  if (day === null) {
    return weekday === null || monday === null ? null : monday + weekday - 1;
  }
  // "Mardi 1" of the week from 30 September on is in October.
  const inWeek = month === null && monday !== null ? withinWeek(monday, day, weekday) : undefined;
  const ownMonth = month ?? period.month;
  if (inWeek !== undefined || ownMonth === null) {
    return inWeek ?? null;
  }
  const year = yearOf(ownMonth, period);
  const found = year === null ? Number.NaN : dayOf(year, ownMonth, day);
  return Number.isNaN(found) ? null : found;
}

function withinWeek(monday: number, day: number, weekday: number | null): number | undefined {
  return [0, 1, 2, 3, 4, 5, 6]
    .map((step) => monday + step)
    .find(
      (each) =>
        new Date(each * 86_400_000).getUTCDate() === day &&
        (weekday === null || weekdayOfDay(each) === weekday),
    );
}

/** A school year begins in August. */
function yearOf(month: number, { year, schoolYear, month: ownMonth }: TablePeriod): number | null {
  if (schoolYear !== null) {
    return month >= 8 ? schoolYear : schoolYear + 1;
  }
  if (year === null || ownMonth === null || ownMonth === month) {
    return year;
  }
  // "Décembre 2025" above the first days of January.
  return ownMonth === 12 && month === 1 ? year + 1 : ownMonth === 1 && month === 12 ? year - 1 : year;
}

/** The Monday of the one week that a period is; `null`: it is none, or it is not said whole. */
export function mondayOfPeriod(period: TablePeriod): number | null {
  const { monday, span } = period;
  if (monday !== null || span === null) {
    return monday ?? mondayOfWeek(period);
  }
  const year = yearOf(span.from.month, { ...period, month: null });
  return year === null ? null : mondayOfSpan(span, year);
}

function mondayOfWeek({ week, year, schoolYear }: TablePeriod): number | null {
  const own = schoolYear !== null && week !== null ? (week >= 31 ? schoolYear : schoolYear + 1) : year;
  if (week === null || own === null) {
    return null;
  }
  // ISO 8601: the week of 4 January is the first.
  const fourth = dayOf(own, 1, 4);
  return fourth - weekdayOfDay(fourth) + 1 + (week - 1) * 7;
}
