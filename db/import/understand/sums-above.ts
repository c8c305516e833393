import { fold } from '../../fold.ts';
import { parseCount } from '../counts.ts';
import { type GridRow, isFullDate, type TableFrame } from './cells.ts';
import type { Knowledge } from './knowledge.ts';
import { weekdayOfWord } from './periods.ts';
import { bannerSite, isBlockName } from './site-of.ts';
import { isSumTitle, readCountTitle, serviceOf, wordsOf } from './words.ts';

interface Block {
  readonly name: string;
  /** The counts beside the name, as many as there are. */
  readonly sums: readonly (number | null)[];
  readonly days: readonly string[];
  readonly counts: readonly (readonly (number | null)[])[];
}

/**
 * Are the lines those of a pivot table: each site in the column of the dates, with its sum beside, above its days?
 * Every sum has to be right, and the days of one site to come again below another: "Trimestre 1" is no site.
 */
export function hasSumsAbove(body: readonly GridRow[], knowledge: Knowledge): boolean {
  const blocks = blocksIn(body);
  // The last one may go on below the lines that are looked at.
  const whole = blocks.slice(0, -1);
  const names = new Set(blocks.map(({ name }) => fold(name)));
  return (
    whole.length > 0 &&
    names.size === blocks.length &&
    blocks.every(({ name }) => isSiteName(name, knowledge)) &&
    whole.every(isRight) &&
    whole.every((block) => sharesDays(block, blocks))
  );
}

/** Does each site stand alone in a line above its days, which come again below another? */
export function namesStandAlone({ banners, body }: TableFrame, knowledge: Knowledge): boolean {
  const column = body[0]?.cells.findIndex((cell) => isFullDate(cell)) ?? -1;
  const blocks: { name: string; days: string[] }[] = [{ name: banners.at(-1) ?? '', days: [] }];
  for (const { cells } of column < 0 ? [] : body) {
    const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    const [only = ''] = texts;
    if (isFullDate(cells[column]?.trim() ?? '')) {
      blocks.at(-1)?.days.push(cells[column]?.trim() ?? '');
    } else if (texts.length === 1 && isBlockName(only)) {
      blocks.push({ name: only, days: [] });
    }
  }
  const dated = blocks.filter(({ days }) => days.length > 0);
  const names = new Set(dated.map(({ name }) => fold(name)));
  return (
    dated.length > 1 &&
    names.size === dated.length &&
    dated.every(({ name }) => isBlockName(name) && isSiteName(name, knowledge)) &&
    dated.every((block) => sharesDays(block, dated))
  );
}

/** What the cell of a date says where no date is: the site of the lines below; `null`: a date that is none. */
export function siteAboveSum(cell: string): string | null {
  const words = wordsOf(cell);
  const isDate = !/\p{L}/u.test(cell) || weekdayOfWord(words.split(' ')[0] ?? '') !== null;
  if (words === '' || isDate || isFullDate(cell)) return null;
  return isBlockName(cell) && !/^(VIDE|BLANK|\(VIDE\)|\(BLANK\))$/.test(words) ? cell.trim() : '';
}

function blocksIn(body: readonly GridRow[]): readonly Block[] {
  const column = body[0]?.cells.findIndex((cell) => cell.trim() !== '') ?? -1;
  const blocks: { name: string; sums: Block['sums']; days: string[]; counts: Block['sums'][] }[] = [];
  for (const { cells } of body) {
    const first = cells[column]?.trim() ?? '';
    if (isSumTitle(first)) break;
    const counts = cells.slice(column + 1).map(countIn);
    const last = blocks.at(-1);
    if (isFullDate(first) && last !== undefined) {
      last.days.push(first);
      last.counts.push(counts);
    } else {
      const name = siteAboveSum(first);
      if (name === null || name === '' || counts.every((count) => count === null)) return [];
      blocks.push({ name, sums: counts, days: [], counts: [] });
    }
  }
  return blocks;
}

function countIn(cell: string): number | null {
  const count = parseCount(cell);
  return typeof count === 'number' ? count : null;
}

const isRight = ({ sums, counts }: Block) =>
  sums.every((sum, at) => sum === null || sum === counts.reduce((total, own) => total + (own[at] ?? 0), 0));

/** Half of its days at least, as far as they are seen. */
function sharesDays(block: Pick<Block, 'days'>, blocks: readonly Pick<Block, 'days'>[]): boolean {
  const others = new Set(blocks.filter((other) => other !== block).flatMap(({ days }) => days));
  const shared = block.days.filter((day) => others.has(day)).length;
  return block.days.length > 0 && 2 * shared >= block.days.length;
}

/** Guests, diets and services stand above days too. */
function isSiteName(name: string, knowledge: Knowledge): boolean {
  if (knowledge.isSite(name) || bannerSite(name, knowledge) !== null) return true;
  const { who, diet, measure, siteKind, counts, rest } = readCountTitle(name);
  const isGuests = [who, diet, measure, siteKind].some((part) => part !== null);
  return !isGuests && serviceOf(name) !== 'other' && !(counts && rest === '');
}
