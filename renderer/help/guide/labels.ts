/** `[[week.level]]`, or with what stands in its place `[[panel.why|n=…]]`: a text of the page, by its key. */
const label = /\[\[([\w.-]+)((?:\|\w+=[^|\]]*)*)\]\]/g;

export type LabelOf = (key: string, values: Readonly<Record<string, string>>) => string;

/** A chapter with the words that the page shows now in place of their keys, so that it cannot name one that is gone. */
export const withLabels = (text: string, labelOf: LabelOf): string =>
  text.replace(label, (_, key: string, given: string) => {
    const values = given
      .split('|')
      .slice(1)
      .map((value) => value.split('=') as [string, string]);
    return `**${labelOf(key, Object.fromEntries(values))}**`;
  });

/** The keys that a chapter names. */
export const labelsIn = (text: string): readonly string[] =>
  [...text.matchAll(label)].map(([, key = '']) => key);
