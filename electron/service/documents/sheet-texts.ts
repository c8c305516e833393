import { domainWords } from '../../api/domain-words.ts';
import type { Course, Flag, Language, ModelName, SiteKind } from '../../api/records.ts';

/** The words of the sheet. */
export interface SheetTexts {
  readonly title: string;
  readonly summaryTitle: string;
  readonly allSites: string;
  readonly meals: (count: number) => string;
  readonly expected: (range: string) => string;
  readonly sites: (count: number) => string;
  readonly inServingOrder: string;
  readonly portions: string;
  readonly prepared: string;
  readonly served: string;
  readonly left: string;
  readonly choice: string;
  readonly or: string;
  readonly choiceNote: string;
  readonly noMenu: string;
  readonly toKnow: string;
  readonly notes: string;
  readonly childrenServed: string;
  readonly adultsServed: string;
  readonly leftovers: string;
  readonly visa: string;
  readonly menu: string;
  readonly site: string;
  readonly kindHead: string;
  readonly order: string;
  readonly range: string;
  readonly total: string;
  /** What the figures of the total are. */
  readonly sums: string;
  readonly noService: string;
  readonly withoutOrder: string;
  readonly made: (date: string, time: string) => string;
  readonly basis: (level: string, inDays: { n: number; of: number }, recordsTo: string | null) => string;
  /** Why the orders add up to more than is likely for all sites together. */
  readonly sumNote: string;
  readonly page: string;
  readonly capacity: (places: string) => string;
  readonly kind: Readonly<Record<SiteKind, string>>;
  readonly course: Readonly<Record<Course, string>>;
  readonly flag: Readonly<Record<Flag, string>>;
  /** How the number was found, where it is not the model's. */
  readonly model: Readonly<Record<ModelName, string | null>>;
  readonly csv: readonly string[];
  readonly fileName: string;
}

const withCapital = (words: Readonly<Record<Flag, string>>) =>
  Object.fromEntries(
    Object.entries(words).map(([flag, word]) => [flag, word.charAt(0).toUpperCase() + word.slice(1)]),
  ) as Readonly<Record<Flag, string>>;

const fr: SheetTexts = {
  title: 'Feuille de production',
  summaryTitle: 'Commandes du jour',
  allSites: 'Tous les sites',
  meals: (count) => (count < 2 ? 'repas d’enfant à préparer' : 'repas d’enfants à préparer'),
  expected: (range) => `fourchette\u00a0: ${range}`,
  sites: (count) => (count < 2 ? `${count} site` : `${count} sites`),
  inServingOrder: 'Dans l’ordre du service',
  portions: 'Portions',
  prepared: 'Préparées',
  served: 'Servies',
  left: 'Restes',
  choice: 'au choix',
  or: 'ou',
  choiceNote: 'en tout',
  noMenu: 'Menu non renseigné\u00a0: écrivez les plats ci-dessous.',
  toKnow: 'À savoir',
  notes: 'Notes',
  childrenServed: 'Enfants servis',
  adultsServed: 'Adultes servis',
  leftovers: 'Repas restants',
  visa: 'Visa',
  menu: 'Menu',
  site: 'Site',
  kindHead: 'Type',
  order: 'Commande',
  range: 'Fourchette',
  total: 'Total',
  sums: 'somme des commandes, total probable',
  noService: 'Pas de service',
  withoutOrder: 'Sans commande ce jour',
  made: (date, time) => `Faite le ${date} à ${time}`,
  basis: (level, { n, of }, recordsTo) =>
    `Niveau de service ${level}\u00a0: dans chaque site, la commande suffit ${n} jours sur ${of}, ${recordsTo === null ? 'sans aucun relevé' : `d’après les relevés jusqu’au ${recordsTo}`}.`,
  sumNote:
    'Chaque site garde sa marge\u00a0: la somme des commandes dépasse donc la fourchette de tous les sites ensemble.',
  page: 'Page',
  capacity: (places) => `${places} places`,
  kind: {
    M: 'maternelle',
    E: 'élémentaire',
    'M/E': 'mat. + élém.',
    C: 'collège',
    L: 'accueil de loisirs',
    A: 'adultes',
  },
  course: domainWords.fr.shortCourses,
  flag: withCapital(domainWords.fr.flags),
  model: {
    regression: null,
    'recent-level': 'Niveau récent',
    'mean-of-4': 'Moyenne de 4 semaines',
    'last-week': 'Même jour de la semaine passée',
    'usual-day': 'Votre estimation d’un jour ordinaire',
    enrolment: 'Part habituelle des inscrits',
  },
  csv: [
    'Date',
    'Site',
    'Type',
    'Commande',
    'Attendu',
    'Bas',
    'Haut',
    'Niveau de service',
    'Relevés jusqu’au',
    'À savoir',
    'Menu',
  ],
  fileName: 'feuille',
};

const en: SheetTexts = {
  title: 'Production sheet',
  summaryTitle: 'Orders of the day',
  allSites: 'All sites',
  meals: (count) => (count === 1 ? 'child’s meal to prepare' : 'children’s meals to prepare'),
  expected: (range) => `likely range: ${range}`,
  sites: (count) => (count === 1 ? `${count} site` : `${count} sites`),
  inServingOrder: 'In serving order',
  portions: 'Portions',
  prepared: 'Prepared',
  served: 'Served',
  left: 'Left',
  choice: 'choice',
  or: 'or',
  choiceNote: 'in all',
  noMenu: 'Menu not entered: write the dishes below.',
  toKnow: 'Good to know',
  notes: 'Notes',
  childrenServed: 'Children served',
  adultsServed: 'Adults served',
  leftovers: 'Meals left',
  visa: 'Signature',
  menu: 'Menu',
  site: 'Site',
  kindHead: 'Type',
  order: 'Order',
  range: 'Likely range',
  total: 'Total',
  sums: 'sum of the orders, likely total',
  noService: 'No service',
  withoutOrder: 'Without an order this day',
  made: (date, time) => `Made on ${date} at ${time}`,
  basis: (level, { n, of }, recordsTo) =>
    `Service level ${level}: at each site the order is enough ${n} days in ${of}, ${recordsTo === null ? 'without any records' : `from records up to ${recordsTo}`}.`,
  sumNote:
    'Each site keeps its margin: the orders add up to more than the likely range of all sites together.',
  page: 'Page',
  capacity: (places) => `${places} seats`,
  kind: {
    M: 'nursery',
    E: 'primary',
    'M/E': 'nursery + primary',
    C: 'secondary',
    L: 'out-of-school club',
    A: 'adults',
  },
  course: domainWords.en.shortCourses,
  flag: withCapital(domainWords.en.flags),
  model: {
    regression: null,
    'recent-level': 'Recent level',
    'mean-of-4': '4-week average',
    'last-week': 'Same day last week',
    'usual-day': 'Your estimate of an ordinary day',
    enrolment: 'Usual share of the children enrolled',
  },
  csv: [
    'Date',
    'Site',
    'Type',
    'Order',
    'Expected',
    'Low',
    'High',
    'Service level',
    'Records up to',
    'Good to know',
    'Menu',
  ],
  fileName: 'sheet',
};

const texts: Readonly<Record<Language, SheetTexts>> = { fr, en };

export function sheetTexts(language: Language): SheetTexts {
  return texts[language];
}
