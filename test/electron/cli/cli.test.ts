import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { findBrowser } from '../../../electron/service/documents/find-browser.ts';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { attendanceCsv } from '../canteen-files.ts';
import { runCliProcess, startCli } from './run-process.ts';

const folder = temporaryFolder();
const data = join(folder, 'data');
const on = (...words: string[]) => [...words, '--data', data];
const attendance = writeUnder(folder, 'frequentation.csv', attendanceCsv('2025-09-01', '2026-01-13'));
const week = ['--from', '2026-01-12', '--to', '2026-01-16', '--as-of', '2026-01-11'];

describe('lines that cannot be understood do nothing and say why', () => {
  test.each([
    ['no command', [], 'Usage\u00a0: bonne-mesure COMMANDE'],
    [
      'an unknown command',
      ['recall'],
      'La commande «\u00a0recall\u00a0» n’existe pas. Commandes\u00a0: import, imports,',
    ],
    ['an unknown option', ['imports', '--foo'], 'L’option --foo n’existe pas. Rien n’a été fait.'],
    ['an option without its value', ['plan', '--from'], 'L’option --from n’est pas utilisable ainsi.'],
    ['a missing option', ['plan', '--from', '2026-01-05'], 'Il manque l’option --to. Rien n’a été fait.'],
    ['a missing word', ['undo'], 'Il manque un nom ou un numéro après la commande.'],
    ['a word too many', ['check', 'twice'], '«\u00a0twice\u00a0» est de trop.'],
    ['a language', ['imports', '--lang', 'de'], 'Langue inconnue\u00a0: de. Choisissez fr ou en.'],
    [
      'a number',
      ['backtest', ...week.slice(0, 4), '--lead', 'x'],
      '--lead\u00a0: «\u00a0x\u00a0» n’est pas un nombre.',
    ],
    ['an import', ['undo', 'last'], '«\u00a0last\u00a0» n’est pas un numéro d’import.'],
    [
      'a kind',
      ['import', attendance, '--kind', 'meals'],
      'Champ «\u00a0type\u00a0»\u00a0: une de ces valeurs',
    ],
    [
      'a date',
      ['plan', '--from', '2026-02-30', '--to', '2026-03-01'],
      'Champ «\u00a0premier jour\u00a0»\u00a0: une date',
    ],
    [
      'a format',
      ['sheet', '--date', '2026-01-12', '--out', 'a.docx'],
      'a.docx\u00a0: le format est inconnu.',
    ],
    ['a port', ['serve', '--port', '99999'], '--port\u00a0: 99999 n’est pas un port.'],
    [
      'a kind of sheet',
      ['sheet', '--date', '2026-01-12', '--kind', 'menu', '--out', 'a.pdf'],
      '--kind\u00a0: «\u00a0menu\u00a0» n’existe pas. Choisissez production, delivery, roll-call.',
    ],
  ])('%s', async (_what, words, message) => {
    const ended = await runCliProcess(on(...words));
    expect(ended.stderr).toContain(message);
    expect(ended.stdout).toBe('');
    expect(ended.code).toBe(2);
  });

  test('as JSON too', async () => {
    const ended = await runCliProcess(on('undo', '7', '--json', '--lang', 'en'));
    expect(JSON.parse(ended.stdout)).toEqual({
      error: {
        kind: 'not-found',
        message: 'Import 7 does not exist or was undone already.',
        remedy: 'The list of imports gives their numbers.',
      },
    });
    expect(ended.code).toBe(2);
  });
});

describe('help', () => {
  test('of all, in both languages', async () => {
    const [french, english] = await Promise.all([
      runCliProcess(['--help']),
      runCliProcess(['help', '--lang', 'en']),
    ]);
    expect(french).toMatchObject({ code: 0, stderr: '' });
    expect(french.stdout).toContain('Importer des fichiers, dans n’importe quel ordre.');
    expect(english).toMatchObject({ code: 0, stderr: '' });
    expect(english.stdout).toContain('Import files, in any order.');
  });

  test('of one command; nothing is opened for it', async () => {
    const ended = await runCliProcess(['plan', '--help', '--data', join(folder, 'never')], {
      LC_ALL: 'en_GB.UTF-8',
    });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toContain('Usage: bonne-mesure plan --from DATE --to DATE');
    expect(existsSync(join(folder, 'never'))).toBe(false);
  });
});

describe('from files to orders', () => {
  test('a dry run writes nothing', async () => {
    const ended = await runCliProcess(on('import', attendance, '--dry-run'));
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('Essai\u00a0: rien n’a été écrit.');
    expect(JSON.parse((await runCliProcess(on('imports', '--json'))).stdout)).toEqual([]);
  });

  test('import: the counts add up; only the answer is on standard output', async () => {
    const ended = await runCliProcess(on('import', attendance, '--json'));
    const report = JSON.parse(ended.stdout);
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain('Lecture des fichiers');
    expect(report.batch).toBe(1);
    const [file] = report.files;
    expect(file).toMatchObject({ file: 'frequentation.csv', kind: 'attendance', problems: [] });
    expect(file.read).toBe(file.imported + file.updated + file.unchanged + file.refused + file.asked);
    expect(file.read).toBe(file.imported);
  });

  test('import again: nothing changes, and it says so', async () => {
    const ended = await runCliProcess(on('import', attendance));
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('Rien n’a changé dans les données.');
    expect(ended.stdout).toContain('Ce fichier a déjà été importé le');
  });

  test('some rows refused: 1; nothing of use: 2', async () => {
    const mixed =
      'site_type;date;prevision;reel;site_nom\nE;2026-01-15;120;-3;LES TILLEULS\nE;2026-01-16;120;118;LES TILLEULS\n';
    const some = await runCliProcess(on('import', writeUnder(folder, 'mixed.csv', mixed), '--lang', 'en'));
    expect(some.stdout).toContain('The number is negative. (line 2 “-3”) A number of meals is 0 or more');
    expect(some.code).toBe(1);
    const slips = Array.from({ length: 30 }, (_, i) => `E;demain ${i};120;118;LES TILLEULS\n`).join('');
    const many = `site_type;date;prevision;reel;site_nom\n${slips}`;
    const asText = await runCliProcess(on('import', writeUnder(folder, 'many.csv', many), '--lang', 'en'));
    expect(asText.stdout.split('\n').filter((line) => line.startsWith('  - '))).toEqual([
      '  - 30 rows: This is not a date. (lines 2 “demain 0”, 3 “demain 1”, 4 “demain 2”, 5 “demain 3”, 6 “demain 4”, 7 “demain 5”, 8 “demain 6”, 9 “demain 7” … and 22 more, --json gives all) Write the date as dd/mm/yyyy (for example 01/09/2025), then import again; the other rows are kept.',
    ]);
    const none = await runCliProcess(
      on('import', writeUnder(folder, 'empty.csv', ''), join(folder, 'absent.csv'), '--json'),
    );
    const reasons = JSON.parse(none.stdout).files.map(
      (file: { problems: { reason: string }[] }) => file.problems[0]?.reason,
    );
    expect(reasons).toEqual(['Le fichier est vide.', 'Ce fichier n’existe pas ou n’existe plus.']);
    expect(none.code).toBe(2);
    expect((await runCliProcess(on('undo', '2'))).stdout).toMatch(/^Import 2 annulé\u00a0: 1 ligne/);
  });

  test('plan as JSON and as a table', async () => {
    const asJson = await runCliProcess(on('plan', ...week, '--service-level', '0,9', '--json'));
    expect(asJson.code).toBe(0);
    const plan = JSON.parse(asJson.stdout);
    expect(plan).toMatchObject({ asOf: '2026-01-11', refused: [] });
    expect(plan.rows).toHaveLength(8);
    expect(plan.rows[0]).toEqual(
      expect.objectContaining({
        site: expect.any(String),
        siteKind: expect.stringMatching(/^[ME]$/),
        date: '2026-01-12',
        mean: expect.any(Number),
        low: expect.any(Number),
        median: expect.any(Number),
        high: expect.any(Number),
        order: expect.any(Number),
        serviceLevel: 0.9,
        flags: expect.any(Array),
        model: expect.any(String),
      }),
    );
    const asTable = await runCliProcess(on('plan', ...week, '--lang', 'en'));
    expect(asTable.stdout).toContain('12 January 2026');
    expect(asTable.stdout).toMatch(/LES TILLEULS {2,}E +\d+ +\d+ +\d+–\d+/);
    expect(asTable.stdout).toMatch(/Total +\d+/);
  });

  test('a plan without any site: 2, with the reason; sites refused: 1', async () => {
    const nothing = await runCliProcess(['plan', ...week, '--data', join(folder, 'nothing')]);
    expect(nothing.code).toBe(2);
    expect(nothing.stderr).toContain('Aucun site n’est connu.');
    const lists = 'cantine_nom,cantine_type,secteur\nLA FONTAINE,M,Sud\nINCONNUE,E,Nord\n';
    await runCliProcess(on('import', writeUnder(folder, 'cantines.csv', lists)));
    const early = await runCliProcess(
      on('plan', '--from', '2026-01-15', '--to', '2026-01-16', '--as-of', '2025-08-01', '--json'),
    );
    const { rows, refused } = JSON.parse(early.stdout);
    expect(rows).toEqual([]);
    expect(refused).toHaveLength(3);
    expect(early.code).toBe(2);
  });

  test('backtest with its lines in a file', async () => {
    const out = join(folder, 'lines.csv');
    const period = ['--from', '2025-12-01', '--to', '2025-12-19', '--lead', '7'];
    const ended = await runCliProcess(on('backtest', ...period, '--out', out, '--json'));
    expect(ended.code).toBe(0);
    const report = JSON.parse(ended.stdout);
    expect(report).toMatchObject({
      from: '2025-12-01',
      to: '2025-12-19',
      lead: 7,
      origins: expect.any(Number),
    });
    expect(report.seconds).toBeGreaterThanOrEqual(0);
    expect(report.coverage80).toBeGreaterThanOrEqual(0);
    for (const name of ['model', 'staff', 'sameWeekday1', 'sameWeekday4']) {
      expect(Object.keys(report.measures[name]).toSorted()).toEqual([
        'bias',
        'mae',
        'n',
        'over',
        'shortDays',
        'under',
        'wape',
      ]);
    }
    expect(readFileSync(out, 'utf8').trimEnd().split('\n')).toHaveLength(report.measures.model.n + 1);
    const unwritable = await runCliProcess(
      on('backtest', ...period, '--out', join(folder, 'no', 'lines.csv')),
    );
    expect(unwritable.stderr).toContain('Fichier introuvable\u00a0:');
    expect(unwritable.code).toBe(2);
  });

  test('sheets: html and csv; a site by its name, its number, or not at all', async () => {
    const html = join(folder, 'fiche.html');
    const day = ['sheet', '--date', '2026-01-15'];
    const ended = await runCliProcess(on(...day, '--site', 'les tilleuls', '--out', html));
    expect(ended).toMatchObject({ code: 0, stdout: `Écrit\u00a0: ${html}\n` });
    expect(readFileSync(html, 'utf8')).toContain('LES TILLEULS');
    const csv = join(folder, 'fiche.csv');
    expect((await runCliProcess(on(...day, '--site', '1', '--out', csv))).code).toBe(0);
    expect(readFileSync(csv, 'utf8').trimEnd().split('\r\n')).toHaveLength(2);
    const unknown = await runCliProcess(on(...day, '--site', 'nowhere', '--out', csv, '--lang', 'en'));
    expect(unknown.stderr).toContain('No site matches “nowhere”.');
    expect(unknown.code).toBe(2);
    const sunday = await runCliProcess(on('sheet', '--date', '2026-01-18', '--out', html));
    expect(sunday.stderr).toContain('Aucun site ne sert de repas le 18 janvier 2026');
    expect(sunday.code).toBe(2);
  });

  const testPrinting = findBrowser() === null ? test.skip : test;
  testPrinting('a sheet as PDF, where a browser that prints is installed', async () => {
    const pdf = join(folder, 'fiche.pdf');
    const ended = await runCliProcess(on('sheet', '--date', '2026-01-15', '--out', pdf));
    expect(ended).toMatchObject({ code: 0, stdout: `Écrit\u00a0: ${pdf}\n` });
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('imports and check', async () => {
    const list = JSON.parse((await runCliProcess(on('imports', '--json'))).stdout);
    expect(list.map(({ batch }: { batch: number }) => batch)).toContain(1);
    expect((await runCliProcess(on('imports'))).stdout).toContain('frequentation.csv');
    const check = await runCliProcess(on('check', '--json'));
    expect(JSON.parse(check.stdout)).toMatchObject({ ok: true, findings: [] });
    expect(check.code).toBe(0);
  });
});

test('the sample goes into an empty folder only', async () => {
  const sample = join(folder, 'sample');
  const first = await runCliProcess(['sample', '--data', sample]);
  expect(first).toMatchObject({ code: 0, stdout: `Les cantines d’exemple sont prêtes dans ${sample}\n` });
  const second = await runCliProcess(['sample', '--data', sample]);
  expect(second.code).toBe(2);
  expect(second.stderr).toContain('Il y a déjà des données.');
});

test('the data folder can come from the environment', async () => {
  const ended = await runCliProcess(['imports', '--json'], { BONNE_MESURE_DATA: data });
  expect(JSON.parse(ended.stdout).length).toBeGreaterThan(0);
});

test('data of a newer version are refused', async () => {
  const damaged = join(folder, 'damaged');
  writeUnder(damaged, 'canteen.sqlite', 'no database '.repeat(1000));
  const ended = await runCliProcess(['check', '--data', damaged, '--lang', 'en']);
  expect(ended.stderr).toContain('The data file is damaged or is not a Bonne Mesure database.');
  expect(ended.code).toBe(2);
});

test('Ctrl-C stops an import cleanly and leaves no trace', async () => {
  const interrupted = join(folder, 'interrupted');
  const long = writeUnder(folder, 'long.csv', attendanceCsv('1600-09-01', '2025-07-01'));
  const { child, ended } = startCli(['import', long, '--data', interrupted]);
  await once(child.stderr as NodeJS.ReadableStream, 'data');
  child.kill('SIGINT');
  const { code, stderr, stdout } = await ended;
  expect(stderr).toContain('Arrêté à votre demande. Rien n’a été changé.');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(JSON.parse((await runCliProcess(['imports', '--json', '--data', interrupted])).stdout)).toEqual([]);
});

test('a reader that closes the pipe is no failure', async () => {
  const { child, ended } = startCli(on('plan', ...week));
  child.stdout?.destroy();
  expect((await ended).code).toBe(0);
});

test('a Node that is too old is told in one line before anything is loaded', async () => {
  const preload = writeUnder(
    folder,
    'old-node.mjs',
    "Object.defineProperty(process.versions, 'node', { value: '20.19.2' });\n",
  );
  const ended = await runCliProcess(on('imports'), { NODE_OPTIONS: `--import=${preload}` });
  expect(ended.code).toBe(2);
  expect(ended.stderr.trim().split('\n')).toEqual([
    'Bonne Mesure : Node 20.19.2 est trop ancien, installez Node 22.14 ou plus. / Node 20.19.2 is too old, install Node 22.14 or newer.',
  ]);
});

test('a file in place of the data folder is told as such', async () => {
  const ended = await runCliProcess(['imports', '--data', attendance, '--lang', 'en']);
  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain('The data folder cannot be read or written. Nothing was changed.');
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'serve prints its address, answers there, ends at %s',
  async (signal) => {
    const { child, ended } = startCli(on('serve', '--json'));
    const answered = once(child.stdout as NodeJS.ReadableStream, 'data');
    const finished = await Promise.race([answered, ended]);
    if (!Array.isArray(finished)) {
      // Without a build of the page it says what to run.
      expect(finished).toMatchObject({ code: 2, stderr: expect.stringContaining('npm run build') });
      return;
    }
    const { url } = JSON.parse(String(finished[0]));
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]{43}$/);
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(url)).status).toBe(401);
    child.kill(signal);
    expect((await ended).code).toBe(0);
  },
);

test('serve says that another program has the port', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const ended = await runCliProcess(on('serve', '--port', String(port), '--lang', 'en'));
  other.close();
  expect(ended).toMatchObject({ code: 2, stderr: expect.stringMatching(/already uses port|npm run build/) });
});
