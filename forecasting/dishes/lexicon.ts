import type { DishFamily } from '../domain/records.ts';
import { dishWords } from './dish-words.ts';

/** Phrases to look up by their words. */
export type Lexicon = ReadonlyMap<string, DishFamily>;

const lexicon = (phrases: Partial<Record<DishFamily, string>>): Lexicon =>
  new Map(
    Object.entries(phrases).flatMap(([family, list]) =>
      list.split(',').map((phrase) => [dishWords(phrase).join(' '), family as DishFamily] as const),
    ),
  );

/** Words before a dish that say nothing about it. */
export const beforeDish = new Set(
  dishWords(
    'demi, test, ccas, prévoir, mini, petit, micro, duo, trio, dés, assortiment, miette, menu, plat, autre, 1, 4',
  ),
);

/** What a menu file says that no one eats. */
export const notes = lexicon({
  note: `menu, menu grève, menu dépannage, repas, repas grève, repas froid, grève, grève école, école, pa, ccas,
    sans classe, scolaire, grand ménage, ménage, pique nique, ascension, assomption, toussaint, pentecôte, pâques,
    lundi pâques, noël, nouvel an, épiphanie, chandeleur, carnaval, cuisine fermée, fermé, férié, service minimum,
    livraison, reprise, randonneur, pn, kydisalt, réserve, terre assiette, agro, pesée, expé, expée, remplacer,
    mercredi, samedi, lundi, mardi, jeudi, vendredi, journée, peu repas, pas repas, effectif, centre loisir, ab,
    stock, mélodie, manger bouger, même, davigel, smile, ppms, cl, 4cl, non communiqué, semaine, vacance`,
});

/** How a dish begins decides, whatever follows. */
export const heads = lexicon({
  condiment: `sauce, sauce crème, jus, beurre blanc, beurre, ketchup, mayonnaise, vinaigrette, confiture, miel,
    chantilly, sirop, coulis, moutarde, cornichon, citron, crème, ssauce, rouille, persil, basquaise, dijonnaise, forestière,
    bourguignonne, beurre provencal, noix, brisure noix, brissure noix, sucre`,
  note: 'pa, pique nique, journée, repas',
  bread: 'pain, crouton, baguette, blini, tartine, faluche, toast, tortilla maïs',
  soup: `potage, velouté, soupe, gaspacho, bouillon, minestrone, crème lentille, crème potiron, crème légume,
    crème carotte, crème courgette, crème champignon, crème céleri, crème tomate, consommé`,
  dairy: `fromage blanc, yaourt, yaourth, yogourt, petit suisse, suisse, gervais, maxi gervais, faisselle, fjord,
    skyr, crème dessert, crème vanille, crème chocolat, crème caramel, crème anglaise, crème brûlée, crème renversée,
    crème pistache, crème praliné, crème café, flan caramel, flan vanille, flan chocolat, flan noix coco, flan gélifié,
    flan pâtissier, flan, île flottante, blanc neige, oeuf lait, liégeois, liegois, danette, mousse chocolat,
    mousse café, mousse citron, mousse fruit, mousse lait, entremet, lait, lassi, semoule lait, riz lait,
    tapioca lait, panna cotta, glace, glacé, cône, bâtonnet glacé, sojasun, dessert, milk shake, viennois, buguy,
    velouté fruit, velouté fruix, dessert végétal, sorbet, delice vanille, cocktail lacté`,
  fruit: `salade fruit, salade orange, salade ananas, salade agrume, soupe fruit, cocktail fruit, cocktail, fruit,
    brochette fruit, compote, compte, marmelade, maemelade, purée pomme, purée poire, purée fruit, purée pêche,
    macédoine fruit, corbeille fruit, pomme cuite, jus orange, jus pomme, jus raisin, jus fruit, jus ananas, nectar`,
  'raw-vegetable': `salade, saklade, mâche, radis, concombre, concombe, carotte râpée, carotte bâtonnet, céleri,
    céleri rémoulade, chou rouge, chou blanc, chou chinois, chou mimolette, chou coleslaw, coleslaw, endive, tomate,
    avocat, crudité, fenouil, chou rave, guacamole, frisée, batavia, iceberg, scarole, laitue, roquette, bâtonnet carotte,
    bâtonnet concombre, betterave râpée, betterave crue, carotte vinaigrette, carotte citron, duo crudité, panaché chou,
    pousse épinard, pousse soja, courgette râpée, champignon crème, carotte céleri, maïs tomate, poivron, persil tomate`,
  starch: `salade riz, salde riz, salade pâtes, salade blé, salade lentille, salade pomme de terre, salade semoule, salade quinoa,
    salade boulgour, salade pois chiche, salade haricot blanc, salade haricot rouge, salade coquillette, salade perle,
    salade piémontaise, salade torti, salade pépinette, taboulé, taboul, piémontaise, salade risetti, salade fusilli, salade penne,
    pâtes oeuf, salade marco polo, salade mogette, salade flageolet, salade fève,
    patate, semoule, houmous`,
  vegetable: `salade maïs, salade betterave, salade haricot vert, salade chou fleur, endive gratin, endive braisée, fenouil braisé,
    tomate provençale, tomate four, poêlée, tajine légume, céleri rave purée, tian, champignon, fondue poireau,
    printanière légume, jardinière, macédoine, bâtonnière légume, légume, fondant haricot, flan courgette, flan poireau, flan potimarron,
    flan potiron, flan carotte, flan légume, flan brocoli, flan épinard, flan champignon, flan asperge, flan chou fleur`,
  'red-meat':
    'tomate farcie, courgette farcie, poivron farci, chou farci, aubergine farcie, endive jambon boeuf',
  pork: 'endive jambon, endive au jambon',
  cheese: `crème gruyère, plateau fromage, fondu chèvre, délice chèvre, fromage fondu, rondelé, carré frais, salade cheese`,
  fish: 'fruit mer, surimi, salade mer, cocktail crevette',
  'savoury-pastry': 'crêpe fromage, cake salé',
  pastry:
    'pain perdu, pain épice, pain chocolat, tropézienne, nougat, palet breton, palet chocolat, gâteau carotte, carrot cake, gâteau courgette, pomme chausson, fondant chocolat, fondant',
});

/** What says that a dish holds neither meat nor fish, whatever else its name says. */
export const meatless = lexicon({
  vegetarian: `végétarien, végétarienne, végétal, végétale, végétaux, végan, vegan, veggie, sans viande, tofu, quorn, falafel, seitan, tempeh,
    steak soja, galette soja, boulette soja, escalope soja, haché soja, bolognaise soja, émincé soja, nugget soja,
    pané soja, égrené soja, protéine soja, parmentier soja, galette sojasun, sin carne`,
});

/** Dishes without meat, unless their name mentions an animal: "dhal de lentilles". */
export const usuallyMeatless = lexicon({
  vegetarian: `chili légume, chili haricot, chili con carne légume, chili carne légume, bolognaise légume, bolognaise lentille,
    lasagne légume, lasagne chèvre, lasagne épinard, lasagne napolitaine, ravioli légume, ravioli fromage, ravioli ricotta,
    couscous légume, couscous pois chiche, tajine légume, tajine pois chiche, parmentier légume, parmentier lentille,
    hachis parmentier légume, hachis parmentier lentille, hachis légume, hachis lentille, galette légume, galette tomate,
    galette brocoli, galette quinoa, galette céréale, galette boulgour, galette lentille, galette pois chiche, galette haricot,
    boulette lentille, boulette pois chiche, boulette légume, nugget légume, nugget blé, nugget fromage, pané blé,
    pané fromage, pané sarrasin, pané sarrazin, croq fromage, dahl, dhal, dhall, dal, curry légume, curry pois chiche,
    curry lentille, paella légume, blanquette légume, carbonara légume, moussaka légume, cannelloni ricotta,
    cannelloni épinard, samoussa légume, samossa légume, nem légume, carbonata aubergine`,
});

/** Animals and what is made of them; the first that a name mentions counts. */
export const animals = lexicon({
  fish: `poisson, poison, colin, lieu, hoki, cabillaud, merlu, merlan, limande, truite, brandade, calamar, calmar, moule, crevette,
    crabe, encornet, seiche, fish, saumon, thon, sardine, maquereau, surimi, fruit mer, hareng, anchois, crustacé, dorade,
    julienne, églefin, raie, sole, tilapia, panga, espadon, morue, tarama, bulot, poissonnette, mer, tartithon, tartihon, marmite perray,
    filet surgelé, cassolette, océane, saint jacques, pacifique, beignet calamar`,
  poultry: `dinde, poulet, poule, volaille, volaile, canard, canette, pintade, chapon, oie, caille, gésier, lapin,
    coquelet, dindonneau, nuggets poulet, bl dinde, colombo volaille`,
  pork: `porc, bioporc, jambonneau, rosette, mortadelle, salami, andouille, andouillette, boudin, coppa, chorizo, palette,
    saucisson, cervelas, échine, travers`,
  'red-meat': `boeuf, veau, agneau, mouton, bovin, cheval, foie veau, biche, cerf, sanglier, chevreuil`,
});

/** Dishes and products that name no animal, and the one that is usual. */
export const usualMeat = lexicon({
  pork: `jambon, saucisse, chipolata, chipo, lardon, bacon, toulouse, francfort, strasbourg, knack, hot dog, cassoulet, choucroute, pâté,
    tartiflette, croziflette, carbonara, croque monsieur, terrine, rillette, galantine, mousse foie, filet mignon, potée, petit salé, rougail saucisse,
    lardon fumé, pâté campagne`,
  'red-meat': `hachis parmentier, parmentier, lasagne, bolognaise, chili con carne, chili corn carne, chili, couscous, blanquette, pot feu, bourguignon,
    navarin, tajine, tagine, moussaka, ravioli, cannelloni, merguez, boulette, steak, haché, hamburger, burger, cheeseburger, paupiette,
    roti, sauté, rôti, égrené, viande, goulash, osso buco, stroganoff, kefta, marengo, spaghetti bolognaise, cheese burger`,
  poultry:
    'cordon bleu, nugget, escalope, kebab, grignotte, paella, émincé, nem, samoussa, samossa, brochette, cuisse, pilon, manchon, aiguillette, wing',
});

export const eggs = lexicon({ egg: 'omelette, oeuf, tortilla, oeuf brouillé' });

/** What is not served as the main part; the first that a name mentions counts. */
export const sides = lexicon({
  starch: `riz, pâtes, patate, potatoe, potato, po rissolé, semoule, frite, chips, coquillette, spaghetti, tagliatelle, farfalle, penne, macaroni,
    torti, tortis, fusilli, vermicelle, ébly, céréale, épeautre, blé, bles, boulgour, boulghour, quinoa, lentille, flageolet, mogette, fève, pois chiche, pois cassé,
    haricot blanc, haricot rouge, haricot coco, gnocchi, polenta, rosti, dauphinois, aligot, croquette, rizotto, risotto, crozet, purée patate, patate douce,
    sarrasin, orge, millet, pépinette, légumineuse, crique, spaetzle, potatos, nouille, torsade, papillon, pomme rissolé, pomme noisette`,
  vegetable: `haricot, haricot vert, haricot beurre, haricot plat, petit pois, carotte, courgette, brocoli, brocolis, épinard, chou, chou fleur, chou bruxelles,
    salsifis, poireau, ratatouille, légume, céleri, aubergine, potiron, potimarron, courge, butternut, citrouille, navet, panais, blette, fenouil, maïs,
    tomate, poivron, artichaut, asperge, champignon, betterave, bettrave, poêlée, julienne légume, wok, printanière, pois, romanesco, topinambour, oignon,
    endive, macédoine, batonnière, jardinière, brunoise, piperade, bettraves, cardon, rutabaga, confit ratatouille, garbure, victoria`,
  cheese: `fromage, froamge, camembert, camenbert, saint paulin, stpaulin, édam, chèvre, gouda, tomme, chanteneige, gruyère, gruyre, emmental, saint nectaire, cantal, morbier,
    mimolette, brie, comté, bleu, roquefort, raclette, reblochon, munster, coulommiers, coulommier, port salut, saint môret, saint bricet, saint bricte, kiri, vache qui rit, vache rit, vache qui rigole,
    babybel, boursin, chaussée moine, milanette, mozzarella, mozzarlla, feta, champanet, mouillotin, chevretine, chevrotine, belle nantes, curé nantais, entrammes, leerdamer,
    cheddar, parmesan, râpé, ricotta, beaufort, abondance, petit louis, samos, tartare, cantadou, fourme, livarot, maroilles, rouy, fraidou, ovale, carré président, carré pesident,
    pyrénées, roitelet, brebis, six croix, montboissier, vieux pané, babibel, rondelé, croc lait, cotentin, pavé affinois, buchette, bûchette, neufchâtel, pont évêque, chamois or`,
  fruit: `banane, poire, pomme, melon, clémentine, mandarine, ananas, pastèque, kiwi, orange, pamplemousse, pomelo, pomelos, nectarine, brugnon, abricot, raisin, fraise, cerise,
    pêche, prune, mirabelle, quetsche, framboise, mangue, litchi, litchee, lychee, datte, figue, fruit, pruneau, rhubarbe, myrtille, grenade, banan, bananex6, reine claude, cassis, groseille, papaye, melon charentais`,
  dairy: 'yaourt, lait, fromage blanc, danette, chocolat lait, crème',
  bread: 'croûton, pain, crouton',
  'raw-vegetable': 'salade, mâche, concombre, radis, crudité, avocat, laitue, carpaccio',
  condiment: 'ketchup, mayonnaise, sauce, sucre, vinaigrette, confiture, citron, olive',
  pastry: 'chocolat, spéculoos',
});

/** Shapes of a dish; they count when nothing says what it is made of. */
export const shapes = lexicon({
  starch: 'purée, timbale, croquette',
  vegetable: 'gratin, poêlée, palet',
  'red-meat': 'farci',
});

/** Doughs that may be sweet or savoury. */
export const doughs = lexicon({
  pastry: `tarte, éclair, eclair, gâteau, beignet, clafoutis, crumble, madeleine, biscuit, galette roi, galette briochée, brownie, muffin, cookie, crêpe,
    gaufre, brioche, cake, moelleux, palmier, chou vanille, chou chocolat, chou chantilly, donut, pain perdu, churros, quatre quart, pancake, macaron, bugne, chausson, grillé,
    paris brest, millefeuille, religieuse, bûche, roulé, galette frangipane, far breton, far, financier, sablé, petit beurre, tiramisu, strudel, cannelé, profiterole, savarin, baba, pain épice, feuillantine,
    croissant, pain chocolat, boudoir, gaufrette, galette, bgalette roi, p tit lu, meringue, sapin noël, marbré, fraisier, opéra, kouign amann, merveille, beignets, gâteaux, napolitain`,
  'savoury-pastry': `quiche, pizza, feuilleté, friand, tresse, flammekueche, pissaladière, tourte, croissant jambon, gougère, bouchée reine, vol vent, accra, cannelé fromage, crêpe champignon, croque`,
});

/** A dough with one of these is sweet, whatever else is in it. */
export const sweet = new Set(
  dishWords(
    'chocolat vanille sucre sucré caramel confiture praliné nutella cannelle pépite meringué roi chantilly',
  ),
);

/**
 * English names say last what a dish is ("apple juice", "blueberry cereal"): these decide wherever they stand, the
 * first list that has one before the next.
 */
export const englishHeads: readonly Lexicon[] = [
  lexicon({ starch: 'cereal, granola, oatmeal, porridge', fruit: 'juice, applesauce, smoothie' }),
  lexicon({ pastry: 'muffin, pancake, waffle, doughnut, strudel, cupcake', bread: 'bread, bun' }),
  lexicon({ dairy: 'milk, yogurt, yoghurt, cream cheese', condiment: 'syrup, jam, jelly' }),
];

/** What is in a dish by its English name, where nothing else says what it is. */
export const englishFoods = lexicon({
  cheese: 'cheese',
  fruit: `apple, banana, peaches, pear, peach, plum, cherry, strawberry, strawberries, blueberry, blueberries, raspberry, raspberries,
    cranberry, cranberries, craisin, blackberry, blackberries, pineapple, watermelon, grape, raisin, mango, berry, berries`,
});
