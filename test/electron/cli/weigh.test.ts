import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { attendanceCsv } from '../canteen-files.ts';
import { runCliProcess } from './run-process.ts';

const folder = temporaryFolder();
const data = join(folder, 'data');
const on = (...words: string[]) =>
  runCliProcess([...words, '--data', data, '--lang', 'fr'], { BONNE_MESURE_TODAY: '2026-01-14' });
const weigh = (...words: string[]) => on('weigh', '--site', 'les tilleuls', ...words);

test('a campaign from its dates to the file for ma-cantine', async () => {
  expect(
    (await on('import', writeUnder(folder, 'a.csv', attendanceCsv('2025-09-01', '2025-12-12')))).code,
  ).toBe(0);
  expect((await weigh('--date', '2026-01-06', '--distributed', '110')).code).toBe(2);
  expect((await weigh('--from', '2026-01-05', '--to', '2026-01-09')).code).toBe(0);
  const masses = [
    'preparation:edible=1,9-0,7',
    'preparation:inedible=3.4',
    'unserved:edible=4.5',
    'unserved:inedible=0.2',
    'plates:edible=6.1',
    'plates:inedible=1.1',
  ];
  const day = await weigh(
    '--date',
    '2026-01-06',
    '--distributed',
    '110',
    ...masses.flatMap((mass) => ['--mass', mass]),
  );
  expect(day).toMatchObject({ code: 0 });
  const listed = await weigh();
  expect(listed.stdout).toContain('107,3\u00a0g par couvert');
  expect(listed.stdout).toContain('150,0\u00a0g');
  expect(listed.stdout).toContain('15,300\u00a0kg au lieu de 16,500\u00a0kg');
  const out = join(folder, 'ma-cantine.json');
  expect((await weigh('--out', out)).code).toBe(0);
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject([
    {
      site: 'LES TILLEULS',
      periodStartDate: '2026-01-05',
      mealCount: 110,
      totalMass: 16.5,
      leftoversEdibleMass: 6.1,
    },
  ]);
  expect((await weigh('--date', '2026-01-06', '--mass', 'plates=6')).code).toBe(2);
}, 120_000);

test('what cannot be of a campaign or of a weight is said with its remedy, and what is right is kept', async () => {
  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
  const short = await weigh('--from', '2026-01-12', '--to', '2026-01-14');
  expect([short.code, plain(short.stderr)]).toEqual([0, expect.stringContaining('3 jours')]);
  const over = await weigh('--from', '2026-01-13', '--to', '2026-01-20');
  expect([over.code, plain(over.stderr)]).toEqual([2, expect.stringContaining('Une autre campagne')]);
  const masses = [
    '--mass',
    'plates:edible=12000',
    '--mass',
    'unserved:edible=2-3',
    '--mass',
    'plates:inedible=1,5',
  ];
  const heavy = await weigh('--date', '2026-01-13', ...masses);
  expect(heavy.code).toBe(1);
  expect(plain(heavy.stderr)).toContain('12 kg');
  expect(plain(heavy.stderr)).toContain('tare');
  for (const text of ['plates:edible=douze', 'plates:edible=-3']) {
    expect((await weigh('--date', '2026-01-13', '--mass', text)).code).toBe(2);
  }
  const campaigns = JSON.parse((await weigh('--json')).stdout);
  const [{ days }] = campaigns.filter(({ from }: { from: string }) => from === '2026-01-12');
  expect(days[0].masses.map(({ source, part, net }: Record<string, unknown>) => [source, part, net])).toEqual(
    [
      ['plates', 'edible', 12_000_000],
      ['plates', 'inedible', 1500],
    ],
  );
}, 120_000);
