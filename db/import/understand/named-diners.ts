import type { SiteKind } from '../../../forecasting/domain/records.ts';
import { fold } from '../../fold.ts';
import { parseSiteKind } from '../site-kind.ts';
import { titleClass } from './age-class.ts';
import { nameOf } from './cells.ts';
import type { Knowledge } from './knowledge.ts';
import type { ValueColumn } from './value-columns.ts';
import { withoutAdults, wordsOf } from './words.ts';

/** "Prévert mat" and "Prévert élém" are two parts of Prévert, unless the records know them as two sites. */
export function withKindsApart(named: readonly ValueColumn[], knowledge: Knowledge): readonly ValueColumn[] {
  const split = named.map((value) => ({ value, own: kindInName(value.name) }));
  const isShared = (site: string, kind: SiteKind) =>
    split.some(({ own }) => own !== null && own.kind !== kind && fold(own.site) === fold(site));
  return split.map(({ value, own }) =>
    own === null || knowledge.isSite(value.name) || !isShared(own.site, own.kind)
      ? value
      : { ...value, name: own.site, siteKind: own.kind, who: 'part', titleClass: titleClass('', own.kind) },
  );
}

/** The site and the guests of a title that ends, or begins, with what guests are called. */
function kindInName(name: string): { readonly site: string; readonly kind: SiteKind } | null {
  const words = name
    .trim()
    .split(/[\s\-–(),]+/)
    .filter((word) => word !== '');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const isWord = (word: string) => word.length >= 3 && parseSiteKind(word) !== null;
  const kind = words.length < 2 ? null : isWord(last) ? last : isWord(first) ? first : null;
  const site = kind === null ? '' : name.replace(kind, '').replace(/^[\s\-–(),]+|[\s\-–(),]+$/g, '');
  const found = kind === null ? null : parseSiteKind(kind);
  return found === null || found === 'A' || site === '' ? null : { site, kind: found };
}

const childrenWord = /^(ENFANTS?|ELEVES?|CHILDREN|PUPILS?)$/;

/** "Prévert enfants" beside "Prévert adultes": both are of Prévert. */
export function withChildrenNamed(
  named: readonly ValueColumn[],
  values: readonly ValueColumn[],
): readonly ValueColumn[] {
  const adults = values
    .filter(({ who, name }) => who === 'adults' && name === '')
    .map(({ column }) => fold(withoutAdults(nameOf(column))));
  return named.map((value) => {
    const name = value.name
      .split(/[\s\-–(),]+/)
      .filter((word) => !childrenWord.test(wordsOf(word)))
      .join(' ');
    return adults.includes(fold(name)) ? { ...value, name } : value;
  });
}
