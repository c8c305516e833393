import { fold } from '../../../db/fold.ts';
import type { IsoDate, SiteKind } from '../../api/records.ts';
import { siteKinds } from '../../api/schemas.ts';
import { messagesIn } from '../messages/messages.ts';

/** The boxes of the meal, in the order of the printed sheets; the reason stands after the dishes. */
export const mealBoxes = ['headChildren', 'headAdults', 'children', 'adults', 'left'] as const;
export type MealBox = (typeof mealBoxes)[number] | 'reason';

/** The boxes of each dish, in the order of the printed sheets. */
export const dishBoxes = ['prepared', 'served', 'left', 'ranOutAt', 'reason'] as const;
export type DishBox = (typeof dishBoxes)[number];

/** What a sheet is of. */
export interface Marker {
  readonly date: IsoDate;
  readonly kind: SiteKind;
  readonly site: string;
}

/** ASCII, so that it can be looked for in the bytes of a file in any charset but UTF-16. */
export const signature = 'bonne-mesure/return-sheet/1';

/** The kind of a site of several classes is written `M+E`: a slash parts the fields. */
const spelled = (kind: SiteKind) => kind.replaceAll('/', '+');

export const markerText = ({ date, kind, site }: Marker): string =>
  `${signature}/${date}/${spelled(kind)}/${site}`;

const pattern = new RegExp(`${signature}/(\\d{4}-\\d\\d-\\d\\d)/([^/]+)/(.+)$`, 'i');

/** The marker in a cell; `null`: there is none, or it was changed beyond reading. */
export function markerIn(cell: string): Marker | null {
  const [, date, kind, site] = pattern.exec(cell.normalize('NFC').trim()) ?? [];
  const known = siteKinds.find((one) => spelled(one) === kind);
  return date === undefined || known === undefined || site === undefined
    ? null
    : { date, kind: known, site: site.trim() };
}

const languages = [messagesIn('fr').returnSheets, messagesIn('en').returnSheets];

/** Words of both languages as they are compared. */
function wordsOf<K extends string>(
  pick: (words: (typeof languages)[number]) => Readonly<Record<K, string>>,
): ReadonlyMap<string, K> {
  return new Map(
    languages.flatMap((words) =>
      (Object.entries(pick(words)) as [K, string][]).map(([key, word]) => [fold(word), key] as const),
    ),
  );
}

export const mealBoxWords = wordsOf<MealBox>(({ boxes }) => boxes);
export const dishBoxWords = wordsOf<DishBox | 'dish'>(({ dishBoxes: words }) => words);
export const headWords = wordsOf<'site' | 'day'>(({ head }) => head);
export const reasonWords = wordsOf(({ reasons }) => reasons);
export const yesWords: ReadonlySet<string> = new Set(['OUI', 'YES', 'X', 'VRAI', 'TRUE']);
export const noWords: ReadonlySet<string> = new Set(['NON', 'NO', '-', 'FAUX', 'FALSE']);
