import { allTexts, type Text } from './all-texts.ts';

// Usage: npm run texts, or npm run texts > texts.tsv for a spreadsheet. All texts, one a line: key, French, English,
// with tabs between, to be read from top to bottom. A no-break space is shown as ·, a narrow one as ‧.
const shown = (texts: readonly Text[] | undefined) =>
  (texts ?? [])
    .map(({ text }) => text.replaceAll('\u00a0', '·').replaceAll('\u202f', '‧').replaceAll('\n', ' '))
    .join(' ⏐ ');

const french = Map.groupBy(allTexts('fr'), ({ key }) => key);
const english = Map.groupBy(allTexts('en'), ({ key }) => key);
// An option of the command line is named with its value, which has a name of its own in each language.
const left = [...english.keys()].filter((key) => !french.has(key));
for (const [key, texts] of french) {
  const same = english.get(key) ?? english.get(left.shift() ?? '');
  console.log(`${key}\t${shown(texts)}\t${shown(same)}`);
}
