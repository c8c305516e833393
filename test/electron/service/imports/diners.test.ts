import { join } from 'node:path';
import { openDatabase } from '../../../../db/open.ts';
import type { ImportFileReport, Language } from '../../../../electron/api/records.ts';
import { databaseFile } from '../../../../electron/service/context/data-folder.ts';
import { dump } from '../../../db/support/database.ts';
import { temporaryFolder, writeUnder } from '../../../support/temporary-folder.ts';
import { type WorkbookSheet, xlsx } from '../../../support/xlsx.ts';
import { servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);

type Cell = string | number;
interface Meal {
  readonly date: string;
  readonly M: number;
  readonly E: number;
  readonly A: number;
}
const meals: readonly Meal[] = [1, 2, 4, 5, 8, 9, 11, 12, 15, 16, 18, 19].map((day, at) => ({
  date: `2025-09-${String(day).padStart(2, '0')}`,
  M: 18 + ((at * 5) % 7),
  E: 34 + ((at * 3) % 11),
  A: 3 + ((at * 2) % 4),
}));
const site = 'Les Tilleuls';
const text = (rows: readonly (readonly Cell[])[]) => rows.map((row) => row.join(';')).join('\n');
const wide = (titles: string, cells: (meal: Meal, at: number) => readonly Cell[]) =>
  text([titles.split(';'), ...meals.map((meal, at) => [meal.date, site, ...cells(meal, at)])]);
const long = (titles: string, names: readonly string[], counts: (meal: Meal) => readonly number[]) =>
  text([
    titles.split(';'),
    ...meals.flatMap((meal) => counts(meal).map((count, at) => [meal.date, site, names[at] ?? '', count])),
  ]);

let made = 0;
async function imported(
  content: string | Buffer,
  answers: Readonly<Record<string, string>> = {},
  language: Language = 'fr',
) {
  const name = `diners-${++made}`;
  const service = serviceOn(name);
  const path = writeUnder(folder, `${name}.${typeof content === 'string' ? 'csv' : 'xlsx'}`, content);
  const { ticket } = await service.registerFile(path, path);
  const run = await service.call(
    'imports.run',
    { tickets: [ticket], answers: { all: answers } },
    { language },
  );
  if (!run.ok) throw new Error(run.error.message);
  return { name, service, batch: run.value.batch, file: run.value.files[0] };
}
type Imported = Awaited<ReturnType<typeof imported>>;

async function dayOf({ service }: Imported, date: string) {
  const rows = await value(service, 'records.day', { date });
  const row = rows.find((one) => one.site === site);
  return { children: row?.children, served: row?.served, entered: row?.entered };
}

const codesOf = (file: ImportFileReport) => file.groups.map(({ code }) => code);
const reasonOf = (file: ImportFileReport, code: string) =>
  file.groups.find((group) => group.code === code)?.reason;

async function expectDays(found: Imported, of: (meal: Meal) => Readonly<Record<string, number>>) {
  for (const meal of [meals[0], meals[7]] as readonly Meal[]) {
    expect(await dayOf(found, meal.date)).toEqual({
      children: meal.M + meal.E,
      served: of(meal),
      entered: null,
    });
  }
}
const all = ({ M, E, A }: Meal) => ({ M, E, A });
const adults = ({ A }: Meal) => ({ A });

test('columns of adults that are kept are columns that are read; planned ones are not', async () => {
  const { file } = await imported(
    wide('Date;Site;Enfants;Prévu adultes;Servi adultes', ({ M, E, A }) => [M + E, 9, A]),
  );
  const columns = file?.columns.map(({ name, field, because }) => [name, field, because]);
  expect(columns?.slice(3)).toEqual([
    ['Prévu adultes', null, 'adults-apart'],
    ['Servi adultes', null, 'adults-kept'],
  ]);
});

test.each<[string, string, typeof all | typeof adults]>([
  ['wide', wide('Date;Cantine;Maternelle;Élémentaire;Adultes', ({ M, E, A }) => [M, E, A]), all],
  [
    'short titles and the children in one',
    wide('Date;Cantine;Mat.;Élém.;Total enfants;Ad.', ({ M, E, A }) => [M, E, M + E, A]),
    all,
  ],
  [
    'a total of children and adults',
    wide('Date;Cantine;Maternelles;Élémentaires;Commensaux;Total', ({ M, E, A }) => [M, E, A, M + E + A]),
    all,
  ],
  ['English', wide('Date;School;Nursery;Primary;Staff', ({ M, E, A }) => [M, E, A]), all],
  ['children and adults', wide('Date;Site;Enfants;Adultes', ({ M, E, A }) => [M + E, A]), adults],
  [
    'two kinds of adults and their sum',
    wide('Date;Site;Enfants;Enseignants;Agents;Total adultes;Total repas', ({ M, E, A }) => [
      M + E,
      A - 1,
      1,
      A,
      M + E + A,
    ]),
    adults,
  ],
  [
    'adults within the covers',
    wide('Date;Site;Couverts;dont adultes', ({ M, E, A }) => [M + E + A, A]),
    adults,
  ],
  [
    'planned and served',
    wide('Date;Site;Prévu mat;Prévu élém;Prévu adultes;Servi mat;Servi élém;Servi adultes', ({ M, E, A }) => [
      20,
      40,
      9,
      M,
      E,
      A,
    ]),
    all,
  ],
  [
    'classes with the sum of each level',
    wide('Date;Site;PS;GS;Total mat;CP;CE1-CE2;CM2;Total élém;Personnel;Total', ({ M, E, A }) => [
      5,
      M - 5,
      M,
      10,
      8,
      E - 18,
      E,
      A,
      M + E + A,
    ]),
    all,
  ],
  [
    'a line for each class',
    long('Date;Cantine;Classe;Présents', ['GS', 'CP', 'CE1-CE2', 'Agents'], ({ M, E, A }) => [
      M,
      E - 20,
      20,
      A,
    ]),
    all,
  ],
  [
    'a line for each, and one for all',
    long('Date;Site;Groupe;Repas', ['Mat', 'Élém', 'Adultes', 'Total'], ({ M, E, A }) => [
      M,
      E,
      A,
      M + E + A,
    ]),
    all,
  ],
  [
    'a line for each kind of diners',
    long('Date;Site;Convives;Repas', ['Maternelle', 'Élémentaire', 'Adultes'], ({ M, E, A }) => [M, E, A]),
    all,
  ],
  [
    'a line for each kind, a column for each day',
    text([
      ['Cantine', 'Convives', ...meals.map(({ date }) => date)],
      ...(['M', 'E', 'A'] as const).map((one) => [
        site,
        { M: 'Maternelle', E: 'Élémentaire', A: 'Adultes' }[one],
        ...meals.map((meal) => meal[one]),
      ]),
    ]),
    all,
  ],
  [
    'adults of two kinds, one with two words',
    wide('Date;Site;Servis;Personnel communal;Enseignants', ({ M, E, A }) => [M + E, A - 1, 1]),
    adults,
  ],
  [
    'columns of each site',
    text([
      ['Date', `${site} enfants`, `${site} adultes`, 'Pré Vert enfants', 'Pré Vert adultes', 'Total adultes'],
      ...meals.map(({ date, M, E, A }) => [date, M + E, A, M, A + 1, 2 * A + 1]),
    ]),
    adults,
  ],
  [
    'columns of each class at each site, the site above',
    text([
      ['', site, '', '', '', 'Le Pré Vert', '', '', ''],
      ['Date', 'Mat', 'Elem', 'Ad', 'Total', 'Mat', 'Elem', 'Ad', 'Total'],
      ...meals.map(({ date, M, E, A }) => [date, M, E, A, M + E + A, E, M, A, M + E + A]),
    ]),
    all,
  ],
  [
    'lines of children and of adults',
    long('Date;Site;Catégorie;Nombre de repas', ['Enfants', 'Adultes'], ({ M, E, A }) => [M + E, A]),
    adults,
  ],
])('classes and adults of a file are kept beside the children: %s', async (_, content, of) => {
  const found = await imported(content, { lines: 'sum' });
  expect(codesOf(found.file)).toContain('diners-kept');
  expect(codesOf(found.file)).not.toContain('total-differs');
  await expectDays(found, of);
});

test('types of site stay sites of their own: under such a title, or where one has adults alone', async () => {
  const typed = ['Maternelle', 'Élémentaire', 'Adultes'];
  for (const content of [
    long('Date;Site;Type;Servis', typed, ({ M, E, A }) => [M, E, A]),
    `${long('Date;Site;Catégorie;Servis', typed, ({ M, E, A }) => [M, E, A])}\n2025-09-01;Mairie;Adultes;12`,
  ]) {
    const found = await imported(content, { lines: 'sum' });
    const sites = await value(found.service, 'sites.list', {});
    expect(sites.filter(({ name }) => name === site).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['M', 'E', 'A']),
    );
    expect(codesOf(found.file)).not.toContain('diners-kept');
  }
});

const sheet = (name: string, count: (meal: Meal) => number): WorkbookSheet => ({
  name,
  rows: [['Date', 'Repas'], ...meals.map((meal) => [meal.date, count(meal)])],
});

test('so are those of sheets: each class, adults', async () => {
  const book = xlsx([
    sheet('Maternelle', ({ M }) => M),
    sheet('Élémentaire', ({ E }) => E),
    sheet('Adultes', ({ A }) => A),
  ]);
  await expectDays(await imported(book, { sheets: 'sum', site }), all);
  const two = xlsx([sheet('Enfants', ({ M, E }) => M + E), sheet('Adultes', ({ A }) => A)]);
  await expectDays(await imported(two, { site }), adults);
});

test('what is kept is told with its days, in both languages', async () => {
  const content = wide('Date;Cantine;Maternelle;Élémentaire;Adultes', ({ M, E, A }) => [M, E, A]);
  expect(reasonOf((await imported(content)).file, 'diners-kept')).toBe(
    'Par tranche d’âge (maternelle, élémentaire)\u00a0: 12\u00a0lignes, à côté du total des enfants. Adultes\u00a0: 12\u00a0lignes, jamais comptés avec les enfants.',
  );
  expect(reasonOf((await imported(content, {}, 'en')).file, 'diners-kept')).toBe(
    'By age group (nursery, primary): 12 rows, beside the total of the children. Adults: 12 rows, never counted among the children.',
  );
});

test('a total that contradicts its parts is told, a missing part is filled by none', async () => {
  const wrong = await imported(
    wide('Date;Site;Mat;Elem;Total', ({ M, E }, at) => [M, E, M + E + (at === 0 ? 5 : 0)]),
  );
  expect(wrong.file.problems.find(({ code }) => code === 'total-differs')).toMatchObject({
    line: 2,
    value: '57',
  });
  await expectDays(wrong, ({ M, E }) => ({ M, E }));
  const partly = await imported(
    wide('Date;Site;Mat;Elem;Ad;Total', ({ M, E, A }, at) => [at === 0 ? '' : M, E, A, M + E + A]),
  );
  expect(codesOf(partly.file)).toEqual(expect.arrayContaining(['classes-left-out']));
  expect(codesOf(partly.file)).not.toContain('counts-partly-empty');
  await expectDays(partly, (meal) => (meal === meals[0] ? adults(meal) : all(meal)));
});

test('what a person enters counts over the file, and undoing the import takes its diners along', async () => {
  const found = await imported(
    wide('Date;Cantine;Maternelle;Élémentaire;Adultes', ({ M, E, A }) => [M, E, A]),
  );
  const { service, name } = found;
  const sites = await value(service, 'sites.list', {});
  const siteId = sites[0]?.id ?? 0;
  const [{ date, E, A }, next] = meals as unknown as readonly [Meal, Meal];
  await value(service, 'records.save', { entries: [{ siteId, date, childrenByClass: { M: 21 } }] });
  expect(await dayOf(found, date)).toMatchObject({ children: 21 + E, served: { M: 21, E, A } });
  // Other children than the file's: its classes no longer add up to them.
  await value(service, 'records.save', { entries: [{ siteId, date: next.date, children: 70 }] });
  expect(await dayOf(found, next.date)).toMatchObject({ children: 70, served: { A: next.A } });
  const { body } = await value(service, 'data.export', { kind: 'attendance', format: 'csv' });
  const lines = body.replace(/^\uFEFF/, '').split('\r\n');
  expect(lines[0]).toBe('Date;Site;Type;Prévu;Servis;Maternelle;Élémentaire;Collège;Adultes');
  expect(lines[1]).toBe(`${date};${site};;;${21 + E};21;${E};;${A}`);
  expect(lines[2]).toBe(`${next.date};${site};;;70;;;;${next.A}`);
  const undone = await value(service, 'imports.undo', { batch: found.batch ?? 0 });
  // The site too.
  expect(undone.restored).toBe(meals.length + 1);
  await service.close();
  const db = openDatabase(databaseFile(join(folder, name)), { readonly: true });
  expect(dump(db).filter((row) => row.startsWith('diner_count '))).toEqual([]);
  db.close();
});

test('an export with classes and adults comes back unchanged', async () => {
  const found = await imported(
    wide('Date;Cantine;Maternelle;Élémentaire;Adultes', ({ M, E, A }, at) =>
      at < 6 ? [M, E, A] : [M, E, ''],
    ),
  );
  const { body } = await value(found.service, 'data.export', { kind: 'attendance', format: 'csv' });
  const { ticket } = await found.service.registerFile(writeUnder(folder, `again-${made}.csv`, body));
  const again = await value(found.service, 'imports.run', { tickets: [ticket] });
  expect(again.batch).toBeNull();
  expect(again.files[0]).toMatchObject({ unchanged: meals.length, refused: 0, asked: 0 });
});

test('a file that was imported before diners were kept is read again for them, and then known', async () => {
  const content = wide('Date;Cantine;Maternelle;Élémentaire;Adultes', ({ M, E, A }) => [M, E, A]);
  const found = await imported(content);
  const db = openDatabase(databaseFile(join(folder, found.name)));
  db.prepare('DELETE FROM diner_count').run();
  db.close();
  const again = async () => {
    const { ticket } = await found.service.registerFile(join(folder, `${found.name}.csv`));
    return (await value(found.service, 'imports.run', { tickets: [ticket] })).files[0];
  };
  expect(await again()).toMatchObject({ imported: 0, updated: meals.length });
  await expectDays(found, all);
  expect(await again()).toMatchObject({ unchanged: meals.length });
});
