import { fileKindNames } from '../../api/file-kinds.ts';
import { attention } from './attention-en.ts';
import { backups } from './backups-en.ts';
import { balance } from './balance-en.ts';
import { calendar } from './calendar-en.ts';
import { cli } from './cli-en.ts';
import { dishBacktest } from './dish-backtest-en.ts';
import { dishPlan } from './dish-plan-en.ts';
import { errors } from './errors-en.ts';
import { evaluation } from './evaluation-en.ts';
import { exports } from './exports-en.ts';
import { fieldNames } from './fields-en.ts';
import { folders } from './folders-en.ts';
import { foods } from './foods-en.ts';
import { formatNumber } from './format.ts';
import type { fr } from './fr.ts';
import { impact } from './impact-en.ts';
import { inputFields } from './input-fields-en.ts';
import { leaks } from './leaks-en.ts';
import { library } from './library-en.ts';
import { mealRecords } from './meal-records-en.ts';
import { orderRules } from './order-rules-en.ts';
import { orders } from './orders-en.ts';
import { planWarnings } from './plan-warnings-en.ts';
import { problems } from './problems-en.ts';
import { profiles } from './profiles-en.ts';
import { provision } from './provision-en.ts';
import { questions } from './questions-en.ts';
import { returnSheets } from './return-sheets-en.ts';
import { staffFigures } from './staff-figures-en.ts';
import { tableQuestions } from './table-questions-en.ts';
import { weighings } from './weighings-en.ts';

const list = (values: readonly string[]) => values.join(', ');

export const en: typeof fr = {
  backups,
  balance,
  calendar,
  cli,
  dishBacktest,
  dishPlan,
  errors,
  evaluation,
  exports,
  fieldNames,
  folders,
  foods,
  inputFields,
  library,
  mealRecords,
  staffFigures,
  orderRules,
  impact,
  leaks,
  orders,
  attention,
  planWarnings,
  problems,
  kindNames: fileKindNames.en,
  profiles,
  provision,
  questions,
  returnSheets,
  tableQuestions,
  weighings,
  input: {
    nth: (place) => `no. ${place}`,
    year: 'the date is outside 1990–2069: check the year.',
    date: 'a calendar date is expected, written YYYY-MM-DD.',
    moment: 'a date and a time are expected, written YYYY-MM-DDTHH:MM.',
    text: 'another format is expected.',
    expected: {
      string: 'text is expected.',
      number: 'a number is expected.',
      int: 'a whole number is expected.',
      boolean: 'yes or no is expected.',
      object: 'an object is expected.',
      array: 'a list is expected.',
    },
    oneOf: (values) => `one of these values is expected: ${list(values)}.`,
    empty: 'it cannot be empty.',
    tooLong: (maximum) => `at most ${maximum} items or characters.`,
    atLeast: (minimum) => `at least ${minimum.toLocaleString('en-GB')}.`,
    atMost: (maximum) => `at most ${maximum.toLocaleString('en-GB')}.`,
    atMostDays: (maximum) => `at most ${maximum} days at a time.`,
    beforeFrom: 'the end comes before the start.',
    levelTwice: 'give a service level or costs, not both.',
    unknown: 'this field does not exist.',
    other: 'unexpected value.',
  },
  closed: {
    weekend: 'It is a weekend.',
    'school-holiday': 'It is a school holiday.',
    'public-holiday': 'It is a public holiday.',
    closure: 'The site is closed.',
    'no-service': 'No meals are served on this day of the week.',
    'out-of-use': 'No meal counted for more than 300 days: no order. Import recent records to start again.',
    'not-open': 'The site is not in service on this day, by its opening and closing dates.',
  },
  publicHolidays: {
    'new-year': 'New Year’s Day',
    'good-friday': 'Good Friday',
    'easter-monday': 'Easter Monday',
    'labour-day': 'Labour Day',
    'victory-1945': 'Victory in Europe Day',
    'abolition-of-slavery': 'Abolition of Slavery Day',
    ascension: 'Ascension Day',
    'whit-monday': 'Whit Monday',
    'national-day': 'Bastille Day',
    assumption: 'Assumption Day',
    'all-saints': 'All Saints’ Day',
    'armistice-1918': 'Armistice Day',
    christmas: 'Christmas Day',
    'st-stephen': 'Saint Stephen’s Day',
  },
  browser: {
    stranger:
      'This address does not open Bonne Mesure: an address works once. Enter in the terminal, or a new start, gives a new one.',
    foreign: 'This request does not come from the page of Bonne Mesure: it is refused.',
  },
  findings: {
    damaged: (detail) => `The file is damaged: ${detail}`,
    brokenReference: (table, count) => `Table “${table}”, rows that refer to a missing row: ${count}`,
    unreadableSettings: (keys) =>
      `Settings that cannot be read: ${list(keys.map((key) => inputFields[key] ?? key))}. They count as not set and can be removed.`,
    schema: {
      missing: (part) => `Part missing from the file: ${part}`,
      foreign: (part) => `Foreign part in the file: ${part}`,
      changed: (part) => `Part of the file that differs from what Bonne Mesure makes: ${part}`,
    },
    countsDiffer: (batch, file) => `Import ${batch}, ${file}: the counts do not add up to the rows read.`,
    unlikelyCount: (site, date, served, low, high) =>
      `${site}, ${date}: ${formatNumber(served, 'en')} meals, usually ${formatNumber(low, 'en')}–${formatNumber(high, 'en')}`,
    impossibleDays: (what, count, date) =>
      `${what}, days outside 1990–2069: ${count} (${date} among them). No page shows them; they can be removed.`,
    impossibleAmounts: (what, count, largest) =>
      `${what}, figures that cannot be meant: ${count} (${largest} the largest). They can be removed.`,
    oddFactors: 'Purchase factors to check under portions:',
    oddFactor: (name, factor) => `${name}: ${factor}`,
    tables: {
      closure: 'Closures, strikes and outings',
      menu_item: 'Imported menus',
      typed_menu: 'Menus entered by hand',
      attendance: 'Attendance',
      serving: 'Dishes served',
      school_holiday: 'School holidays',
      order_override: 'Changed orders',
      order_version: 'Approved orders',
      roll_call: 'Head counts',
      diner_count: 'Classes and adults of files',
      meal_value: 'What was recorded after meals',
      weighing_campaign: 'Weighing campaigns',
      supplier_order: 'Purchase orders',
      supplier_confirmation: 'Supplier confirmations',
      enrolment: 'Enrolment',
      site_guests: 'Diners of the sites',
      portion_rule: 'Portions',
      pack_size: 'Packs',
      pack_rule: 'Minimum order in packs',
      stock: 'Stock',
    },
  },
  refusals: {
    noHistory: 'No attendance, enrolment or number of seats known before this day: no forecast is possible.',
    portionsAlone:
      'Portions are counted without diners: no order of meals. Each dish has its portions, on the sheet of the day.',
  },
};
