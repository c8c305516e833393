import type { IsoDate } from './forecast-records.ts';

/** `portions`, `servings`: see the domain's formats. */
export type FileKind =
  | 'attendance'
  | 'menus'
  | 'enrolment'
  | 'servings'
  | 'site-names'
  | 'sites'
  | 'school-names'
  | 'holidays'
  | 'closures'
  | 'portions'
  | 'packs';

/** What a column of an import file can be; each kind knows which it needs. */
export type ImportField =
  | 'date'
  | 'site'
  | 'siteKind'
  | 'served'
  | 'staff'
  | 'service'
  | 'dish'
  | 'rank'
  | 'course'
  | CourseField
  | 'prepared'
  | 'left'
  | 'discarded'
  | 'school'
  | 'schoolYear'
  | 'children'
  | 'canteen'
  | 'canteenKind'
  | 'sector'
  | 'capacity'
  | 'firstDay'
  | 'lastDay'
  | 'zone'
  | 'holiday'
  | 'population'
  | 'location'
  | 'event'
  | 'strike'
  | 'absent'
  | 'announced'
  | 'food'
  | 'unit'
  | ClassField
  /** Of several classes, all children; and children with adults. */
  | 'total'
  | 'covers'
  | 'loss'
  | 'factor'
  | 'nature'
  | 'origin'
  | 'supplier'
  | 'size'
  | 'content'
  | 'minimum'
  | 'price'
  | 'keeps';

/** Columns of portions, or of diners, one for each age class. */
export const classFields = ['maternelle', 'elementaire', 'college', 'adult'] as const;
export type ClassField = (typeof classFields)[number];

/** Columns of a menu sheet with one row per day. */
export const courseFields = ['starter', 'main', 'side', 'dairy', 'dessert', 'bread'] as const;
export type CourseField = (typeof courseFields)[number];

/** What has to be answered before a table is read, or may be answered to read it better. */
export type TableQuestionId =
  | 'site'
  | 'site-column'
  | 'count-column'
  | 'lines'
  /** Sheets of classes or levels: parts of one canteen, or a canteen each? */
  | 'sheets'
  | 'twins'
  | 'adults'
  | 'year'
  | 'marks'
  /** Is a cell with commas a day's whole menu, or one dish? */
  | 'dish-list'
  /** Enrolment or servings came first: are their schools the canteens? */
  | 'new-sites';

/** A value of the choices, or (where there are none, and for `site`) any text. */
export type TableAnswers = Readonly<Partial<Record<TableQuestionId, string>>>;

/** A day without service, as a word in place of its counts says. */
export interface MarkedDay {
  readonly date: IsoDate;
  readonly mark: 'strike' | 'holiday' | 'closure' | 'outing';
}

/** Why a column was taken for what it is. */
export type ColumnReason =
  | 'title'
  | 'holds-dates'
  | 'holds-names'
  | 'known-names'
  | 'holds-counts'
  | 'only-counts'
  | 'part-of-count'
  | 'adults-kept'
  | 'adults-apart'
  | 'is-sum'
  | 'other-service'
  | 'same-always'
  | 'answered'
  | 'said';
