import type { Course, DishAttribute, DishFamily } from '../domain/records.ts';
import { mentions, type Phrases, phrases } from '../orders/food-words.ts';
import { type Food, foodOf } from '../orders/foods.ts';
import { courseOf } from '../take-up/course-of.ts';

export interface GuessedDish {
  /** `Dish.key`. */
  readonly key: string;
  readonly family: DishFamily | null;
  readonly course: Course | null;
}

const hardCheese =
  phrases(`emmental, comté, gruyère, gruyre, gouda, édam, mimolette, cantal, tomme, saint nectaire,
  saint paulin, stpaulin, beaufort, abondance, morbier, raclette, cheddar, maasdam, leerdamer, port salut, pyrénées, brebis,
  ossau iraty, parmesan, babybel, babibel, bleu, fourme, roquefort, reblochon, montboissier, entrammes, curé nantais, salers,
  laguiole, gruyere râpé, fromage râpé`);
const softCheese =
  phrases(`camembert, camenbert, coulommiers, coulommier, brie, carré, carré est, pont évêque, munster, maroilles,
  livarot, neufchâtel, vache qui rit, vache rit, chanteneige, rouy, saint bricet, chaussée moine, croc lait, six croix, samos,
  vieux pané, pavé affinois, mozzarella, feta, milanette`);
const lightDairy =
  phrases(`yaourt, yaourth, yogourt, fromage blanc, petit suisse, suisse, gervais, faisselle, skyr, lait,
  crème dessert, crème vanille, crème chocolat, crème anglaise, flan, entremet, riz lait, semoule lait, lassi, fjord, buguy`);
const richDairy =
  phrases(`grec, grecque, mousse, glace, glacé, sorbet, viennois, liégeois, panna cotta, tiramisu, crème brûlée,
  chantilly, mascarpone, amande, soja, coco, sojasun`);
const minced =
  phrases(`haché, steak, boulette, kefta, bolognaise, bolo, lasagne, parmentier, hachis, moussaka, chili, ravioli,
  cannelloni, merguez, saucisse, chipolata, burger, hamburger, cheeseburger, farci, farcie, paupiette, égrené, cheese burger,
  tartare, pain viande, fricadelle, nugget, cordon bleu, pané`);
const redMeat =
  phrases(`boeuf, veau, agneau, mouton, bovin, foie, rognon, langue, tripe, coeur, cheval, génisse, gigot, rosbeef,
  rosbif, bourguignon, blanquette, navarin, pot feu, osso buco, goulash, stroganoff, bavette, entrecôte, onglet, joue`);
const otherMeat = phrases(
  'dinde, poulet, volaille, porc, canard, poisson, saumon, thon, jambon, légume, légumes',
);
const prepared =
  phrases(`lasagne, ravioli, cannelloni, tortellini, moussaka, brandade, parmentier, hachis, croque monsieur,
  pizza, cordon bleu, samoussa, samossa, nem, crêpe, friand, feuilleté, pané, nugget, quenelle, quiche, beignet, burger,
  hamburger, cheeseburger, hot dog, paupiette, croustillant, poissonnette, fish, brick, bouchée reine, gratin pâtes`);
const fatStarter =
  phrases(`pâté, rillette, saucisson, salami, mortadelle, terrine, rosette, chorizo, mousse foie, mousse canard,
  friand, feuilleté, feuilletée, quiche, pizza, croissant jambon, mayonnaise, mayo, rémoulade, avocat, guacamole, nem, samoussa,
  samossa, beignet, accra, acra, cervelas, andouille, coppa, tarama, tapenade, cake, gougère, saucisse, museau, sardine huile,
  tarte, flammekueche, allumette fromage, crêpe fromage, bouchée`);
const leanPastry =
  phrases(`clafoutis, pain épice, gâteau riz, gâteau semoule, flan pâtissier, far, far breton, biscuit roulé, boudoir,
  éclair, chou crème, chou vanille, chou chocolat, meringue, génoise, crêpe, gaufre, tarte pomme, tarte poire, tarte abricot,
  tarte prune, tarte fruit, tarte cerise, tarte mirabelle, tarte rhubarbe, tarte pêche, gâteau yaourt, gâteau ananas, biscuit cuillère,
  chausson pomme, pomme chausson, pain perdu, roulé confiture, charlotte`);
const fatSweet =
  phrases(`crème brûlée, panna cotta, tiramisu, mascarpone, chantilly, cheesecake, frangipane, cookie, brownie, mousse chocolat,
  cône, profiterole, paris brest, millefeuille, donut, beignet, croissant, pain chocolat, sablé, palet`);
const sugaryDessert =
  phrases(`crème dessert, liégeois, glace, glacé, sorbet, riz lait, semoule lait, île flottante, oeuf lait, flan caramel,
  flan nappé, crème caramel, crème renversée, sirop, cocktail fruit, viennois, gélifié, danette, confiture, nappé, pain perdu,
  gâteau riz, gâteau semoule, bâtonnet glacé, entremet`);
const fried =
  phrases(`frit, frite, beignet, nugget, cordon bleu, pané, panée, chips, croquette, rissolé, noisette, potatoe, potato,
  potatos, rosti, samoussa, samossa, nem, accra, acra, falafel, tempura, friture, poissonnette, fish, duchesse, dauphine,
  milanaise, viennoise, tender, wing, donut, smile, churros`);
const fatMain =
  phrases(`saucisse, merguez, chipolata, chipo, boudin, andouillette, cervelas, hot dog, quiche, pizza, tartiflette, croziflette,
  croque monsieur, quenelle, carbonara, welsh, raclette, friand, feuilleté, francfort, strasbourg, knack, toulouse, croissant jambon,
  tarte, flammekueche, lardon, croissant, pâté, rougail saucisse, saucisson`);
const wholePlate =
  phrases(`hachis, parmentier, lasagne, ravioli, cannelloni, tortellini, paella, couscous, tartiflette, croziflette,
  brandade, risotto, rizotto, riz, pâtes, spaghetti, coquillette, macaroni, tagliatelle, penne, semoule, lentille, chili, dahl, dhal,
  gnocchi, cassoulet, patate, boulgour, quinoa, carbonara, pois chiche, moussaka, burger, pizza`);

const breadedFoods: ReadonlySet<Food | null> = new Set<Food>([
  'breaded-meat',
  'breaded-fish',
  'nuggets',
  'fish-nuggets',
  'quenelle',
  'quiche-main',
  'burger',
]);

/**
 * What a dish most likely is, from the words of its name, its family and its course. Guesses, which the page marks;
 * `null`: nobody knows what the dish is, so that it may be anything.
 */
export function guessAttributes(dish: GuessedDish): ReadonlySet<DishAttribute> | null {
  const { key, family } = dish;
  if (family === null) return null;
  const found = new Set<DishAttribute>();
  if (family === 'note') return found;
  const all = key.split(' ').filter((word) => word !== '');
  // "Sans sauce": what follows is not in it.
  const words = all.filter((word, i) => word !== 'sans' && all[i - 1] !== 'sans');
  const says = (list: Phrases) => mentions(words, list);
  const course = courseOf(dish.course, family);
  const food = foodOf(dish);
  const add = (attribute: DishAttribute, is: boolean) => {
    if (is) found.add(attribute);
  };
  ofPlants(family, food, course, says, add);
  ofDairy(family, says, add);
  if (course === 'main') ofMain(family, food, says, add);
  add('fried', course !== 'dessert' && says(fried));
  if (course === 'starter') add('fat', family === 'savoury-pastry' || says(fatStarter));
  if (course === 'dessert' || family === 'pastry') ofDessert(family, says, add);
  return found;
}

type Says = (list: Phrases) => boolean;
type Add = (attribute: DishAttribute, is: boolean) => void;

function ofPlants(family: DishFamily, food: Food | null, course: Course, says: Says, add: Add): void {
  const composed = course === 'main' && food === 'composite';
  add('raw-vegetable', family === 'raw-vegetable');
  add('raw-fruit', family === 'fruit' && food === 'fruit');
  add('cooked-vegetable', family === 'vegetable' && !composed);
  add('starch', family === 'starch' || (course === 'main' && says(wholePlate)));
}

function ofDairy(family: DishFamily, says: Says, add: Add): void {
  add('calcium-150', family === 'cheese' && says(hardCheese));
  add('calcium-100', family === 'cheese' && !says(hardCheese) && says(softCheese));
  add('light-dairy', family === 'dairy' && says(lightDairy) && !says(richDairy));
}

function ofMain(family: DishFamily, food: Food | null, says: Says, add: Add): void {
  const isMinced = says(minced);
  add('unminced-meat', family === 'red-meat' && !isMinced && (says(redMeat) || !says(otherMeat)));
  add('fish', family === 'fish' && food === 'plain-fish' && !says(prepared));
  add('under-70', breadedFoods.has(food) || (family !== 'vegetarian' && says(prepared)));
  add('fat-over-protein', food === 'sausages' || food === 'quiche-main' || says(fatMain));
}

function ofDessert(family: DishFamily, says: Says, add: Add): void {
  const isFat = says(fatSweet) || (family === 'pastry' && !says(leanPastry));
  add('fat', isFat);
  add('sugary', !isFat && (family === 'pastry' || says(sugaryDessert)));
}
