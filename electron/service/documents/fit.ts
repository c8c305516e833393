/** Where the sheet of a page shrinks: larger figures for few dishes, closer rows for many. */
export type Density = 'roomy' | 'normal' | 'dense';

/** Millimetres that a page of A4 holds between its margins, a little less than the 271 there are. */
const pageHeight = 268;
/** A4 without the margins. */
export const pageWidth = 186;

const mmPerPoint = 25.4 / 72;

/** Widths of Inter's bold letters in ems, rounded up; letters that are not listed are as wide as the widest of their kind. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ijlI.,:;’'|!·]/, 0.33],
  [/[ frt()/-]/, 0.42],
  [/[mwMW@%œæŒÆ]/, 0.98],
  [/[\p{Ll}\d]/u, 0.66],
  [/[\p{L}]/u, 0.8],
];
const widest = 1.1;
/** Latin letters are in the sheet's own font; all others in one that nobody has measured. */
const measured = /^[\u0020-\u024f\u2010-\u203a]$/;

const charWidth = (char: string): number =>
  measured.test(char) ? (widths.find(([kind]) => kind.test(char))?.[1] ?? 0.8) : widest;

type Weight = 'bold' | 'regular';
/** Regular letters are narrower than bold ones by a little more than this. */
const shareOf: Readonly<Record<Weight, number>> = { bold: 1, regular: 0.94 };

/** Lines that a text takes at most, in a column of `width` mm set in letters of `points`. */
export function linesOf(text: string, points: number, width: number, weight: Weight): number {
  const room = width / (points * mmPerPoint * shareOf[weight]);
  let lines = 1;
  let used = 0;
  for (const word of text.split(/(?<=[\s-])/)) {
    const long = [...word].reduce((sum, char) => sum + charWidth(char), 0);
    if (used > 0 && used + long > room) {
      lines += 1;
      used = 0;
    }
    // A word longer than the line is broken where the line ends.
    lines += Math.max(0, Math.ceil(long / room) - 1);
    used = long > room ? room : used + long;
  }
  return lines;
}

/** Height in mm of a text, at most. */
export function textHeight(
  text: string,
  points: number,
  ratio: number,
  width: number,
  weight: Weight = 'regular',
): number {
  return linesOf(text, points, width, weight) * lineHeight(points, ratio);
}

export const lineHeight = (points: number, ratio = 1.25): number => points * ratio * mmPerPoint;

const densities: readonly Density[] = ['roomy', 'normal', 'dense'];

/**
 * The largest type in which a sheet is one page, at most `largest`; where none is, the smallest, over pages.
 * `heightAt`: millimetres that the sheet takes at most.
 */
export function fitPage(
  largest: Density,
  heightAt: (density: Density) => number,
): { readonly density: Density; readonly fits: boolean } {
  const steps = densities.slice(densities.indexOf(largest));
  const density = steps.find((step) => heightAt(step) <= pageHeight);
  return { density: density ?? 'dense', fits: density !== undefined };
}

/** Millimetres of a sheet's own head at most: what, date, whose it is, a line about it. */
export const headHeight = (name: string): number =>
  lineHeight(10.5) +
  lineHeight(23, 1.12) +
  1.5 +
  textHeight(name, 14, 1.2, 100, 'bold') +
  lineHeight(10.5) +
  5.2;

/** The head of a table with counts above their names, on two lines at most. */
export const tableHeadHeight = 4.6 + lineHeight(19, 1.05) + 2 * lineHeight(9.5, 1.2);

/** The boxes at the foot of a sheet, with the air above them. */
export const boxesHeight = 5 + 12.3 + lineHeight(9.5);
