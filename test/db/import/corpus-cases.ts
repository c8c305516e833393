import type { ImportKind } from '../../../db/import/problem.ts';

export interface Case {
  /** `null`: the whole file is refused. */
  readonly kind: ImportKind | null;
  /** What is in the database afterwards. */
  readonly records: readonly string[];
  readonly problems?: readonly string[];
  /** What the report names, where the file holds several. */
  readonly files?: readonly string[];
}

/** The three records that most files hold, each in its own way of writing. */
export const three = [
  'Jean Jaurès E 2018-09-03 served 118 planned 120',
  'Jean Jaurès E 2018-09-14 served 1204 planned 1210',
  'École du Château M 2018-09-03 served 45 planned -',
];
/** Without any site on record, those of a file may be created. */
const offered = 'warning - table-question -';
export const same: Case = { kind: 'attendance', records: three };
const rename = (change: (name: string) => string): Case => ({
  kind: 'attendance',
  records: three.map((line) =>
    line.replace(/^(.+) ([EM]) 2018/, (_, name, kind) => `${change(name)} ${kind} 2018`),
  ),
});
const jaures = (date: string, served: number | '-', planned: number | '-' = 120) =>
  `Jean Jaurès E ${date} served ${served} planned ${planned}`;
const dish = (date: string, rank: number, course: string, name: string, choice: number | '-' = '-') =>
  `${date} ${rank} ${course} ${name} ${choice}`;
const official = ['B 2017 toussaint 2017-10-21 2017-11-05', 'B 2017 ete 2018-07-07 2018-09-02'];

/** Each text file of the folder, and what importing it must give. */
export const cases: Readonly<Record<string, Case>> = {
  'portions.csv': {
    kind: 'portions',
    records: [
      'dish hachis parmentier | Hachis parmentier g 180 250 275 - 1.1764705882352942',
      'dish œufs durs | Œufs durs piece 1 1.5 2 2 -',
      'dish potage | Potage ml 150 200 250 250 -',
      'dish riz au lait | Riz au lait g 100 100 110 - 1.1111111111111112',
    ],
  },
  'portions-bad.csv': {
    kind: 'portions',
    records: ['dish fish | Fish g 50 70 110 110 1.1111111111111112', 'dish !! | !! g 1 1 1 1 -'],
    problems: [
      'refused 3 conflicting-rows Fish',
      'refused 4 unknown-unit pound',
      'refused 5 negative-amount -20',
      'refused 6 invalid-amount 30-40',
      'refused 7 invalid-loss 95',
      'refused 8 no-amount -',
      'refused 9 amount-too-large 25000',
      'refused 11 missing-value -',
    ],
  },
  'packs.csv': {
    kind: 'packs',
    records: [
      'dish hachis parmentier - 0 0 | GN 1/3 - - 8 6 - 4 -',
      'dish riz Épicerie du Val 2 1 | Sac 20 kg g 20000 - - - - 22',
      'dish riz Épicerie du Val 2 1 | Sac 5 kg g 5000 - - - - 6.4',
    ],
    problems: ['refused 5 negative-price -9', 'warning - suppliers-made -'],
  },
  'comma.csv': same,
  'semicolon.csv': same,
  'tab.tsv': same,
  'pipe.txt': same,
  'crlf.csv': same,
  'cr.csv': same,
  'mixed-newlines.csv': same,
  'no-final-newline.csv': same,
  'utf8-bom.csv': same,
  'windows-1252.csv': same,
  'utf16le-bom.csv': same,
  'utf16be-bom.csv': same,
  'utf16le-bare.csv': same,
  'utf16be-bare.csv': same,
  'decomposed.csv': same,
  'quoted.csv': same,
  'quoted-separator.csv': rename((name) => `${name}, salle A`),
  'quoted-newline.csv': rename((name) => `${name} (rue du Port)`),
  'doubled-quotes.csv': rename((name) => `Le "${name}"`),
  'stray-quote.csv': {
    kind: 'attendance',
    records: [...three, '"Le Port E 2018-09-03 served 19 planned 20'],
  },
  'blank-lines.csv': same,
  'banner.csv': same,
  'banner-one-cell.csv': same,
  'total.csv': {
    ...same,
    problems: ['warning 5 total-left-out Total', 'warning 6 total-left-out TOTAL GÉNÉRAL'],
  },
  'footer.csv': { ...same, problems: ['warning 6 note-left-out Édité le 15/09/2018 à 10:32'] },
  'extra-columns.csv': same,
  'trailing-separator.csv': same,
  'column-order.csv': same,
  'spaces.csv': same,
  'nbsp.csv': same,
  'header-french.csv': same,
  'header-english.csv': same,
  'header-capitals.csv': same,
  'fusion.csv': { ...same, problems: ['refused 5 not-lunch GOUTER'] },
  'kind-words.csv': same,
  'no-kind.csv': {
    kind: 'attendance',
    records: [
      'Jean Jaurès - 2018-09-03 served 118 planned -',
      'Jean Jaurès - 2018-09-14 served 1204 planned -',
      'École du Château - 2018-09-03 served 45 planned -',
    ],
  },
  'date-french.csv': same,
  'date-french-short.csv': same,
  'date-dashes.csv': same,
  'date-dots.csv': same,
  'date-american.csv': same,
  'date-serial.csv': same,
  'date-words.csv': same,
  'date-abbreviated.csv': same,
  'date-time.csv': same,
  'date-french-time.csv': same,
  'date-utc.csv': same,
  'date-offset.csv': same,
  'date-compact.csv': same,
  'date-unsure.csv': {
    kind: 'attendance',
    records: [jaures('2018-09-03', 118), jaures('2018-09-04', 1204, 1210)],
    problems: ['warning - day-month-unsure -'],
  },
  // Day first, two of the seven would be weekends; month first, none is.
  'date-month-first-hidden.csv': {
    kind: 'attendance',
    records: ['03', '04', '06', '07', '10', '11', '12'].map((day) => jaures(`2018-09-${day}`, 118)),
  },
  'date-mixed.csv': {
    kind: 'attendance',
    records: [jaures('2018-09-13', 118), jaures('2018-09-14', 118), jaures('2018-09-17', 118)],
    problems: ['warning - dates-in-both-orders -'],
  },
  'thousands-space.csv': same,
  'thousands-thin.csv': same,
  'thousands-apostrophe.csv': same,
  'decimals.csv': same,
  'thousands-unsure.csv': {
    kind: 'attendance',
    records: [three[0], three[2]],
    problems: ['refused 3 ambiguous-count 1.204'],
  },
  'missing-marks.csv': {
    kind: 'attendance',
    records: [
      ...['03', '04', '06', '07', '10'].map((day) => jaures(`2018-09-${day}`, '-')),
      jaures('2018-09-11', 118),
    ],
    problems: ['warning - counts-empty -'],
  },
  'menus-long.csv': {
    kind: 'menus',
    records: [
      dish('2018-09-03', 1, '-', 'Melon'),
      dish('2018-09-03', 2, '-', 'Hachis Parmentier*'),
      dish('2018-09-04', 1, '-', 'Tomates', 1),
      dish('2018-09-04', 2, '-', 'Concombres', 1),
    ],
  },
  'menus-nantes.csv': {
    kind: 'menus',
    records: [dish('2018-09-03', 1, '-', 'Crêpe au fromage'), dish('2018-09-03', 2, '-', 'Mâche')],
  },
  'menus-wide.csv': {
    kind: 'menus',
    records: [
      dish('2018-09-03', 1, 'starter', 'Melon'),
      dish('2018-09-03', 2, 'main', 'Rôti de dinde', 1),
      dish('2018-09-03', 3, 'main', 'Omelette', 1),
      dish('2018-09-03', 4, 'side', 'Petits pois'),
      dish('2018-09-03', 5, 'dairy', 'Camembert'),
      dish('2018-09-03', 6, 'dessert', 'Pomme'),
      dish('2018-09-14', 1, 'main', 'Poisson pané'),
      dish('2018-09-14', 2, 'side', 'Épinards'),
      dish('2018-09-14', 3, 'dessert', 'Flan'),
    ],
  },
  'menus-scdl-1.3.csv': {
    kind: 'menus',
    records: [dish('2018-09-03', 1, 'starter', 'Melon'), dish('2018-09-03', 2, 'main', 'Omelette')],
    problems: ['refused 4 not-lunch goûter'],
  },
  'menus-scdl-1.2.csv': {
    kind: 'menus',
    records: [dish('2018-09-03', 1, 'dairy', 'Yaourt'), dish('2018-09-03', 2, 'bread', 'Pain bio')],
  },
  'menus-fusion.csv': {
    kind: 'menus',
    records: [dish('2018-09-03', 1, '-', 'Melon'), dish('2018-09-03', 2, '-', 'Hachis Parmentier')],
    problems: ['warning - day-month-unsure -'],
  },
  'wide-sites.csv': {
    kind: 'attendance',
    records: [
      'Jean Jaurès - 2018-09-03 served 118 planned -',
      'Jean Jaurès - 2018-09-14 served 1204 planned -',
      'École du Château - 2018-09-03 served 45 planned -',
      'École du Château - 2018-09-17 served - planned -',
    ],
    problems: [
      'warning 7 total-left-out Total',
      'warning - marks-found -',
      'warning - sites-in-columns -',
      'warning - sums-left-out -',
    ],
  },
  'wide-dishes.csv': {
    kind: 'servings',
    records: [
      'Jean Jaurès 2018-09-03 Hachis Parmentier served 98 prepared - left -',
      'Jean Jaurès 2018-09-03 Omelette served 20 prepared - left -',
      'Jean Jaurès 2018-09-03 Fromage served 30 prepared - left -',
      'Jean Jaurès 2018-09-14 Omelette served 1104 prepared - left -',
    ],
    problems: [
      offered,
      ...[2, 2, 2, 3].map((line) => `asked ${line} site-unknown Jean Jaurès`),
      'refused 4 invalid-count épuisé',
      'warning 5 total-left-out Total',
      'warning - dishes-in-columns -',
      'warning - sums-left-out -',
    ],
  },
  'wide-counts.csv': {
    kind: 'attendance',
    records: ['Jean Jaurès - 2018-09-03 served 118 planned 120'],
    problems: ['warning - day-month-unsure -'],
  },
  'wide-meals.csv': {
    ...same,
    records: three.map((line) => line.replace(/planned .*/, 'planned -')),
    problems: ['warning - meals-left-out -'],
  },
  'wide-meals-planned.csv': {
    kind: 'attendance',
    records: [
      'Jean Jaurès - 2018-09-03 served 118 planned 120',
      'Jean Jaurès - 2018-09-14 served 97 planned 99',
    ],
    problems: ['warning - meals-left-out -'],
  },
  'wide-dishes-type.csv': {
    kind: 'servings',
    records: [
      'Jean Jaurès 2018-09-14 Melon served 40 prepared - left -',
      'Jean Jaurès 2018-09-14 Omelette servie froide served 52 prepared - left -',
    ],
    problems: [
      offered,
      ...[2, 2].map((line) => `asked ${line} site-unknown Jean Jaurès`),
      'warning - dishes-in-columns -',
    ],
  },
  'wide-meals-english.csv': {
    kind: 'attendance',
    records: ['Jean Jaurès - 2018-09-03 served 118 planned -', 'Jean Jaurès - 2018-09-14 served - planned -'],
    problems: ['warning - meals-left-out -'],
  },
  'wide-meals-no-site.csv': { kind: 'attendance', records: [], problems: ['asked - table-question -'] },
  'wide-guests.csv': { kind: 'attendance', records: [], problems: ['asked - table-question -'] },
  'menus-city.csv': {
    kind: 'menus',
    records: [
      dish('2018-09-03', 1, 'starter', 'Melon', 1),
      dish('2018-09-03', 2, 'starter', 'Pastèque', 1),
      dish('2018-09-03', 3, 'main', 'Rôti de dinde', 2),
      dish('2018-09-03', 4, 'main', 'Omelette', 2),
      dish('2018-09-03', 5, 'side', 'Petits pois'),
      dish('2018-09-03', 6, 'dairy', 'Camembert'),
      dish('2018-09-03', 7, 'dessert', 'Pomme'),
    ],
  },
  'enrolment.csv': {
    kind: 'enrolment',
    records: ['JEAN JAURÈS 2018 245', 'JEAN JAURÈS 2019 250', 'JEAN JAURÈS 2020 251'],
    problems: [offered, ...[2, 3, 4].map((line) => `asked ${line} school-unknown JEAN JAURÈS`)],
  },
  'enrolment-bad.csv': {
    kind: 'enrolment',
    records: ['JEAN JAURÈS 2018 250'],
    problems: [
      offered,
      'refused 2 unknown-school-year 2018-2020',
      'refused 3 unknown-school-year CM2',
      'asked 4 school-unknown JEAN JAURÈS',
      'refused 5 conflicting-rows 251',
      'refused 6 missing-value -',
    ],
  },
  'sites.csv': {
    kind: 'sites',
    records: ['Jean Jaurès E Nord 120', 'Le Port M/E - -'],
    problems: ['refused 4 missing-value -'],
  },
  'strikes.csv': { kind: 'closures', records: ['2018-09-13 strike - - -', '2018-09-14 strike - - -'] },
  'strikes-swapped.csv': {
    kind: 'closures',
    records: ['2018-09-08 strike - - -', '2018-09-13 strike - - -', '2018-10-06 strike - - -'],
    problems: ['warning - dates-on-weekend -'],
  },
  'closures.csv': {
    kind: 'closures',
    records: ['2018-09-13 outing Jean Jaurès 24 2018-09-01', '2018-09-14 closure - - -'],
    problems: ['asked 2 site-unknown Jean Jaurès', 'refused 4 unknown-closure Carnaval'],
  },
  'strike-marks.csv': { kind: 'closures', records: ['2018-09-13 strike - - -'] },
  'servings.csv': {
    kind: 'servings',
    records: [
      'Jean Jaurès 2018-09-03 Melon served 98 prepared 110 left 12',
      'Jean Jaurès 2018-09-03 Omelette served 81 prepared - left -',
    ],
    problems: [offered, ...[2, 3, 4].map((line) => `asked ${line} site-unknown Jean Jaurès`)],
  },
  'production-record.csv': {
    kind: 'servings',
    records: ['Lincoln 2018-09-03 Pizza served 118 prepared 130 left 12'],
    problems: [offered, 'asked 2 site-unknown Lincoln'],
  },
  'holidays-official-utc.csv': {
    kind: 'holidays',
    records: official,
    problems: ['warning - other-population-left-out -'],
  },
  'holidays-official-local.csv': { kind: 'holidays', records: official },
  'holidays-official-dates.csv': { kind: 'holidays', records: official },
  'holidays-bad.csv': {
    kind: 'holidays',
    records: [],
    problems: ['refused 2 end-before-start 2018-01-06'],
  },
};
