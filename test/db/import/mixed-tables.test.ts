import { isoOf, weekdayOfDay } from '../../../db/day.ts';
import { undoImport } from '../../../db/import/imports.ts';
import type { ImportFileOutcome } from '../../../db/import/outcome.ts';
import type { Database } from '../../../db/open.ts';
import { dump, Workbench } from '../support/database.ts';
import { generator } from '../support/random.ts';

const bench = new Workbench();
afterAll(() => bench.close());

type Random = () => number;

const below = (random: Random, count: number) => Math.floor(random() * count);
const oneOf = <T>(random: Random, values: readonly T[]): T => values[below(random, values.length)] as T;

interface Column {
  readonly title: string;
  cell(line: Line): string;
}

interface Line {
  readonly date: string;
  readonly day: number;
  readonly site: string;
  readonly served: number;
  readonly parts: readonly [number, number];
  readonly adults: number;
}

const dateTitles = [
  'Date',
  'Jour',
  'date',
  'Date repas',
  'DATE DU SERVICE',
  'Date de consommation',
  'Le',
  'Quand',
];
const siteTitles = [
  'Site',
  'École',
  'Cantine',
  'Restaurant scolaire',
  'LIEU',
  'Office',
  'Établissement',
  'Nom école',
];
const countTitles = [
  'Repas servis',
  'Réel',
  'NB REPAS',
  'Réalisé',
  'Présents',
  'Quantité',
  'Effectif réel',
  'Repas enfants',
];
const sites = ['Les Tilleuls', 'Le Pré Vert', 'Prévert', 'Jean Macé'];
const dishes = ['Poulet rôti', 'Lasagnes', 'Poisson pané', 'Omelette', 'Hachis parmentier', 'Couscous'];
const weekdayNames = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'];

/** Columns that stand beside the counts, and must not take their place. */
const besides: readonly ((random: Random) => Column)[] = [
  () => ({ title: 'Grève', cell: ({ day }) => (day % 17 === 0 ? '1' : '0') }),
  () => ({ title: 'ferie', cell: () => '0' }),
  () => ({ title: 'vacances', cell: ({ day }) => (day % 30 === 0 ? '1' : '0') }),
  () => ({ title: 'viande', cell: ({ day }) => String(day % 2) }),
  () => ({ title: 'laitage', cell: ({ day }) => String((day + 1) % 2) }),
  (random) => ({
    title: oneOf(random, ['Plat', 'Menu']),
    cell: ({ day }) => dishes[day % dishes.length] ?? '',
  }),
  () => ({ title: 'Dessert', cell: ({ day }) => ['Pomme', 'Flan', 'Yaourt'][day % 3] ?? '' }),
  () => ({ title: 'Jour de la semaine', cell: ({ day }) => weekdayNames[weekdayOfDay(day) - 1] ?? '' }),
  () => ({ title: 'Semaine', cell: ({ day }) => `S${1 + (Math.floor(day / 7) % 52)}` }),
  () => ({ title: 'Inscrits', cell: () => '112' }),
  () => ({ title: 'Absents', cell: ({ served }) => String(112 - served) }),
  () => ({ title: 'Prévus', cell: ({ served }) => String(served + 4) }),
  () => ({ title: 'Prix unitaire', cell: () => '3,45' }),
  () => ({ title: 'Montant €', cell: ({ served }) => (served * 3.45).toFixed(2).replace('.', ',') }),
  () => ({ title: 'Température', cell: ({ day }) => String(2 + (day % 3)) }),
  () => ({ title: 'Observations', cell: ({ day }) => (day % 9 === 0 ? 'Rien à signaler' : '') }),
  () => ({ title: 'Adultes', cell: ({ adults }) => String(adults) }),
  () => ({ title: 'Commentaire', cell: () => '' }),
];

interface Made {
  readonly text: string;
  readonly truth: ReadonlyMap<string, number>;
}

function lines(random: Random, withSites: boolean): readonly Line[] {
  const start = 20_332 + below(random, 200);
  const days = Array.from({ length: 8 + below(random, 20) }, (_, at) => start + at).filter(
    (day) => weekdayOfDay(day) <= 5,
  );
  const own = withSites ? sites.slice(0, 1 + below(random, 4)) : [''];
  return days.flatMap((day) =>
    own.map((site) => {
      const parts = [18 + below(random, 12), 30 + below(random, 20)] as const;
      return {
        date: isoOf(day),
        day,
        site,
        served: parts[0] + parts[1],
        parts,
        adults: 4 + below(random, 4),
      };
    }),
  );
}

function makeTable(random: Random): Made {
  const withSites = random() < 0.75;
  const rows = lines(random, withSites);
  const isFrench = random() < 0.7;
  const date = (line: Line) => (isFrench ? line.date.split('-').reverse().join('/') : line.date);
  const asParts = random() < 0.25;
  const counts: Column[] = asParts
    ? [
        { title: 'Maternelle', cell: ({ parts }) => String(parts[0]) },
        { title: 'Élémentaire', cell: ({ parts }) => String(parts[1]) },
        ...(random() < 0.5 ? [{ title: 'Total', cell: ({ served }: Line) => String(served) }] : []),
      ]
    : [{ title: oneOf(random, countTitles), cell: ({ served }) => String(served) }];
  const extra = besides.filter(() => random() < 0.2).map((make) => make(random));
  const columns: Column[] = [
    { title: oneOf(random, dateTitles), cell: date },
    ...(withSites ? [{ title: oneOf(random, siteTitles), cell: ({ site }: Line) => site }] : []),
    ...counts,
    ...extra,
  ];
  const order = random() < 0.5 ? columns : columns.toSorted(() => random() - 0.5);
  const separator = oneOf(random, [';', '\t']);
  const text = [order.map(({ title }) => title), ...rows.map((line) => order.map(({ cell }) => cell(line)))]
    .map((cells) => cells.join(separator))
    .join('\n');
  return {
    text: `${text}\n`,
    truth: new Map(rows.map(({ date: day, site, served }) => [`${day} ${site || 'Val-Fleuri'}`, served])),
  };
}

function stored(db: Database): ReadonlyMap<string, number> {
  const rows = db
    .prepare(
      'SELECT a.day, n.name, a.served FROM attendance a JOIN site_name n ON n.id = a.site_name_id WHERE a.served IS NOT NULL',
    )
    .raw()
    .all() as [number, string, number][];
  return new Map(rows.map(([day, name, served]) => [`${isoOf(day)} ${name}`, served]));
}

const inOrder = (counts: ReadonlyMap<string, number>) =>
  JSON.stringify([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** What is wrong with an import: counts lost without a word, or other counts than the file's. */
function verdict(
  truth: Made['truth'],
  counts: ReadonlyMap<string, number>,
  files: readonly ImportFileOutcome[],
): string | null {
  if (counts.size === 0) {
    const isAsked = files.some(({ questions }) => questions.some(({ blocking }) => blocking));
    const isRefused = files.every(({ kind }) => kind === null);
    return isAsked || isRefused ? null : `read as ${files.map(({ kind }) => kind).join(', ')}`;
  }
  return inOrder(counts) === inOrder(truth) ? null : 'other counts';
}

test('2,000 tables of mixed columns: none is read as a kind that loses its counts, none with other counts', () => {
  const random = generator(20_260_901);
  const db = bench.database();
  const empty = dump(db);
  const wrong: string[] = [];
  let read = 0;
  for (let at = 0; at < 2_000; at++) {
    const { text, truth } = makeTable(random);
    const { batch, files } = bench.import(
      db,
      { 'table.csv': text },
      { answers: { all: { site: 'Val-Fleuri' } } },
    );
    const counts = stored(db);
    const found = verdict(truth, counts, files);
    read += counts.size > 0 ? 1 : 0;
    if (found !== null) {
      wrong.push(`${at}: ${found}\n${text.split('\n').slice(0, 4).join('\n')}`);
    }
    if (batch !== null) {
      undoImport(db, batch);
    }
  }
  expect(dump(db)).toEqual(empty);
  expect(wrong.slice(0, 5)).toEqual([]);
  // Asking about every table would lose nothing either.
  expect(read).toBeGreaterThan(1_800);
}, 600_000);
