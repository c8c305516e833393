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

const yes = /^(1|O|OUI|Y|YES|X|V|VRAI|TRUE)$/;
const no = /^(0|N|NON|NO|F|FAUX|FALSE)$/;
const open = /^(OUVERTE?S?|OPEN)$/;

/** The sense of a title over marks: "Ouvert O/N" over days with service, "Fermeture" over those without. */
function senseOf(title: string): 'open' | 'closed' | null {
  const folded = fold(title);
  return /\b(OUVERT|OPEN)/.test(folded) ? 'open' : /\b(FERM|CLOS)/.test(folded) ? 'closed' : null;
}

/** What a cell says of its day below a title; `none`: that it is open; `null`: nothing that is known. */
export function closureBelow(title: string, cell: string): ClosureKind | 'none' | null {
  const mark = fold(cell);
  const sense = senseOf(title);
  if (open.test(mark) || (sense === 'open' ? yes : no).test(mark)) {
    return sense === null && !open.test(mark) ? null : 'none';
  }
  const isClosed = sense !== null && (sense === 'open' ? no : yes).test(mark);
  return isClosed ? 'closure' : sense === 'closed' && mark === '' ? 'none' : closureKindOf(cell);
}
