import type { DateAxis, TextColumn } from './axes.ts';
import { type ColumnOfCells, nameOf } from './cells.ts';
import type { Counts } from './counts-of.ts';
import { isPersonTitle, wordsOf } from './words.ts';

const takenBack = /^(ABS|ABSENTE?S?|ANNULEE?S?|NON|EXCUSEE?S?|CANCELLED|ABSENCE|DESINSCRIT\w*)\b/;

/**
 * A list with a line for each child and meal, and no count. The same children come again from day to day, which
 * dishes and events do not; `null`: it is no such list, or some lines say that a child does not eat.
 */
export function countsOfPeople(
  columns: readonly ColumnOfCells[],
  texts: readonly TextColumn[],
  { column: { cells: days } }: DateAxis,
): Counts | null {
  const people = columns.find(({ title, filled }) => filled > 0 && isPersonTitle(title.own));
  const dates = new Set(days.filter((day) => day !== '')).size;
  const isList = people !== undefined && dates >= 4 && people.filled >= 3 * dates;
  const isTakenBack = texts.some(({ column }) =>
    [...column.distinct].some((cell) => takenBack.test(wordsOf(cell))),
  );
  return !isList || isTakenBack || people.distinct.size * dates > 3 * people.filled
    ? null
    : {
        by: null,
        groups: [{ name: null, served: [], staff: [] }],
        reasons: new Map(),
        questions: [],
        otherServices: [],
        mayHoldAdults: null,
        peopleIn: nameOf(people),
      };
}
