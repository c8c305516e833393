import type { Plot, Point } from './frontier.ts';

/** Where a text stands beside its mark. Pixels; `y`: the line it stands on. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly textAnchor: 'start' | 'middle' | 'end';
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room of a name to the right of its mark, and of one line above the axis. */
const NAME_ROOM = 150;
const LINE = 16;

/** The name of a mark of its own: beside it, or above it near the right edge or the axis. */
export function namePlace(plot: Plot, at: Point): LabelPlace {
  const atEdge = plot.right - plot.x(at.over) < NAME_ROOM;
  const above = atEdge || plot.bottom - plot.y(at.under) < LINE;
  return { x: atEdge ? 4 : 10, y: above ? -10 : 2, textAnchor: atEdge ? 'end' : 'start' };
}

/** Two lines under a dotted line, and from the first to the second. */
const WORDS_ROOM = 38;
const NEXT_LINE = 15;
/** The words above their mark: the first line where nothing is in the way, and by how much it is raised until then. */
const ABOVE = 24;
const RAISE = 4;

/**
 * Where the first of the two lines at the dial's level begins: under its dotted line, on the left. Near the axis there
 * is no room; the curve falls, so that it is free above it on the right: as near to the mark as can be. The first of
 * these that covers no other mark, no name and nothing of the curve; else the corner.
 */
export function dialledPlace(
  plot: Plot,
  at: Point,
  lines: readonly [string, string],
  { names, curve }: { readonly names: readonly Label[]; readonly curve: readonly Point[] },
): { readonly x: number; readonly y: number } {
  const y = plot.y(at.under);
  const width = Math.max(...lines.map((line) => line.length)) * LETTER_WIDTH;
  const under = { x: plot.left + 8, y: y + NEXT_LINE };
  const x = Math.min(plot.x(at.over) + 10, plot.right - width);
  const beside = { x, y: y - ABOVE };
  const corner = { x: plot.right - width, y: plot.top + ASCENT };
  const above = Array.from({ length: Math.max(0, Math.floor((beside.y - corner.y) / RAISE)) }, (_, step) => ({
    x,
    y: beside.y - step * RAISE,
  }));
  const taken = [
    ...names.flatMap((name) => [boxOf(plot, name, namePlace(plot, name.at)), markOf(plot, name.at)]),
    ...curve.map((point) => markOf(plot, point)),
  ];
  const isFree = ({ x: left, y: line }: typeof under) => {
    const box = { left, right: left + width, top: line - ASCENT, bottom: line + NEXT_LINE + DESCENT };
    return !taken.some((other) => overlap(box, other));
  };
  const places = [...(plot.bottom - y >= WORDS_ROOM ? [under] : []), ...above, corner];
  return places.find(isFree) ?? beside;
}

/** Under the curve, where no other mark stands; then above it; then beside it. */
const PLACES: readonly LabelPlace[] = [
  { x: -8, y: 12, textAnchor: 'end' },
  { x: 0, y: -9, textAnchor: 'middle' },
  { x: 8, y: 12, textAnchor: 'start' },
  { x: 8, y: -7, textAnchor: 'start' },
];

interface Label {
  readonly at: Point;
  readonly text: string;
}

/** The first place of a level's label that covers neither the axis nor a name; `null`: the table behind has it. */
export function levelPlace(plot: Plot, label: Label, names: readonly Label[]): LabelPlace | null {
  const taken = names.map((name) => boxOf(plot, name, namePlace(plot, name.at)));
  const free = PLACES.find((place) => {
    const box = boxOf(plot, label, place);
    return box.bottom < plot.bottom && !taken.some((other) => overlap(box, other));
  });
  return free ?? null;
}

/** Wide enough for a letter of the largest text size of a chart. */
const LETTER_WIDTH = 7;
const ASCENT = 11;
const DESCENT = 3;

function boxOf(plot: Plot, { at, text }: Label, place: LabelPlace): Box {
  const width = text.length * LETTER_WIDTH;
  const before = { start: 0, middle: width / 2, end: width }[place.textAnchor];
  const left = plot.x(at.over) + place.x - before;
  const line = plot.y(at.under) + place.y;
  return { left, right: left + width, top: line - ASCENT, bottom: line + DESCENT };
}

const HALF_MARK = 5;

function markOf(plot: Plot, { over, under }: Point): Box {
  const [x, y] = [plot.x(over), plot.y(under)];
  return { left: x - HALF_MARK, right: x + HALF_MARK, top: y - HALF_MARK, bottom: y + HALF_MARK };
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
