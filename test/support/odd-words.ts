import type { Language } from '../../electron/api/records.ts';

/** What no person should be shown: stacks, codes of the program or of SQLite, values that are none. */
const never: readonly RegExp[] = [
  /\n\s+at .+/,
  /\bSQLITE_\w*/,
  /no such (?:table|column|function)[^\n]*/i,
  /\b(?:Type|Range|Reference|Syntax|Sqlite|Zod|Usage)?Error\b/,
  /\b(?:undefined|NaN|Infinity)\b|\[object \w+\]/,
  /\w+\.(?:ts|js):\d+/,
  /\b(?:UNIQUE|FOREIGN KEY|CHECK|NOT NULL) constraint[^\n]*/i,
  /\b[a-z]+(?:-[a-z]+)*-(?:of|out|in|not|no|too|un|is)-[a-z-]+\b/,
];

/** Whole words, whatever letters a language has: « not » does not stand in « noté ». */
function words(list: string, flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${list})(?![\\p{L}\\d])`, flags);
}

const foreign: Readonly<Record<Language, RegExp>> = {
  fr: words('the|is|are|not|must|expected|invalid|cannot|failed|of|has|with|value|please', 'iu'),
  en: words('est|une|vous|avec|sont|donnez|aucune?', 'u'),
};

/** A code of the program: words in small letters joined by hyphens. */
const code = /(?<![\p{L}\d«“'’/.-])[a-z]{2,}(?:-[a-z]{2,})+(?![\p{L}\d'’/.-])/gu;

/** Words with a hyphen that are none: « corrigez-la », and what the language itself writes so. */
const plain =
  /-(?:les?|la|leur|en|y|vous|ce|ci|là|dessus|dessous|même|être)$|^(?:week-end|rendez-vous|re-import|head-count|petits?-suisses?|bonne-mesure|jours?-sites?|site-days?|site-names|school-names)$/;

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** What a text has that it should not show; `echoed`: what the person gave, and may read again. */
export function oddIn(text: string, language: Language, echoed: readonly string[] = []): readonly string[] {
  const own = echoed
    .filter((given) => given.trim() !== '')
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, given) => rest.replaceAll(words(escaped(given), 'gu'), '…'), text)
    .replace(/--[\w-]+/g, '…')
    // The values that a field takes are listed as they are to be given.
    .replace(/(?:ces valeurs est attendue|these values is expected)[^\n]*/g, '');
  const codes = [...own.matchAll(code)].map(([found]) => found).filter((found) => !plain.test(found));
  return [
    ...never.flatMap((pattern) => pattern.exec(own)?.[0] ?? []),
    ...(foreign[language].exec(own) ?? []),
    ...codes,
  ];
}
