import { dishWords } from '../dishes/dish-words.ts';

/** Phrases to look up by their words, in the spelling of `Dish.key`. */
export type Phrases = ReadonlySet<string>;

const longestPhrase = 3;

export const phrases = (list: string): Phrases =>
  new Set(list.split(',').map((phrase) => dishWords(phrase).join(' ')));

/** Does a dish name one of the phrases? `words`: those of its key. */
export function mentions(words: readonly string[], list: Phrases): boolean {
  return words.some((_, start) =>
    Array.from({ length: longestPhrase }, (_empty, more) => words.slice(start, start + more + 1)).some(
      (part) => list.has(part.join(' ')),
    ),
  );
}

export const quenelles = phrases('quenelle');
export const starterPieces = phrases('nem, samoussa, samossa, crêpe, friand, feuilleté, feuilletée');
export const bolognaises = phrases('bolognaise');
/** What makes a dish with a sauce a whole plate: "spaghettis bolognaise". */
export const pastas =
  phrases(`pâtes, spaghetti, lasagne, coquillette, macaroni, tagliatelle, penne, farfalle, torti,
  fusilli, torsade, papillon, nouille, riz, semoule, parmentier, cannelloni, ravioli`);
/** Dishes that are the whole plate: protein, starch or vegetables in one. */
export const composites =
  phrases(`hachis parmentier, parmentier, hachis, brandade, paella, lasagne, ravioli, cannelloni,
  tortellini, moussaka, couscous, cassoulet, choucroute, tartiflette, croziflette, chili, tajine, tagine, potée, pot feu,
  petit salé, rougail saucisse, risotto, rizotto, curry légume, curry pois chiche, curry lentille, dahl, dhal, dhall, dal, carbonara,
  tomate farcie, courgette farcie, poivron farci, chou farci, aubergine farcie, endive jambon, gratin pâtes, gnocchi,
  marmite, tartithon, tartihon, jambon purée, welsh`);
export const burgers = phrases(
  'hamburger, cheeseburger, burger, kebab, hot dog, sandwich, panini, wrap, tacos, fajita',
);
export const nuggets = phrases('nugget');
export const balls = phrases('boulette, kefta, falafel');
export const sausages = phrases(
  'saucisse, merguez, chipolata, chipo, knack, francfort, strasbourg, toulouse, andouillette, boudin',
);
export const minced = phrases('steak, haché, bifteck');
export const breaded =
  phrases(`pané, cordon bleu, escalope viennoise, viennoise, milanaise, croq, croustillant, tempura, beignet,
  meunière, fish, poissonnette, tender, wing, grignotte`);
export const coldCuts =
  phrases(`pâté, terrine, rillette, rosette, mortadelle, salami, saucisson, coppa, chorizo, galantine,
  mousse foie, andouille, cervelas, sardine, maquereau, hareng, surimi, thon mayonnaise, anchois, crevette, saumon fumé`);
export const hams = phrases('jambon, jambonneau, blanc dinde, bacon');
export const joints = phrases('cuisse, pilon, haut cuisse, manchon, aile');
export const roasts = phrases('rôti, roti, gigot, rosbeef, rosbif, roast beef, palette, échine, bl dinde');
/** Plant dishes that are a piece beside a garnish. */
export const patties =
  phrases(`galette, steak, escalope, haché, pané, cordon bleu, croq, palet, émincé, égrené, aiguillette,
  tofu, seitan, tempeh, quorn, poulet`);
export const omelettes = phrases('omelette, tortilla, brouillé, oeuf brouillé');
export const mashes = phrases('purée, écrasé, mousseline, aligot');
export const fried = phrases('frite, potatoe, potato, potatos, rissolé, noisette, croquette, rosti');
export const crisps = phrases('chips');
export const pulses =
  phrases(`lentille, flageolet, mogette, fève, pois chiche, pois cassé, haricot blanc, haricot rouge,
  haricot coco, légumineuse`);
export const potatoes = phrases('patate, dauphinois, po sauté');
export const mixedSalads = phrases('salade, taboulé, piémontaise, houmous');
export const ices = phrases('glace, glacé, cône, sorbet, bâtonnet glacé, vacherin');
export const yoghurts = phrases('yaourt, yaourth, yogourt, sojasun, lassi');
export const freshCheeses = phrases(
  'fromage blanc, petit suisse, suisse, faisselle, skyr, gervais, fjord, buguy',
);
export const stewedFruits =
  phrases(`compote, compte, marmelade, maemelade, salade fruit, salade orange, salade ananas,
  salade agrume, soupe fruit, cocktail fruit, cocktail, macédoine fruit, fruit sirop, sirop, pomme cuite, purée pomme, purée poire,
  purée fruit, purée pêche`);
export const drinks = phrases('jus, nectar, sirop eau, eau');
