import type { Course, MenuDish, MenuDraftDish } from '../../../electron/api/records.ts';

/** A dish of a day while it is being typed. */
export interface DraftLine {
  readonly id: number;
  readonly dish: string;
  readonly course: Course | null;
  /** Children choose between this dish and the one above. */
  readonly orAbove: boolean;
}

/** What a day without a menu begins with: a line for each course, those left empty are dropped. */
const USUAL: readonly Course[] = ['starter', 'main', 'side', 'dairy', 'dessert'];

export function menuDraftOf(dishes: readonly MenuDish[]): readonly DraftLine[] {
  if (dishes.length === 0) {
    return USUAL.map((course, id) => ({ id, dish: '', course, orAbove: false }));
  }
  return dishes.map(({ dish, course, choice }, id) => ({
    id,
    dish,
    course,
    orAbove: choice !== null && dishes[id - 1]?.choice === choice,
  }));
}

/** One more line after those there are; of the course that a second dish of the last line would have. */
export function withLine(lines: readonly DraftLine[]): readonly DraftLine[] {
  const id = 1 + Math.max(-1, ...lines.map((line) => line.id));
  return [...lines, { id, dish: '', course: lines.at(-1)?.course ?? null, orAbove: false }];
}

/** The first line has none above it. */
export function withoutLine(lines: readonly DraftLine[], id: number): readonly DraftLine[] {
  return lines
    .filter((line) => line.id !== id)
    .map((line, i) => (i === 0 && line.orAbove ? { ...line, orAbove: false } : line));
}

/** The list to be kept: lines without a dish are dropped, dishes of one choice share a number. */
export function dishesOfDraft(lines: readonly DraftLine[]): readonly MenuDraftDish[] {
  const filled = lines.filter(({ dish }) => dish.trim() !== '');
  let choices = 0;
  return filled.map(({ dish, course, orAbove }, i) => {
    const begins = filled[i + 1]?.orAbove === true && !(orAbove && i > 0);
    if (begins) choices++;
    const choice = begins || (orAbove && i > 0) ? choices : null;
    return { dish: dish.trim(), course, choice };
  });
}
