import { allTexts } from './all-texts.ts';

// Usage: node test/texts/print-texts.ts: all texts, the key, then French, then English, to be read from top to bottom.
const english = Map.groupBy(allTexts('en'), ({ key }) => key);
for (const [key, french] of Map.groupBy(allTexts('fr'), ({ key: one }) => one)) {
  const line = (texts: readonly { readonly text: string }[]) => texts.map(({ text }) => text).join(' ⏐ ');
  console.log(`${key}\n  ${line(french)}\n  ${line(english.get(key) ?? [])}`);
}
