import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Concept {
  readonly code: string;
  /** The words that are right, in both languages. */
  readonly right: Readonly<Record<'fr' | 'en', readonly string[]>>;
  /** Avoided for this concept only. */
  readonly avoided: Readonly<Record<'fr' | 'en', readonly string[]>>;
  /** In bold: avoided in every text. */
  readonly avoidedEverywhere: Readonly<Record<'fr' | 'en', readonly string[]>>;
}

const words = (cell: string): readonly string[] =>
  cell === '–' ? [] : cell.split(', ').map((word) => word.replaceAll('*', ''));
const bold = (cell: string) => cell.split(', ').filter((word) => word.startsWith('**'));
const plain = (cell: string) => cell.split(', ').filter((word) => !word.startsWith('**'));

/** The concepts of docs/glossary.md. */
export function glossary(): readonly Concept[] {
  const text = readFileSync(join(__dirname, '..', '..', 'docs', 'glossary.md'), 'utf8');
  return text.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim().replaceAll("'", '’'));
    const [, code = '', fr = '', en = '', , avoidFr = '', avoidEn = ''] = cells;
    if (cells.length !== 9 || code === 'Code' || code.startsWith('-')) return [];
    return [
      {
        code: code.replace(/ \(.*/, ''),
        right: { fr: words(fr), en: words(en) },
        avoided: { fr: words(plain(avoidFr).join(', ') || '–'), en: words(plain(avoidEn).join(', ') || '–') },
        avoidedEverywhere: {
          fr: words(bold(avoidFr).join(', ') || '–'),
          en: words(bold(avoidEn).join(', ') || '–'),
        },
      },
    ];
  });
}
