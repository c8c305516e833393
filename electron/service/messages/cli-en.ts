import { domainWords } from '../../api/domain-words.ts';
import { backupCommands, backups, record } from './cli-backups-en.ts';
import { calendarCommands, calendarWords, days as serviceDays } from './cli-calendar-en.ts';
import type { cli as french } from './cli-fr.ts';
import { libraryCommands, libraryWords } from './cli-library-en.ts';
import { lowDaysCommands, lowDaysWords } from './cli-low-days-en.ts';
import { orderCommands, orders } from './cli-orders-en.ts';
import { serve } from './cli-serve-en.ts';
import { dishBacktest } from './dish-backtest-en.ts';
import { formatNumber, plural } from './format.ts';
import { impactCommands } from './impact-en.ts';
import { weighCommands } from './weighings-en.ts';

const number = (value: number) => formatNumber(value, 'en');
const rows = (count: number) => `${number(count)} ${plural(count, 'en', 'row', 'rows')}`;
const days = (count: number) => `${number(count)} ${plural(count, 'en', 'recorded day', 'recorded days')}`;

const period = { '--from DATE': 'first day, YYYY-MM-DD', '--to DATE': 'last day, YYYY-MM-DD' };
const serviceLevel = {
  '--service-level Q': 'share of days without a missing meal, 0.50 to 0.95',
  '--costs M/W': 'or the cost of a missing / of a wasted meal, such as 5.80/1.45',
};

/** Texts of the command line, English. */
export const cli: typeof french = {
  colon: ':',
  percent: (share) => `${number(share * 100)}%`,
  usage: (program, rest) => `Usage: ${program} ${rest}`,
  commandWord: 'COMMAND [options]',
  commonOptions: 'Common options:',
  common: {
    '--data FOLDER': 'folder of the data (by default the app’s own)',
    '--json': 'the answer as JSON on standard output, all else on standard error',
    '--lang fr|en': 'language of the texts',
    '--help': 'this help',
  },
  moreHelp: 'Help on one command: bonne-mesure COMMAND --help',
  exitCodes: 'Exit code: 0 done; 1 done, but some rows or sites were refused (listed); 2 nothing done.',
  commands: {
    import: {
      summary: 'Import files, in any order.',
      line: 'FILE… [--kind KIND | --mapping MAPPING.json] [--site NAME] [--answer QUESTION=ANSWER]… [--remember] [--dry-run]',
      options: {
        '--kind KIND':
          'attendance, menus, enrolment, servings, site-names, sites, school-names, holidays, closures, portions, packs',
        '--mapping MAPPING.json': 'kind, columns (from 0), encoding, date order… of these files',
        '--answer QUESTION=ANSWER':
          'lines=sum|first, sheets=sum|sites, twins=sum|first, year=2025-2026, marks=yes|no, dish-list=yes|no, new-sites=yes|no, adults=with|without, site-column=HEADER, count-column=HEADER; return sheets: conflict=file|mine, day=DATE',
        '--site NAME': 'the site of these files, where no column names it',
        '--remember': 'read the next files with these headers the same way',
        '--dry-run': 'read and report without writing anything',
      },
    },
    imports: { summary: 'List the imports.', line: '', options: {} },
    questions: {
      summary: 'List unknown names, whose rows are waiting.',
      line: '',
      options: {},
    },
    counts: {
      summary: 'List the unlikely numbers of meals that are waiting, accept them or leave them out.',
      line: '[--site SITE] [--date DATE] [--take | --aside]',
      options: {
        '--site SITE': 'those of this site',
        '--date DATE': 'the one of this day (YYYY-MM-DD)',
        '--take': 'accept them as they are',
        '--aside': 'leave them out for good',
      } as Record<string, string>,
    },
    answer: {
      summary: 'Identify a waiting name.',
      line: 'NUMBER (--site SITE | --followers SITES | --new | --open) [--kind site|school]',
      options: {
        '--site SITE': 'it is this site (name or number)',
        '--followers SITES': 'these sites, separated by semicolons, follow these menus',
        '--new': 'it is a new site',
        '--open': 'no answer: its rows stay, or go back to, waiting',
        '--kind site|school': 'name of a site or of a school, when the number is not enough',
      },
    },
    profiles: {
      summary: 'List, export, remove import profiles.',
      line: '[--remove NUMBER | --export FILE | --import FILE]',
      options: {
        '--remove NUMBER': 'remove this one',
        '--export FILE': 'write them into a JSON file',
        '--import FILE': 'import those of another computer',
      } as Record<string, string>,
    },
    undo: { summary: 'Undo an import.', line: 'IMPORT', options: {} },
    plan: {
      summary: 'Forecast and order, per site and day.',
      line: '--from DATE --to DATE [--as-of DATE] [--dishes] [--service-level Q | --costs M/W]',
      options: {
        ...period,
        '--as-of DATE': 'last known day (by default today or the day before the first)',
        '--dishes': 'also the quantities by dish: portions, weight, packs, rounding',
        ...serviceLevel,
      },
    },
    backtest: {
      summary: 'Test the model on a past period and measure the errors.',
      line: '--from DATE --to DATE (--lead N | --rules) [--dishes] [--service-level Q | --costs M/W] [--out FILE.csv]',
      options: {
        ...period,
        '--lead N': 'days between the last known day and the day served',
        '--rules': 'each site’s order rule sets what was known (--lead, or 7, without a rule)',
        ...serviceLevel,
        '--dishes': dishBacktest.option,
        '--out FILE.csv': 'write one line per site and day',
      },
    },
    ...backupCommands,
    ...libraryCommands,
    ...lowDaysCommands,
    ...calendarCommands,
    ...impactCommands,
    ...weighCommands,
    ...orderCommands,
    rules: {
      summary: 'List or change the order rules.',
      line: '[--site SITE] [--days N --at HH:MM | --rule JSON]',
      options: {
        '--site SITE': 'name or number of the site (by default all that have no rule of their own)',
        '--days N --at HH:MM': 'ordered N days before, at this time',
        '--rule JSON': 'a weekly rule, as orderRules.save takes it; null removes the rule',
      },
    },
    export: {
      summary: 'Write records, orders, production or deliveries as a table, or return sheets.',
      line: '--kind attendance|menus|servings|enrolment|sites|site-names|school-names|closures|packs|portions --out FILE.(csv|xlsx), or --kind model --out FILE.xlsx, or --kind supplier|kitchen|delivery --from DATE --to DATE [--kitchen N] [--service-level Q | --costs M/W] [--sent | --corrections] --out FILE.(xlsx|csv|pdf|html), or --kind return-sheet [--site SITE] --from DATE --to DATE --out FILE.(xlsx|zip)',
      options: {
        '--kind KIND':
          'a kind of records, model: a workbook to fill in, or supplier: purchase orders; kitchen: production; delivery: deliveries by site',
        ...period,
        '--kitchen N': 'number of the kitchen (by default all)',
        '--site SITE': 'the return sheet of this site; without it, an archive of all sites',
        ...serviceLevel,
        '--sent': 'mark the purchase orders as sent',
        '--corrections': 'the corrections since they were sent, marked as sent',
        '--out FILE': 'the file to write; its ending chooses the format',
      },
    },
    reconcile: {
      summary: 'Compare suppliers’ replies with the purchase orders.',
      line: 'FILE… [--confirm]',
      options: { '--confirm': 'accept these quantities: the production sheet shows what will be short' },
    },
    portions: {
      summary: 'List the portions in force, or change a purchase factor.',
      line: '[--food FOOD | --dish DISH --factor N]',
      options: {
        '--food FOOD': 'a food of the list',
        '--dish DISH': 'a dish of the menus',
        '--factor N': 'raw weight to buy for 1 served, from 0.3 to 4; empty, the default',
      },
    },
    sheet: {
      summary: 'Write the sheet of one day.',
      line: '--date DATE [--kind production|delivery|roll-call] [--site SITE | --kitchen N] [--service-level Q | --costs M/W] --out FILE.(html|pdf|csv|xlsx)',
      options: {
        '--date DATE': 'the day, YYYY-MM-DD',
        '--kind KIND':
          'production: quantities by dish; delivery: delivery notes; roll-call: head count (by default the orders of the day)',
        '--site SITE': 'name or number of the site (by default all)',
        '--kitchen N': 'number of the kitchen, and all its sites',
        ...serviceLevel,
        '--out FILE': 'the file to write; its ending chooses the format',
      },
    },
    sample: {
      summary: 'Open the sample canteens in an empty data folder.',
      line: '',
      options: {},
    },
    serve: {
      summary: 'Open Bonne Mesure in this computer’s browser.',
      line: '[--port N] [--open]',
      options: {
        '--port N': 'port to listen on (by default a free one)',
        '--open': 'open the browser',
      },
    },
    check: {
      summary: 'Check the data.',
      line: '[--remove-impossible]',
      options: {
        '--remove-impossible':
          'remove what is on record for a day outside 1990–2069, or in an amount that cannot be meant',
      },
    },
  },
  stages: {
    read: 'Reading the files',
    write: 'Writing',
    load: 'Reading the data',
    fit: 'Fitting the model',
    forecast: 'Forecasting',
    backtest: 'Testing on the past',
    copy: 'Copying the data',
    check: 'Checking the data',
  },
  unknownCommand: (name, known) =>
    `The command “${name}” does not exist. Commands: ${known.join(', ')}.\nNothing was done. Help: bonne-mesure --help`,
  unknownOption: (option) => `The option ${option} does not exist. Nothing was done.`,
  badOption: (option) => `The option ${option} cannot be used like this. Nothing was done.`,
  unknownLanguage: (language) => `Unknown language: ${language}. Choose fr or en.`,
  missingOption: (option) => `The option ${option} is missing. Nothing was done.`,
  missingWord: 'A name or number is missing after the command. Nothing was done.',
  extraWord: (word) => `“${word}” is one word too many. Nothing was done.`,
  notANumber: (option, value) => `${option}: “${value}” is not a number. Nothing was done.`,
  badCosts: (value) => `--costs: “${value}” is not two costs, such as 5.80/1.45. Nothing was done.`,
  notAnImport: (word) => `“${word}” is not the number of an import. Nothing was done.`,
  seeHelp: (name) => `Help: bonne-mesure ${name} --help`,
  written: (file) => `Written: ${file}`,
  counts: {
    read: 'Read',
    imported: 'New',
    updated: 'Updated',
    unchanged: 'Unchanged',
    refused: 'Refused',
    asked: 'Waiting',
  },
  import: {
    answerWith: 'Answer:',
    number: 'No.',
    at: 'Date',
    file: 'File',
    files: 'Files',
    kind: 'Content',
    notRecognised: 'not recognised',
    lines: (count) => plural(count, 'en', 'line', 'lines'),
    ofRows: (count, reason) => `${rows(count)}: ${reason}`,
    value: (value) => `“${value}”`,
    more: (count) => `and ${number(count)} more, --json gives all`,
    dryRun: 'Dry run: nothing was written.',
    withoutMeals: (empty, marked) =>
      `Among the new ones, without meals: ${number(empty)} empty, ${number(marked)} with a mark (strike, closed…).`,
    nothingNew: 'Nothing has changed in the data.',
    done: (batch) => `Import ${batch} saved. To undo it: bonne-mesure undo ${batch}`,
    none: 'No imports.',
  },
  undone: ({ batch, restored, kept }) =>
    `Import ${batch} undone: ${rows(restored)} restored${kept > 0 ? `; ${rows(kept)} left as they are, because a later import changed them` : ''}.`,
  keptSites: (sites) =>
    `${sites.length === 1 ? 'This site stays' : 'These sites stay'}, because of what was entered for ${sites.length === 1 ? 'it' : 'them'}: ${sites.join(', ')}.`,
  keptOrders: (sites) =>
    `Orders are not lost: they return if a site takes this name again: ${sites.join(', ')}.`,
  plan: {
    site: 'Site',
    kind: 'Type',
    order: 'Order',
    expected: 'Expected',
    range: 'Likely range',
    flags: 'Good to know',
    total: 'Total',
    deadline: 'Order before',
    noRows: 'No site to forecast.',
    noSites: 'No site is known. Import your files, or open the sample: bonne-mesure sample',
    refused: 'Sites without a forecast:',
    heading: (asOf, level) =>
      `Forecast with what was known on ${asOf}, service level ${number(level * 100)}%.`,
  },
  flags: domainWords.en.flags,
  backtest: {
    forecast: 'Forecast',
    forecasts: {
      model: 'Model (mean)',
      median: 'Model (median)',
      order: 'Model (order)',
      staff: 'Staff',
      sameWeekday1: 'Last same weekday',
      sameWeekday4: '4-week average',
    },
    measures: {
      mae: 'Error',
      wape: 'Error %',
      over: 'Surplus %',
      under: 'Shortage %',
      shortDays: 'Short days %',
      bias: 'Bias %',
    },
    heading: (from, to, lead, origins) =>
      `${from} to ${to}, ${number(lead)} ${plural(lead, 'en', 'day', 'days')} ahead, ${number(origins)} fits.`,
    byRules: (from, to, lead, origins) =>
      `${from} to ${to}, by the order rules (without one, ${number(lead)} ${plural(lead, 'en', 'day', 'days')} ahead), ${number(origins)} fits.`,
    range: (promised, inside) => `${promised}%: ${inside}%`,
    coverage: (ranges) => `Served within the ranges of ${ranges}.`,
    leftOut: (left) =>
      `Left out: strikes ${days(left.strike)}, closures ${days(left.closure)}, no staff figure ${days(left.noStaff)}.`,
  },
  orders,
  backups,
  library: libraryWords,
  lowDays: lowDaysWords,
  calendar: calendarWords,
  days: serviceDays,
  record,
  rules: {
    none: 'No order rule.',
    between: '; ',
    allSites: 'All other sites',
    lead: (days, at) =>
      days === 0
        ? `the same day before ${at}`
        : `${number(days)} ${plural(days, 'en', 'day', 'days')} before, ${at}`,
    weekly: (weekday, at, serves, weeks) =>
      `${weekday} ${at} for ${serves}${weeks > 0 ? ` (${number(weeks)} ${plural(weeks, 'en', 'week', 'weeks')} before)` : ''}`,
    notJson: 'The rule is not readable JSON. Nothing was done.',
    oneWay: 'Give --days with --at, or --rule alone. Nothing was done.',
  },
  sheet: {
    unknownFormat: (file, formats) =>
      `${file}: the format is unknown. End the name with .${formats.join(', .')}.`,
    severalSites: (asked, found) => `Several sites match “${asked}”: ${found.join(', ')}. Give the number.`,
  },
  sampleLoaded: (folder) => `The sample canteens are ready in ${folder}`,
  check: {
    ok: (folder, version) => `The data in ${folder} is in good order (schema ${version}).`,
    unlikely: 'Unlikely numbers of meals (nothing was changed):',
    findings: 'To look at:',
    removed: (count) =>
      count === 0
        ? 'Nothing to remove.'
        : `${formatNumber(count, 'en')} ${plural(count, 'en', 'row', 'rows')} removed.`,
  },
  serve,
};
