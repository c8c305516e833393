import type { SiteKind } from '../../forecasting/domain/records.ts';
import { fold } from '../fold.ts';

const words: readonly (readonly [RegExp, SiteKind])[] = [
  [/^(M\/E|E\/M|ME|PRIM\.?|PRIMAIRES?|GROUPE SCOLAIRE|MATERNELLE.*ELEMENTAIRE.*|PRIMARY)$/, 'M/E'],
  [/^(M|MAT\.?|MATERN?\.?|MATERNELLES?|NURSERY|PRESCHOOL|KINDERGARTEN)$/, 'M'],
  [/^(E|EL|ELEM\.?|ELEMENTAIRES?|ELEMENTARY)$/, 'E'],
  [/^(C|COLL?\.?|COLLEGES?|COLLEGIENS?|MIDDLE( SCHOOL)?|SECONDARY)$/, 'C'],
  [/^(L|ALSH|CLSH|LOISIRS?|CENTRES? DE LOISIRS?|CENTRE AERE|HOLIDAY CENTRE)$/, 'L'],
  [/^(A|ADU?\.?|ADTE?S?\.?|ADULTES?|AUTRES?|PERSONNELS?|ENSEIGNANTS?|STAFF|ADULTS?|OTHERS?)$/, 'A'],
];

/** Who eats there, from the code or the word in a file; `null` when the word is not known. */
export function parseSiteKind(cell: string): SiteKind | null {
  const text = fold(cell);
  return words.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
