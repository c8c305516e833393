import { randomInt, randomLcg } from 'd3-random';
import iconv from 'iconv-lite';
import { inspectSource, readText } from '../../../db/import/source.ts';
import { Workbench } from '../support/database.ts';
import {
  askedOf,
  codesOf,
  csv,
  eachLine,
  importOwn,
  ofBoth,
  sorted,
  storedCounts,
} from '../support/own-files.ts';

const bench = new Workbench();
afterAll(() => bench.close());

/** A file's text as it is read, and what is said of its encoding. */
function read(bytes: Buffer) {
  const path = bench.write('essai.csv', bytes);
  const { encoding, other, strayBytes } = inspectSource(path, () => {});
  let text = '';
  readText(path, encoding, (piece) => {
    text += piece;
    return true;
  });
  return { text, encoding, other, strayBytes };
}

const names = [
  'École du Château',
  'ÉCOLE ÉLÉMENTAIRE DE L’ORÉE',
  'Le Pré Vert',
  'La Fontaine à l’Âne',
  'Maternelle Françoise Dolto',
  'Groupe scolaire Père-Noël',
  'Hôtel de ville',
  'Les Genêts',
  'Crèche de la Forêt',
  'Collège Où-va-la-rivière',
  'Jean Jaurès',
  'Île aux Moineaux',
  'Le Sacré Cœur',
  'Les Nœuds',
  'Côte d’Azur',
  'Bœuf sauté, purée',
  'Crème brûlée',
];
const titles = ['Date;École;Repas servis', 'Date;Site;Réel;Prévu', 'Jour;Cantine;Présents'];

/** A table of a few schools; without letters that an encoding does not have. */
function sample(seed: number, encoding: string): string {
  const random = randomLcg(seed);
  const pick = <T>(list: readonly T[]) => list[randomInt.source(random)(list.length)()] as T;
  const rows = Array.from(
    { length: 3 + (seed % 20) },
    (_, n) => `0${1 + (n % 9)}/09/2025;${pick(names)};${40 + n}`,
  );
  const text = [pick(titles), ...rows, ''].join(seed % 2 === 0 ? '\n' : '\r\n');
  const plain = encoding === 'cp850' || encoding === 'cp437' || encoding === 'ISO-8859-15';
  const written = plain ? text.replaceAll('’', "'") : text;
  return encoding.startsWith('cp') ? written.replaceAll('œ', 'oe').replace(/[ÂÎÀ](?=\p{L})/gu, 'A') : written;
}

const written = [
  'UTF-8',
  'UTF-16LE',
  'UTF-16BE',
  'windows-1252',
  'ISO-8859-15',
  'macintosh',
  'cp850',
  'cp437',
];

test.each(written)('%s is known by the words it gives', (encoding) => {
  const wrong: string[] = [];
  for (let seed = 0; seed < 150; seed++) {
    const text = sample(seed, encoding);
    const found = read(iconv.encode(text, encoding));
    if (found.text !== text && found.other === null) {
      wrong.push(`${seed} ${found.encoding}: ${found.text.slice(0, 60)}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('text that was encoded twice is mended and told, whatever its length', () => {
  for (let seed = 0; seed < 50; seed++) {
    const text = sample(seed, 'windows-1252').repeat(seed === 0 ? 2_000 : 1);
    const letters = iconv.decode(iconv.encode(text, 'UTF-8'), 'windows-1252');
    const isFrench = /[^\0-\x7f]/.test(text);
    expect(read(Buffer.from(letters))).toMatchObject({ text, encoding: isFrench ? 'UTF-8-twice' : 'UTF-8' });
  }
});

test('one stray byte does not spoil a file of UTF-8', () => {
  const [before, after] = [sample(3, 'UTF-8'), sample(4, 'UTF-8')];
  const bytes = Buffer.concat([
    Buffer.from(before),
    Buffer.from('Pr\xe9 Vert\n', 'latin1'),
    Buffer.from(after),
  ]);
  expect(read(bytes)).toMatchObject({
    text: `${before}Pré Vert\n${after}`,
    encoding: 'UTF-8-mixed',
    strayBytes: 1,
  });
});

test('a letter cut by the end of a piece stays one, in every encoding', () => {
  const line = `${'x'.repeat(61)};é;É\n`;
  const text = line.repeat(5_000);
  for (const bytes of [
    Buffer.from(text),
    Buffer.concat([Buffer.from(text), Buffer.from([0xe9])]),
    Buffer.from(iconv.decode(Buffer.from(text), 'windows-1252')),
    iconv.encode(text, 'cp850'),
  ]) {
    expect(read(bytes).text.startsWith(text)).toBe(true);
  }
});

test('what two encodings explain equally well is told', () => {
  const found = read(Buffer.from('Date;Site\n01/09/2025;\xaa\xaa\n', 'latin1'));
  expect(found.encoding === 'UTF-8' || found.other !== null).toBe(true);
});

test.each([
  [
    'named',
    (letter: string) => ({ é: '&eacute;', è: '&egrave;', É: '&Eacute;', œ: '&oelig;' })[letter] ?? letter,
  ],
  ['numbered', (letter: string) => `&#${letter.codePointAt(0)};`],
])('letters written as on a web page are decoded before the file is cut, %s', async (_, entity) => {
  const db = bench.database();
  const rows = [['Date', 'École', 'Repas'], ...eachLine((...cells) => cells.slice(0, 3))];
  const bytes = csv(rows).replace(/[^\0-\x7f]/g, entity);
  const outcome = await importOwn(bench, db, { bytes });
  expect(askedOf(outcome)).toEqual([]);
  expect(codesOf(outcome)).toContain('entities-decoded');
  expect(sorted(storedCounts(db))).toEqual(sorted(ofBoth));
});

test('what only looks like letters of a web page stays as it is', () => {
  for (const text of [
    'R&D;12\nA&eacute;\nB&eacute;\nC&egrave;\n',
    'Caf&eacute; Pr&eacute;\n',
    'A&B;1\nC&D;2\n',
  ]) {
    expect(read(Buffer.from(text))).toMatchObject({ text, encoding: 'UTF-8' });
  }
});
