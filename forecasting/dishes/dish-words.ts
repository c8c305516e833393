/** Words that only join others: "rôti de bœuf au jus" and "rôti boeuf jus" are one dish. */
const joining = new Set('a au aux d de des du en et l la le les un une'.split(' '));

/** Short forms that cooks type, and what they stand for. */
const shortForms: ReadonlyMap<string, string> = new Map([
  ['aro', 'aromatise'],
  ['becha', 'bechamel'],
  ['bolo', 'bolognaise'],
  ['broco', 'brocoli'],
  ['choc', 'chocolat'],
  ['choco', 'chocolat'],
  ['chx', 'chou'],
  ['fge', 'fromage'],
  ['from', 'fromage'],
  ['keetchup', 'ketchup'],
  ['mayo', 'mayonnaise'],
  ['omellette', 'omelette'],
  ['pdt', 'pomme terre'],
  ['po', 'pomme'],
  ['sc', 'sauce'],
  ['sce', 'sauce'],
  ['st', 'saint'],
  ['tome', 'tomme'],
  ['vegetale', 'vegetal'],
  ['vegetarienne', 'vegetarien'],
]);

/** Phrases whose words mean something else alone; each becomes one word of its own. */
const compounds: readonly (readonly [RegExp, string])[] = [
  [/\b(?:p|pomme) terre?\b/g, 'patate'],
  [
    /\bpommes? (rissole|noisette|vapeur|saute|duchesse|smile|parisienne|dauphine|boulangere|potatoe|grenaille|campagnarde)\b/g,
    'patate $1',
  ],
  [/\bh (beurre|vert|plat)\b/g, 'haricot $1'],
  [/\bcoeur boeuf tomate\b|\btomate coeur boeuf\b/g, 'tomate'],
  [/\bdemi(?:s)?\b|\b1 2\b/g, 'demi'],
];

/** Cooked paste or dough: only the accent or the plural tells "pâté" from "pâtes". */
function pasteOrPasta(word: string): string {
  if (/^p[aâ]t[ée]s?$/.test(word)) {
    return word.includes('é') || word === 'pate' ? 'pate' : 'pasta';
  }
  return /^pâtes?$/.test(word) ? 'pasta' : word;
}

function singular(word: string): string {
  if (word.length < 4 || word === 'sans') {
    return word;
  }
  const one = word.replace(/(?<=e)aux$|[sx]$/, (end) => (end === 'aux' ? 'au' : ''));
  // "râpé", "râpée", "rapées"
  return one.length > 4 ? one.replace(/ee$/, 'e') : one;
}

/** The words of a dish without case, accents, punctuation, plurals and joining words, in their order. */
export function dishWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/\d+ ?\/ ?\d+(?<!1 ?\/ ?2)|\d+(?:[,.]\d+)? ?(?:kg|grs?|g|cl|ml)\b/g, ' ')
    .split(/[^\p{L}\p{M}\d]+/u)
    .map(pasteOrPasta)
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  const words = plain.split(' ').filter((word) => word !== '' && !joining.has(word));
  const joined = words
    .map(singular)
    .map((word) => shortForms.get(word) ?? word)
    .join(' ');
  const named = compounds.reduce((found, [phrase, word]) => found.replace(phrase, word), joined);
  return named === '' ? [] : named.split(' ');
}
