import type { ClosureKind } from '../../forecasting/domain/records.ts';
import { fold } from '../fold.ts';

const kinds: readonly (readonly [RegExp, ClosureKind])[] = [
  [/GREVE|STRIKE/, 'strike'],
  [/SORTIE|OUTING|VOYAGE|CLASSE VERTE|CLASSE DE|EXCURSION|PIQUE.?NIQUE|TRIP/, 'outing'],
  [/FERM|CLOS|TRAVAUX|PONT|CONGE|VACANCES|FERIE|ELECTION|INTEMPERIE|CANICULE|NEIGE/, 'closure'],
];

/** The kind of closure that a text tells of; `null`: none that is known. */
export function closureKindOf(text: string): ClosureKind | null {
  const folded = fold(text);
  return kinds.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}
