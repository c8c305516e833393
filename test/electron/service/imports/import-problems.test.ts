import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportReport } from '../../../../electron/api/records.ts';
import { createService, type Service } from '../../../../electron/service/host/service.ts';
import { temporaryFolder, writeUnder } from '../../../support/temporary-folder.ts';

const folder = temporaryFolder();
const fixtures = join(__dirname, '..', '..', '..', 'fixtures', 'import');
const header = 'site_type;date;prevision;reel;site_nom\n';
const good = 'E;2026-01-05;120;118;LES TILLEULS\n';
const sites = 'cantine_nom,cantine_type,secteur\nLES TILLEULS,E,Nord\n';

let service: Service;
let made = 0;

/** Imports files into an empty folder, with the sites' list first. */
async function importing(body: string | Uint8Array, language: 'fr' | 'en' = 'fr'): Promise<ImportReport> {
  service = createService({ dataFolder: join(folder, String(++made)) });
  const bodies = { 'cantines.csv': sites, 'essai.csv': body };
  const files = await Promise.all(
    Object.entries(bodies).map(([name, text]) =>
      service.registerFile(writeUnder(folder, `${made}-${name}`, text), name),
    ),
  );
  const input = { tickets: files.map(({ ticket }) => ticket) };
  const result = await service.call('imports.run', input, { language });
  await service.close();
  if (!result.ok) {
    throw new Error(result.error.message);
  }
  return result.value;
}

const trial = (report: ImportReport) => {
  const file = report.files.find((entry) => entry.file === 'essai.csv');
  if (!file) {
    throw new Error('the file is not in the report');
  }
  return file;
};

const png = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
]);

interface Case {
  readonly what: string;
  readonly body: string | Uint8Array;
  readonly fr: readonly [reason: string, remedy: string];
  readonly en: readonly [reason: string, remedy: string];
  readonly line: number | null;
  readonly value?: string | null;
}

const wholeFiles: readonly Case[] = [
  {
    what: 'an empty file',
    body: '',
    line: null,
    fr: ['Le fichier est vide.', 'Exportez-le de nouveau et vérifiez sa taille avant de l’importer.'],
    en: ['The file is empty.', 'Export it again and check its size before importing it.'],
  },
  {
    what: 'a PNG',
    body: png,
    line: null,
    fr: [
      'Ce n’est pas un tableau\u00a0: c’est une image.',
      'Importez un fichier CSV ou un classeur .xlsx exporté du logiciel ou du tableur.',
    ],
    en: [
      'This is not a table: it is an image.',
      'Import a CSV file or .xlsx workbook exported from your software or spreadsheet.',
    ],
  },
  {
    what: 'an encrypted workbook',
    body: readFileSync(join(fixtures, 'workbook-encrypted.xlsx')),
    line: null,
    fr: [
      'Ce classeur Excel est protégé par un mot de passe.',
      'Ouvrez-le, enregistrez-le sans mot de passe, puis importez-le de nouveau.',
    ],
    en: [
      'This Excel workbook is protected by a password.',
      'Open it, save it without a password, then import it again.',
    ],
  },
  {
    what: 'an archive with a name that leads out of it',
    body: readFileSync(join(fixtures, 'archive-outside.zip')),
    line: null,
    value: '../b.csv',
    fr: [
      'Cette archive contient un nom de fichier qui sort de son dossier\u00a0: rien n’en a été lu.',
      'Une archive ordinaire n’en contient pas. Vérifiez d’où elle vient, ou recréez-la.',
    ],
    en: [
      'This archive contains a file name that leads out of its folder: nothing of it was read.',
      'An ordinary archive contains none. Check where it comes from, or make it again.',
    ],
  },
  {
    what: 'a workbook that is cut off',
    body: readFileSync(join(fixtures, 'workbook-cut.xlsx')),
    line: null,
    fr: [
      'Le fichier est abîmé ou incomplet\u00a0: son contenu ne peut pas être lu.',
      'Copiez ou exportez-le de nouveau, puis vérifiez qu’il s’ouvre avant de l’importer.',
    ],
    en: [
      'The file is damaged or incomplete: its content cannot be read.',
      'Copy or export it again, and check that it opens before importing it.',
    ],
  },
  {
    what: 'no known header',
    body: 'a;b;c\n1;2;3\n4;5;6\n',
    line: null,
    fr: [
      'Aucune ligne d’en-têtes connue. Première ligne lue\u00a0: «\u00a0a\u00a0», «\u00a0b\u00a0», «\u00a0c\u00a0».',
      'Vérifiez que la première ligne donne les noms des colonnes, ou choisissez ce que contient le fichier.',
    ],
    en: [
      'No known header line. First line read: “a”, “b”, “c”.',
      'Check that the first line names the columns, or choose what the file contains.',
    ],
  },
];

const rows: readonly Case[] = [
  {
    what: 'a date of 31/02',
    body: `${header}${good}E;31/02/2026;120;118;LES TILLEULS\n`,
    line: 3,
    value: '31/02/2026',
    fr: [
      'Cette date n’existe pas au calendrier.',
      'Corrigez la date et importez de nouveau\u202f; les autres lignes sont gardées.',
    ],
    en: [
      'This date does not exist in the calendar.',
      'Correct the date and import again; the other rows are kept.',
    ],
  },
  {
    what: 'a negative count',
    body: `${header}${good}E;2026-01-06;120;-3;LES TILLEULS\n`,
    line: 3,
    value: '-3',
    fr: [
      'Le nombre est négatif.',
      'Un nombre de repas est 0 ou plus\u00a0: corrigez la case et importez de nouveau.',
    ],
    en: ['The number is negative.', 'A number of meals is 0 or more: correct the cell and import again.'],
  },
  {
    what: 'a count in words',
    body: `${header}${good}E;2026-01-06;120;beaucoup;LES TILLEULS\n`,
    line: 3,
    value: 'beaucoup',
    fr: [
      'Ce n’est pas un nombre.',
      'Écrivez un nombre entier en chiffres, ou laissez la case vide si la valeur est inconnue.',
    ],
    en: [
      'This is not a number.',
      'Write a whole number in digits, or leave the cell empty if the value is unknown.',
    ],
  },
];

const described = [...wholeFiles, ...rows];

test.each(described)('$what is refused with its reason and remedy', async ({ body, line, value, fr, en }) => {
  for (const [language, [reason, remedy]] of [
    ['fr', fr],
    ['en', en],
  ] as const) {
    const [problem, ...others] = trial(await importing(body, language)).problems;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ level: 'refused', line, reason, remedy });
    if (value !== undefined) {
      expect(problem?.value).toBe(value);
    }
  }
});

test.each(rows)('$what: the other rows are kept', async ({ body }) => {
  const file = trial(await importing(body));
  expect(file).toMatchObject({ kind: 'attendance', read: 2, imported: 1, refused: 1, asked: 0 });
});

test('two different counts for the same site and day in one file', async () => {
  const file = trial(await importing(`${header}${good}E;2026-01-05;120;97;LES TILLEULS\n`));
  expect(file.refused).toBeGreaterThan(0);
  expect(file.read).toBe(file.imported + file.updated + file.unchanged + file.refused + file.asked);
  expect(file.problems[0]?.reason).toMatch(/^La ligne \d donne une autre valeur\u00a0: «\u00a0.+\u00a0»\.$/);
  expect(file.problems[0]?.remedy).toBe(
    'Gardez une seule des deux lignes dans le fichier et importez-le de nouveau.',
  );
});

test('rows with the same problem are told as one: refused before asked, the most rows first', async () => {
  const strangers = ['06', '08', '09'].map((day) => `E;2026-01-${day};50;48;CANTINE DU BOUT\n`).join('');
  const slips = ['31/02/2026', '30/02/2026'].map((day) => `E;${day};50;48;LES TILLEULS\n`).join('');
  const body = `${header}${good}${strangers}${slips}E;2026-01-12;50;-3;LES TILLEULS\n`;
  const told = async (language: 'fr' | 'en') =>
    trial(await importing(body, language)).groups.map(({ level, rows, reason, listed }) => [
      level,
      rows,
      reason,
      listed,
    ]);
  expect(await told('fr')).toEqual([
    ['refused', 2, 'Cette date n’existe pas au calendrier.', [3, 4]],
    ['refused', 1, 'Le nombre est négatif.', [5]],
    [
      'asked',
      3,
      'Aucun site ne s’appelle «\u00a0CANTINE DU BOUT\u00a0»\u00a0: ces lignes sont en attente.',
      [0, 1, 2],
    ],
  ]);
  expect((await told('en')).at(-1)?.[2]).toBe('No site is called “CANTINE DU BOUT”: these rows are waiting.');
});

test('a site never seen is kept aside as a question', async () => {
  const file = trial(await importing(`${header}${good}E;2026-01-06;50;48;CANTINE DU BOUT\n`));
  expect(file).toMatchObject({ read: 2, imported: 1, asked: 1, refused: 0 });
  expect(file.problems).toEqual([
    {
      code: 'site-unknown',
      level: 'asked',
      line: 3,
      column: 'site_nom',
      value: 'CANTINE DU BOUT',
      reason: 'Aucun site ne s’appelle «\u00a0CANTINE DU BOUT\u00a0»\u00a0: la ligne est en attente.',
      remedy: 'Répondez à la question sur ce nom\u00a0: la ligne sera ajoutée au bon site.',
    },
  ]);
});

test.each([
  [
    'per site',
    'Date;LES TILLEULS;LE PORT\n05/01/2026;118;90\n13/01/2026;117;91\n',
    'Ce tableau a une colonne par site\u00a0: «\u00a0LES TILLEULS\u00a0», «\u00a0LE PORT\u00a0».',
    'This table has one column per site: “LES TILLEULS”, “LE PORT”.',
    false,
  ],
  [
    'per dish',
    'Date;Site;Melon;Omelette\n13/01/2026;LES TILLEULS;40;52\n',
    'Ce tableau a une colonne par plat\u00a0: «\u00a0Melon\u00a0», «\u00a0Omelette\u00a0». Les nombres ont été lus comme des portions servies.',
    'This table has one column per dish: “Melon”, “Omelette”. The numbers were read as portions served.',
    false,
  ],
  [
    'per meal',
    'Date;Site;Midi;Goûter\n13/01/2026;LES TILLEULS;118;40\n',
    'Seule la colonne «\u00a0Midi\u00a0» a été lue comme repas servis\u00a0: les commandes sont celles du déjeuner. Non importé\u00a0: «\u00a0Goûter\u00a0».',
    'Only the column “Midi” was read as meals served: orders are those of lunch. Not imported: “Goûter”.',
    true,
  ],
])('a column %s is told', async (_, body, fr, en, sure) => {
  const reasons = async (language: 'fr' | 'en') => {
    const file = trial(await importing(body, language));
    expect(file.reading?.sure).toBe(sure);
    return file.problems.filter(({ level }) => level === 'warning').map(({ reason }) => reason);
  };
  expect(await reasons('fr')).toEqual([fr]);
  expect(await reasons('en')).toEqual([en]);
});

test('a file that is not there', async () => {
  service = createService({ dataFolder: join(folder, 'missing') });
  const { ticket } = await service.registerFile(join(folder, 'nothing.csv'));
  const result = await service.call('imports.run', { tickets: [ticket] }, { language: 'en' });
  await service.close();
  expect(result).toMatchObject({
    ok: true,
    value: {
      batch: null,
      files: [
        {
          file: 'nothing.csv',
          kind: null,
          problems: [{ reason: 'This file does not exist, or no longer does.' }],
        },
      ],
    },
  });
});
