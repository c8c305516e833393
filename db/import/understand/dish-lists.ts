import { fold } from '../../fold.ts';
import { type DishMark, dishMarks } from '../shape.ts';
import type { Answers, TableQuestion } from '../table-question.ts';
import type { ColumnOfCells } from './cells.ts';
import type { Knowledge } from './knowledge.ts';

/** The parts of a cell between such signs; what stands in brackets stays together, as does "sauce tomate" after a comma. */
export function splitDishes(cell: string, mark: DishMark): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < cell.length; at++) {
    const letter = cell[at] as string;
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    // "1,5" is a number.
    const isInNumber = mark === ',' && /\d/.test(cell[at - 1] ?? '') && /\d/.test(cell[at + 1] ?? '');
    if (depth <= 0 && !isInNumber && cell.startsWith(mark, at)) {
      parts.push(cell.slice(from, at));
      from = at + mark.length;
    }
  }
  return [...parts, cell.slice(from)].map((part) => part.trim()).filter((part) => part !== '');
}

/** A part that goes on with the name before it: "Riz, sauce tomate". */
const isRest = (part: string) =>
  /^(SAUCE|AVEC|A|AU|AUX|DE|DU|D|ET|FACON|EN|SUR|MAISON|BIO|NATURE|AOP|AOC|IGP|WITH|AND|OF)\b/.test(
    fold(part),
  );

const beginsLarge = (part: string) => /^[^\p{L}]*\p{Lu}/u.test(part);

/** Lists are told from names by what most cells hold. */
const most = 0.6;

/** What the cells of dishes of a menu are, where a day has one line. */
export interface DishLists {
  readonly mark: DishMark | null;
  readonly questions: readonly TableQuestion[];
}

const none: DishLists = { mark: null, questions: [] };

/**
 * "Melon, Poulet, Flan" is a day's menu in one cell, "Riz, sauce tomate" one dish. Only where each day has one line;
 * three parts and more in most cells are a list, as are parts that begin with capitals each, or dishes on record.
 * Where as much speaks for one as for the other, it is asked.
 */
export function dishLists(
  { cells, distinct }: ColumnOfCells,
  days: readonly string[],
  knowledge: Knowledge,
  answers: Answers,
): DishLists {
  const filled = [...distinct];
  const lines = cells.filter((cell) => cell !== '').length;
  const isOnePerDay = lines > 0 && new Set(days.filter((_, line) => cells[line] !== '')).size >= 0.9 * lines;
  if (!isOnePerDay || filled.some((cell) => /[\n\r|]|<br\s*\/?>|^\s*(?:\[|[({]\s*["'])/i.test(cell))) {
    return none;
  }
  const [best] = dishMarks
    .map((mark) => ({ mark, split: filled.map((cell) => splitDishes(cell, mark)) }))
    .toSorted((a, b) => sharesOf(b.split).several - sharesOf(a.split).several);
  const { mark, split } = best as { mark: DishMark; split: readonly (readonly string[])[] };
  const { several, many } = sharesOf(split);
  if (several < 0.3) {
    return none;
  }
  const said = answers['dish-list'];
  if (said !== undefined) {
    return said === 'yes' ? { mark, questions: [] } : none;
  }
  const later = split.flatMap(([, ...parts]) => parts);
  const share = (is: (part: string) => boolean) => later.filter(is).length / later.length;
  const large = share((part) => beginsLarge(part) && !isRest(part));
  const known = share((part) => knowledge.isDish(part));
  if (many >= most || (several >= most && (large >= 0.8 || known >= 0.5))) {
    return { mark, questions: [] };
  }
  if (large < 0.2 && many < 0.2) {
    return none;
  }
  const example = filled.find((cell) => splitDishes(cell, mark).length > 1) ?? '';
  return {
    mark: null,
    questions: [
      {
        id: 'dish-list',
        names: [example],
        proposal: several >= most ? 'yes' : null,
        choices: ['yes', 'no'],
        blocking: true,
      },
    ],
  };
}

/** Shares of the cells that have two parts or more, and three or more. */
function sharesOf(split: readonly (readonly string[])[]): { several: number; many: number } {
  const share = (least: number) => split.filter(({ length }) => length >= least).length / split.length;
  return { several: share(2), many: share(3) };
}
