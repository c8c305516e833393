import type { IsoDate } from '../../electron/api/records.ts';
import { isLike, queryWordsOf } from '../format/words.ts';
import { nearestOfMonth } from './calendar.ts';
import { type Now, readWhen, type When } from './read-when.ts';

export type Intent = 'how-many' | 'why' | 'what-is';

export interface PaletteQuery {
  /** `null`: no question, only words to look for. */
  readonly intent: Intent | null;
  readonly when: When;
  /** A number of meals: « pourquoi 142 ». */
  readonly number: number | null;
  /** The day that this number may mean as well: « Jaurès 17 ». */
  readonly numberAsDay: IsoDate | null;
  /** What is left: the name of a site, mostly. */
  readonly names: readonly string[];
  /** Everything that was typed, for what is looked up by its name. */
  readonly words: readonly string[];
}

const INTENTS: readonly (readonly [Intent, readonly (readonly string[])[]])[] = [
  [
    'what-is',
    [
      ['c', 'est', 'quoi'],
      ['qu', 'est', 'ce', 'que'],
      ['que', 'veut', 'dire'],
      ['what', 'is'],
      ['what', 'are'],
      ['what', 'does'],
      ['definition'],
    ],
  ],
  [
    'how-many',
    [
      ['combien'],
      ['cb'],
      ['how', 'many'],
      ['how', 'much'],
      ['nombre'],
      ['number', 'of'],
      ['quelle', 'commande'],
      ['quelles', 'commandes'],
    ],
  ],
  ['why', [['pourquoi'], ['pq'], ['why'], ['how', 'come'], ['explique'], ['explain']]],
];

/** Words that a question is built with and that name nothing. */
const FILLERS = new Set(
  (
    'repas meal meals enfant enfants children kids eleves pupils couvert couverts de du des le la les l d un une a au aux pour en y il ils t je tu on ' +
    'nous vous faut est ce c cest que qu qui quoi dois doit commander commande commandes order orders ordered prevu prevus prevue prevoir prevision ' +
    'forecast expected served servir sert to do does did we i need for at in the of is are was were there should be chez s me moi it that this ' +
    'ca cela avec et and mean veut dire stp svp please sont sera serons etait ont va avons have will many much nombre number'
  ).split(' '),
);

/** Reads what was typed, in French or English, whatever the language of the page. */
export function parseQuery(text: string, now: Now): PaletteQuery {
  const words = queryWordsOf(text);
  const { intent, rest } = readIntent(words);
  const { when, rest: left } = readWhen(rest, now);
  const numbers = left.filter((word) => /^\d+$/.test(word));
  const names = left.filter((word) => !FILLERS.has(word));
  const number = numbers.length === 1 ? Number(numbers[0]) : null;
  const numberAsDay =
    number !== null && number > 0 && number <= 31 && when.days.length === 0 && when.week === null
      ? nearestOfMonth(number, null, now.shown)
      : null;
  return { intent, when, number, numberAsDay, names, words };
}

/** The same question with its number as a day. */
export const askedOfDay = (question: PaletteQuery, date: IsoDate): PaletteQuery => ({
  ...question,
  when: { days: [date], week: null },
  number: null,
  numberAsDay: null,
  names: question.names.filter((word) => !/^\d+$/.test(word)),
});

function readIntent(words: readonly string[]): {
  readonly intent: Intent | null;
  readonly rest: readonly string[];
} {
  for (const [intent, forms] of INTENTS) {
    for (const form of forms) {
      const at = words.findIndex((_, start) => form.every((part, i) => isLike(words[start + i] ?? '', part)));
      if (at >= 0) return { intent, rest: words.toSpliced(at, form.length) };
    }
  }
  return { intent: null, rest: words };
}

/** Is there anything to answer, beyond things to look up by their name? */
export function asksForOrders({ intent, when, number }: PaletteQuery): boolean {
  return intent === 'how-many' || intent === 'why' || when.days.length > 0 || number !== null;
}
