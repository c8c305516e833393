import { fold } from '../fold.ts';

const short: ReadonlyMap<string, string> = new Map([
  ['ST', 'SAINT'],
  ['STE', 'SAINTE'],
  ['STS', 'SAINTS'],
  ['STES', 'SAINTES'],
  ['ELEM', 'ELEMENTAIRE'],
  ['MAT', 'MATERNELLE'],
]);
/** Words that stand before a name, or between its words, in some spellings and not in others. */
const silent = new Set(
  'ECOLE CANTINE RESTAURANT SCOLAIRE GROUPE SCHOOL DE DU DES LA LE LES L D ET'.split(' '),
);

/** "012 - Jules Ferry": a program's number before the name. */
const numbered = /^\s*\d+\s*[-–:.]\s*(?=[A-Z])/;

/** Equal for spellings of one name: ligatures, hyphens, "Ste", "École" in front, the order of the words. */
export function nameKey(name: string): string {
  const words = fold(name)
    .replace(numbered, '')
    .replaceAll('Œ', 'OE')
    .replaceAll('Æ', 'AE')
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => short.get(word) ?? word);
  const telling = words.filter((word) => !silent.has(word));
  return (telling.length > 0 ? telling : words).toSorted().join(' ');
}
