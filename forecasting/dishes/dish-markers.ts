import type { DishMarker } from '../domain/records.ts';

interface Sign {
  readonly marker: DishMarker;
  readonly pattern: RegExp;
  /** It says what is in the dish, so that a dish with it is another one than without it. */
  readonly substance?: string;
}

const edge = '(?<![\\p{L}\\p{M}\\d])';
const end = '(?![\\p{L}\\p{M}\\d])';
const sign = (words: string, flags = 'giu') => new RegExp(`${edge}(?:${words})${end}`, flags);

const signs: readonly Sign[] = [
  { marker: 'organic', pattern: sign('bios?|biologiques?') },
  { marker: 'asterisk', pattern: /\*+/g },
  { marker: 'degree', pattern: /°+/g },
  { marker: 'no-pork', pattern: sign('(?:sans|s/) ?porc'), substance: ' sansporc ' },
  { marker: 'vegetarian', pattern: sign('VG|V[ÉE]G[ÉE]', 'gu'), substance: ' végétarien ' },
  { marker: 'red-label', pattern: sign('label rouge') },
  { marker: 'red-label', pattern: sign('LR', 'gu') },
  { marker: 'pdo', pattern: sign('AOP|AOC|IGP', 'gu') },
  { marker: 'msc', pattern: sign('MSC', 'gu') },
  { marker: 'local', pattern: sign('(?:produits? )?loca(?:l|le|ux|les)') },
  { marker: 'fairtrade', pattern: sign('(?:commerce )?[ée]quitables?') },
];

export interface Marked {
  readonly markers: readonly DishMarker[];
  /** The text without signs, to be shown. */
  readonly shown: string;
  /** The text without signs, to be compared: those of substance are words. */
  readonly compared: string;
}

/** Takes the signs out of a dish's text. */
export function readMarkers(text: string): Marked {
  const found = new Set<DishMarker>();
  let compared = text;
  let shown = text;
  for (const { marker, pattern, substance } of signs) {
    const without = compared.replace(pattern, substance ?? ' ');
    if (without !== compared) {
      found.add(marker);
      compared = without;
      shown = substance === undefined ? shown.replace(pattern, ' ') : shown;
    }
  }
  if (/v[ée]g[ée]tarien/iu.test(compared)) {
    found.add('vegetarian');
  }
  return { markers: [...found], shown, compared };
}
