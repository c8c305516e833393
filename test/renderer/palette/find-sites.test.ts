import type { SiteKind } from '../../../electron/api/records.ts';
import { nameScore, queryWordsOf } from '../../../renderer/format/words.ts';
import { findSites } from '../../../renderer/palette/find-sites.ts';

const NAMES: readonly (readonly [string, SiteKind])[] = [
  ['Jean Jaurès', 'E'],
  ['Jean Moulin', 'E'],
  ['Jean Moulin', 'M'],
  ['Joliot-Curie', 'M/E'],
  ['École 012', 'M/E'],
  ['École 021', 'M/E'],
  ['Les Saules', 'M/E'],
  ['Cœur de Ville', 'A'],
];
const sites = NAMES.map(([name, kind], id) => ({ id, name, kind }));

const found = (text: string) =>
  findSites(queryWordsOf(text), sites).map(({ name, kind }) => `${name} ${kind}`);

test.each([
  ['jaures', ['Jean Jaurès E']],
  ['Jaurès', ['Jean Jaurès E']],
  ['jaurs', ['Jean Jaurès E']],
  ['jarues', ['Jean Jaurès E']],
  ['jau', ['Jean Jaurès E']],
  ['jean jaures', ['Jean Jaurès E']],
  ['moulin', ['Jean Moulin E', 'Jean Moulin M']],
  ['moulin maternelle', ['Jean Moulin M']],
  ['jean', ['Jean Jaurès E', 'Jean Moulin E', 'Jean Moulin M']],
  ['curie', ['Joliot-Curie M/E']],
  ['joliot curie', ['Joliot-Curie M/E']],
  ['saules', ['Les Saules M/E']],
  ['coeur', ['Cœur de Ville A']],
  ['jaures svp merci', ['Jean Jaurès E']],
  ['inconnu', []],
  ['142', []],
  ['ecole 12', ['École 012 M/E']],
])('%s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test('a name that only says what the place is leaves all of them', () => {
  expect(found('école')).toEqual([]);
});

test('of names that hold the words the shorter comes first', () => {
  const [short, long] = ['Poulet rôti', 'Poulet rôti aux herbes et pommes de terre'].map((name) =>
    nameScore(queryWordsOf('poulet roti'), name),
  );
  expect(short).toBeGreaterThan(long ?? 1);
  expect(nameScore(queryWordsOf('poulet basquaise'), 'Poulet rôti')).toBe(0);
});
