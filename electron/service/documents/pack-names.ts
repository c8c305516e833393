import type { Language } from '../../api/records.ts';
import { whole } from './sheet-format.ts';

/** What packs are called, one and several: whoever typed “sacs 2,5 kg” means one sack of that size. */
const nouns: readonly (readonly [string, string])[] = [
  ...'sac bac carton sachet colis boîte barquette poche plaque pièce part tranche portion bouteille bidon caisse cagette clayette pot brique filet botte rouleau tube pack lot paquet palette pain baguette bûche boule meule conserve seau plateau fût bloc moule pavé tourte flan ramequin bande cageot coquille demi-bac'
    .split(' ')
    .map((noun) => [noun, several(noun)] as const),
  ...'bag case bottle tray carton tin packet crate pot tub jar can sack loaf slice piece'
    .split(' ')
    .map((noun) => [noun, noun === 'loaf' ? 'loaves' : `${noun}s`] as const),
  ['box', 'boxes'],
  ...[
    ['grand', 'grands'],
    ['grande', 'grandes'],
    ['petit', 'petits'],
    ['petite', 'petites'],
    ['gros', 'gros'],
    ['grosse', 'grosses'],
  ].map(([one = '', many = '']) => [one, many] as const),
];

function several(noun: string): string {
  if (/[sxz]$/.test(noun)) return noun;
  return /eau$/.test(noun) ? `${noun}x` : `${noun}s`;
}

const forms = new Map(nouns.flatMap((pair) => pair.map((form) => [form, pair] as const)));

/** A pack's name as it stands behind a count: “sac 2,5 kg” after 1, “sacs 2,5 kg” after 2. Words that are no pack's stay. */
export function packName(size: string, count: number): string {
  const words = size.normalize('NFC').split(/(\s+)/);
  for (const [i, word] of words.entries()) {
    if (/^\s*$/.test(word)) continue;
    const pair = forms.get(word.toLowerCase());
    if (pair === undefined) break;
    const form = pair[Math.abs(count) < 2 ? 0 : 1];
    words[i] = word[0] + form.slice(1);
  }
  return words.join('');
}

/** A count and what it counts: “7” and “bacs GN 1/3”; “7” and “× 5 kg” where the name is a size alone. */
export function packParts(
  { count, size }: { readonly count: number; readonly size: string },
  language: Language,
): { readonly count: string; readonly size: string } {
  const name = packName(size, count);
  return { count: whole(count, language), size: /^\p{L}/u.test(name) ? name : `× ${name}` };
}

/** “7 bacs GN 1/3”, “7 × 5 kg”. */
export function packCount(count: number, size: string, language: Language): string {
  const parts = packParts({ count, size }, language);
  return `${parts.count} ${parts.size}`;
}
