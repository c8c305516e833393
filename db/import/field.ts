/** The fields that a table may have; each kind knows which it needs. */
export type TableField =
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

/** Columns of portions, one for each age class. */
export const classFields = ['maternelle', 'elementaire', 'college', 'adult'] as const;
export type ClassField = (typeof classFields)[number];

/** Columns of a menu sheet with one row per day. */
export const courseFields = ['starter', 'main', 'side', 'dairy', 'dessert', 'bread'] as const;
export type CourseField = (typeof courseFields)[number];
