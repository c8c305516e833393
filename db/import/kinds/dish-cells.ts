import { tidy } from '../../fold.ts';

/**
 * The dishes of a cell: a list of choices, each a list of dishes ("A ou B" is one of two). Lines are dishes of their
 * own, unless one goes on in the next; programs write lists as ['A', 'B']. "A / B" is a choice in a column of one
 * course; in a list of dishes it is one with what comes to it ("Radis / beurre").
 */
export function dishesInCell(cell: string, slashIsChoice: boolean): readonly (readonly string[])[] {
  return (listLiteral(cell) ?? linesOf(cell))
    .map((text) => choicesIn(text, slashIsChoice))
    .filter((dishes) => dishes.length > 0);
}

/** ["A", "B"] and ['A', "L'autre"], in brackets of any kind where they are quoted; `null`: it is no list. */
function listLiteral(cell: string): readonly string[] | null {
  const inside = (/^\s*\[([\s\S]*)\]\s*$/.exec(cell) ??
    /^\s*[({]\s*(["'][\s\S]*),?\s*[)}]\s*$/.exec(cell))?.[1];
  if (inside === undefined) {
    return null;
  }
  const quoted = [...inside.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.|'(?!\s*(?:,|$)))*)'/g)];
  const items =
    quoted.length > 0
      ? quoted.map(([, double, single]) => (double ?? single ?? '').replace(/\\(.)/g, '$1'))
      : inside.split(',');
  return items.filter((item) => item.trim() !== '');
}

const goesOn = /^(?:sauce|à|au|aux|de|du|des|d[’']|et|avec|en|sur|façon|\(|&|with|in|and|of|ou\b|or\b)/u;

/** A line that begins with a word of the middle of a name, or "ou", goes on with the one before. */
function linesOf(cell: string): readonly string[] {
  const lines: string[] = [];
  for (const line of cell.split(/[\n\r\v\u2028|]+|<br\s*\/?>/iu)) {
    const text = tidy(line.replace(/^\s*[-–•*·]\s+/, ''));
    const before = lines.at(-1);
    const isRest = before !== undefined && (goesOn.test(text) || /\b(?:ou|or)$/i.test(before));
    if (isRest) {
      lines[lines.length - 1] = `${before} ${text}`;
    } else if (text !== '') {
      lines.push(text);
    }
  }
  return lines;
}

/** "A OU B", "A / B" and "A (ou B)"; an empty dish is written " -". */
function choicesIn(text: string, slashIsChoice: boolean): readonly string[] {
  return text
    .replace(/\(\s*(?:ou|or)\s+([^()]+)\)/giu, ' ou $1')
    .split(slashIsChoice ? /\s+(?:ou|or)\s+|\s+\/+\s+/iu : /\s+(?:ou|or)\s+/iu)
    .map((dish) => tidy(dish))
    .filter((dish) => /[\p{L}\p{N}]/u.test(dish));
}
