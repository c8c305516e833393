import type { AgeClass, PortionUnit } from '../../../forecasting/domain/records.ts';
import type {
  DinersProblem,
  PackProblem,
  PortionProblem,
} from '../../../forecasting/orders/check-catalogue.ts';
import { formatFactor, formatNumber } from './format.ts';

/** With two decimals where there are some: a sum of shares is whole though its parts were rounded. */
const number = (value: number) => {
  const cents = Math.round(value * 100) / 100;
  return formatNumber(cents, 'fr', Number.isInteger(cents) ? 0 : 2);
};
const classes: Readonly<Record<AgeClass, string>> = {
  M: 'maternelle',
  E: 'élémentaire',
  C: 'collège',
  A: 'adultes',
};
const units: Readonly<Record<PortionUnit, string>> = { g: 'grammes', ml: 'millilitres', piece: 'pièces' };
const counted = {
  adults: 'd’adultes',
  samples: 'de plats témoins',
  noPork: 'de repas sans porc',
  vegetarian: 'de repas végétariens',
  allergy: 'de PAI',
};

type Problem = PortionProblem | PackProblem | DinersProblem;

/** Why something said about orders is refused, by its code. */
export type ProvisionTexts = {
  readonly [Code in Problem['code']]: (problem: Extract<Problem, { code: Code }>) => string;
};

const why: ProvisionTexts = {
  'no-amount': () => 'aucune quantité n’est donnée.',
  'bad-amount': ({ age, amount }) =>
    `la quantité pour ${classes[age]} doit être plus grande que 0 et d’au plus 10\u202f000, et non ${number(amount)}.`,
  'bad-factor': ({ factor, least, most }) =>
    `le facteur d’achat va de ${formatFactor(least, 'fr')} à ${formatFactor(most, 'fr')}, et non ${formatFactor(factor, 'fr')}.`,
  'factor-of-pieces': () => 'ce qui se compte en pièces crues n’a pas de facteur d’achat.',
  'no-size': () => 'il n’y a aucun conditionnement.',
  'too-many-sizes': ({ most }) => `au plus ${number(most)} conditionnements se combinent.`,
  'no-name': () => 'un conditionnement n’a pas de nom.',
  'same-name': ({ size }) => `deux conditionnements s’appellent « ${size} ».`,
  'empty-pack': ({ size }) => `« ${size} » ne contient rien.`,
  'bad-content': ({ size, amount }) =>
    `« ${size} » doit contenir plus que 0 et au plus 1\u202f000\u202f000, et non ${number(amount)}.`,
  'part-portion': ({ size, age, amount }) =>
    `« ${size} » contient un nombre entier de portions, et non ${number(amount)} (${classes[age]}).`,
  'bad-price': ({ size, price }) => `le prix de « ${size} » ne peut pas être ${number(price)}.`,
  'mixed-contents': ({ size }) =>
    `« ${size} » ne se remplit pas comme les autres : tous en grammes, en millilitres, en pièces ou en portions.`,
  'bad-minimum': ({ minimum, most }) =>
    `le minimum de commande est un nombre entier de 0 à ${number(most)}, et non ${number(minimum)}.`,
  'bad-stock': ({ stock }) =>
    `le stock d’une cuisine doit être plus grand que 0 et d’au plus 1\u202f000\u202f000, et non ${number(stock)}.`,
  'stock-twice': () => 'le stock d’une même cuisine est donné deux fois.',
  'unit-mismatch': ({ portion, pack }) =>
    `la portion se compte en ${units[portion]}, le conditionnement en ${units[pack]}.`,
  'bad-share': ({ age, share }) =>
    `la part « ${classes[age]} » va de 0 à 100 %, et non ${number(share * 100)} %.`,
  'shares-sum': ({ sum }) => `les parts font ${number(sum * 100)} % au lieu de 100 %.`,
  'bad-count': ({ what, count }) =>
    `le nombre ${counted[what]} est un nombre entier de 0 à 20\u202f000, et non ${number(count)}.`,
};

/** Portions, packs, suppliers, kitchens and guests, French. */
export const provision = {
  classes,
  units,
  said: 'à la main ou importé',
  unverified: 'à vérifier',
  why,
  variants: {
    crepes: 'crêpes, nems, beignets',
    'pastry-starters': 'friands, feuilletés',
    choux: 'pâte à choux',
    biscuits: 'biscuits secs',
    mousses: 'mousses',
  },
  factors: {
    rice: 'riz',
    pasta: 'pâtes',
    semolina: 'semoule',
    pulses: 'légumes secs',
    roast: 'rôti',
    'minced-steak': 'steak haché',
    'plain-fish': 'poisson',
    'fresh-spinach': 'épinards frais',
    'frozen-spinach': 'épinards surgelés',
    peeled: 'crudités à éplucher',
  },
  factor: {
    whole: 'donnez --food ou --dish, et --factor.',
    notANumber: (written: string) => `--factor : « ${written} » n’est pas un nombre.`,
    notes: {
      usual: (factors: string) => `par défaut : ${factors} (à vérifier)`,
      unknown: 'rendement inconnu',
      'out-of-bounds': (factor: string) => `${factor} est hors de 0,3 à 4 : à vérifier`,
      'of-pieces': (factor: string) => `compté en pièces : ${factor} n’est pas appliqué, à vérifier`,
    },
  },
  file: {
    names: { packs: 'conditionnements', portions: 'portions' },
    natures: { food: 'aliment', dish: 'plat' },
    units: { g: 'g', ml: 'ml', piece: 'pièce', portion: 'portion' },
    origins: { default: 'par défaut', 'by-hand': 'à la main', imported: 'importé' },
    usualFactor: 'Note sur le facteur',
    yes: 'oui',
    no: 'non',
  },
  portionRefused: (food: string, reason: string) => ({
    message: `Portion « ${food} » refusée : ${reason} Rien n’a été changé.`,
    remedy: 'Corrigez-la, puis enregistrez de nouveau ; une case vide veut dire « pas servi ».',
  }),
  packRefused: (food: string, reason: string) => ({
    message: `Conditionnements de « ${food} » refusés : ${reason} Rien n’a été changé.`,
    remedy: 'Corrigez-les, puis enregistrez de nouveau.',
  }),
  otherUnit: (food: string, reason: string) => ({
    message: `« ${food} » : ${reason} Rien n’a été changé.`,
    remedy:
      'Donnez la même unité à la portion et au conditionnement, ou comptez le conditionnement en portions. Pour changer l’unité de la portion, retirez d’abord ses conditionnements.',
  }),
  guestsRefused: (site: string, reason: string) => ({
    message: `Convives de « ${site} » refusés : ${reason} Rien n’a été changé.`,
    remedy: 'Corrigez-les, puis enregistrez de nouveau.',
  }),
  foodNotFound: (food: string) => ({
    message: `L’aliment « ${food} » n’existe pas dans cette version. Rien n’a été changé.`,
    remedy: 'Choisissez un aliment de la liste des portions.',
  }),
  noPortionForFactor: (name: string) => ({
    message: `Aucune portion connue pour « ${name} » : un facteur d’achat seul ne suffit pas. Rien n’a été changé.`,
    remedy: 'Donnez d’abord sa portion dans Réglages, Portions.',
  }),
  supplierNotFound: (id: number) => ({
    message: `Le fournisseur ${id} n’existe pas ou a été retiré. Rien n’a été changé.`,
    remedy: 'Choisissez un fournisseur de la liste.',
  }),
  kitchenNotFound: (id: number) => ({
    message: `La cuisine ${id} n’existe pas ou a été retirée. Rien n’a été changé.`,
    remedy: 'Choisissez une cuisine de la liste.',
  }),
  stockPlaceNotFound: {
    message: 'Une cuisine dont le stock est donné n’existe pas ou a été retirée. Rien n’a été changé.',
    remedy: 'Choisissez une cuisine ou un site de la liste, ou retirez cette ligne de stock.',
  },
  nameTaken: (name: string) => ({
    message: `« ${name} » existe déjà. Rien n’a été changé.`,
    remedy: 'Ouvrez celui qui porte ce nom, ou choisissez un autre nom.',
  }),
};
