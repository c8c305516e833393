import type { SiteKind } from '../../electron/api/records.ts';
import { bestScore, queryWordsOf } from '../format/words.ts';

export interface NamedSite {
  readonly id: number;
  readonly name: string;
  readonly kind: SiteKind;
}

/** Words that say what a place is, not which one; they only tell apart what the other words leave open. */
const WEAK = new Set(
  'ecole ecoles groupe scolaire cantine restaurant resto site school canteen primary kitchen cuisine'.split(
    ' ',
  ),
);

const KIND_WORDS: Readonly<Record<SiteKind, readonly string[]>> = {
  M: ['maternelle', 'mat', 'nursery'],
  E: ['elementaire', 'elem', 'elementary'],
  'M/E': ['primaire', 'primary'],
  C: ['college', 'middle'],
  L: ['loisirs', 'leisure', 'centre'],
  A: ['adultes', 'adults'],
};

/** How far below the best a site may be and still be meant. */
const NEAR = 0.12;

/** The sites that the words may mean, the likeliest first: one, or the choices. Words that fit no site are passed over. */
export function findSites<S extends NamedSite>(words: readonly string[], sites: readonly S[]): readonly S[] {
  const named = sites.map((site) => ({
    site,
    words: [...queryWordsOf(site.name), ...KIND_WORDS[site.kind]],
  }));
  const ofPlace = words.some((word) => WEAK.has(word));
  const telling = words.filter(
    (word) => isTelling(word, ofPlace) && named.some((one) => bestScore(word, one.words) > 0),
  );
  if (telling.length === 0) return [];
  const beside = words.filter((word) => !telling.includes(word));
  const scored = named
    .map((one) => ({ site: one.site, score: scoreOf(telling, one.words), extra: scoreOf(beside, one.words) }))
    .filter(({ score }) => score > 0);
  const top = Math.max(...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score >= top - NEAR)
    .toSorted((a, b) => b.score + b.extra * NEAR - (a.score + a.extra * NEAR))
    .map(({ site }) => site);
}

/** One letter means no site, and a number only in « école 12 ». */
function isTelling(word: string, ofPlace: boolean): boolean {
  if (/^\d+$/.test(word)) return ofPlace;
  return word.length > 1 && !WEAK.has(word);
}

function scoreOf(words: readonly string[], name: readonly string[]): number {
  if (words.length === 0) return 0;
  return words.reduce((sum, word) => sum + bestScore(word, name), 0) / words.length;
}
