import { join } from 'node:path';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { runCliProcess } from './run-process.ts';

const folder = temporaryFolder();
const data = join(folder, 'data');
const on = (...words: string[]) => runCliProcess([...words, '--data', data]);
const json = async (...words: string[]) => JSON.parse((await on(...words, '--json')).stdout);

const sites = 'cantine_nom,cantine_type,secteur\nLES TILLEULS,E,Nord\nLA FONTAINE,M,Sud\n';
const attendance = `site_type;date;prevision;reel;site_nom
E;2026-01-12;120;118;LES TILLEULS
E;2026-01-13;120;117;LES TILEULS
E;2026-01-15;120;119;LES TILEULS
M;2026-01-12;40;38;FOYER DU PORT
`;
const enrolment =
  'ecole,annee_scolaire,effectif\nECOLE DES TILLEULS,2025-2026,140\nECOLE DU PORT,2025-2026,60\n';

/** The file that leaves three rows aside, beside a list of the known sites. */
const files = [
  writeUnder(folder, 'cantines.csv', sites),
  writeUnder(folder, 'frequentation.csv', attendance),
];

interface Waiting {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
}
const idOf = async (name: string): Promise<string> => {
  const questions: readonly Waiting[] = await json('questions');
  return String(questions.find((question) => question.name === name)?.id);
};

test('an import says how many rows wait, and how to answer; nothing was refused, so it ends with 0', async () => {
  const dry = await on('import', ...files, '--dry-run');
  expect(dry.stdout.trimEnd().split('\n').at(-1)).toBe(
    '3 lignes attendraient de savoir de quel site il s’agit.',
  );
  const { code, stdout } = await on('import', ...files, '--lang', 'en');
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(
    '3 rows wait to know which site is meant. See the names and answer: bonne-mesure questions',
  );
  expect(code).toBe(0);
});

test('the questions: names with their rows, days and proposal', async () => {
  const { code, stdout } = await on('questions');
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /\d+ {2}site +LES TILEULS +E +2 {2}2026-01-13 {2}2026-01-15 {2}\d+ LES TILLEULS \(\d+\u202f%\)/,
  );
  expect(stdout).toMatch(/\d+ {2}site +FOYER DU PORT +M +1 {2}2026-01-12 {2}2026-01-12\n/);
  expect(stdout).toContain('Pour répondre\u00a0: bonne-mesure answer NUMÉRO');
  expect(await json('questions')).toEqual([
    expect.objectContaining({ name: 'LES TILEULS', kind: 'site', rows: 2 }),
    expect.objectContaining({ name: 'FOYER DU PORT', proposal: null }),
  ]);
});

test.each([
  ['no number', ['the-port', '--new'], '«\u00a0the-port\u00a0» n’est pas un numéro de question.'],
  ['no answer', ['1'], 'Donnez une seule réponse\u00a0: --site SITE, --followers, --new ou --open.'],
  ['two answers', ['1', '--new', '--open'], 'Donnez une seule réponse'],
  ['an unknown kind', ['1', '--new', '--kind', 'ecole'], '--kind\u00a0: «\u00a0ecole\u00a0» n’existe pas.'],
  ['nothing that waits', ['999', '--new'], 'Aucun nom n’attend sous le numéro 999.'],
  ['no such name', ['999', '--new', '--kind', 'school'], 'La question 999 n’existe plus.'],
  ['an unknown site', ['1', '--site', 'nowhere'], 'Aucun site ne correspond à «\u00a0nowhere\u00a0»'],
])('%s: 2, with the reason', async (_what, words, message) => {
  const ended = await on('answer', ...words);
  expect(ended.stderr).toContain(message);
  expect(ended).toMatchObject({ code: 2, stdout: '' });
});

test('answers: a known site, a new one, and back again', async () => {
  const misspelt = await idOf('LES TILEULS');
  const port = await idOf('FOYER DU PORT');
  const known = await on('answer', misspelt, '--site', 'les tilleuls');
  expect(known).toMatchObject({ code: 0 });
  expect(known.stdout.split('\n')).toEqual([
    'LES TILEULS\u00a0: c’est LES TILLEULS (E).',
    '2 lignes de plus comptent maintenant.',
    '1 nom attend encore (1 ligne).',
    `Pour revenir sur cette réponse\u00a0: bonne-mesure answer ${misspelt} --kind site --open`,
    '',
  ]);
  const fresh = await on('answer', port, '--new', '--lang', 'en');
  expect(fresh.stdout.split('\n')).toEqual([
    'FOYER DU PORT: it is a new site.',
    '1 row more counts now.',
    'No name waits for an answer any more.',
    `To take this answer back: bonne-mesure answer ${port} --kind site --open`,
    '',
  ]);
  expect((await on('questions')).stdout).toBe('Aucun nom n’attend de réponse.\n');
  expect(await json('answer', misspelt, '--kind', 'site', '--open')).toEqual([
    expect.objectContaining({ id: Number(misspelt), name: 'LES TILEULS', rows: 2 }),
  ]);
  const open = await on('answer', misspelt, '--open');
  expect(open.stdout).toBe(
    'LES TILEULS\u00a0: sans réponse, ses lignes restent en attente.\n1 nom attend encore (2 lignes).\n',
  );
});

test('schools are numbered apart from sites: the kind says which', async () => {
  const imported = await on('import', writeUnder(folder, 'effectifs.csv', enrolment));
  expect(imported.stdout).toContain('2 lignes attendent de savoir');
  const questions: readonly Waiting[] = await json('questions');
  const schools = questions.filter(({ kind }) => kind === 'school').map(({ id }) => id);
  expect(schools).toHaveLength(2);
  const both = questions.find(({ kind, id }) => kind === 'site' && schools.includes(id));
  const id = String(both?.id);
  const unclear = await on('answer', id, '--site', 'LA FONTAINE');
  expect(unclear.stderr).toContain(`Un site et une école attendent sous le numéro ${id}.`);
  expect(unclear.code).toBe(2);
  const clear = await on('answer', id, '--site', 'LA FONTAINE', '--kind', 'school');
  expect(clear.stdout).toMatch(/^ECOLE D.*\u00a0: c’est LA FONTAINE \(M\)\./);
});

test('help names both', async () => {
  const { stdout } = await runCliProcess(['--help', '--lang', 'en']);
  expect(stdout).toMatch(/questions +List unknown names, whose rows are waiting/);
  expect((await runCliProcess(['answer', '--help'])).stdout).toContain(
    'Usage\u00a0: bonne-mesure answer NUMÉRO (--site SITE | --followers SITES | --new | --open) [--kind site|school]',
  );
});
