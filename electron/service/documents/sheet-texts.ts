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
  readonly noService: string;
  readonly withoutOrder: string;
  readonly made: (date: string, time: string) => string;
  readonly basis: (level: string, asOf: string) => string;
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

const fr: SheetTexts = {
  title: 'Feuille de production',
  summaryTitle: 'Commandes du jour',
  allSites: 'Toutes les cantines',
  meals: (count) => (count < 2 ? 'repas d’enfant à préparer' : 'repas d’enfants à préparer'),
  expected: (range) => `attendu\u00a0: ${range}`,
  sites: (count) => (count < 2 ? `${count} cantine` : `${count} cantines`),
  inServingOrder: 'Dans l’ordre du service',
  portions: 'Portions',
  prepared: 'Préparées',
  served: 'Servies',
  left: 'Reste (kg)',
  choice: 'au choix',
  or: 'ou',
  choiceNote: 'en tout',
  noMenu: 'Menu non renseigné\u00a0: écrivez les plats ci-dessous.',
  toKnow: 'À savoir',
  notes: 'Notes',
  childrenServed: 'Enfants servis',
  adultsServed: 'Adultes servis',
  leftovers: 'Restes non servis (kg)',
  visa: 'Visa',
  menu: 'Menu',
  site: 'Cantine',
  kindHead: 'Type',
  order: 'Commande',
  range: 'Attendu',
  total: 'Total',
  noService: 'Pas de service',
  withoutOrder: 'Sans commande ce jour',
  made: (date, time) => `Faite ${date} à ${time}`,
  basis: (level, asOf) =>
    `Commande calculée pour suffire ${level} des jours, d’après les relevés jusqu’au ${asOf}.`,
  sumNote:
    'Chaque cantine garde sa propre marge\u00a0: le total des commandes dépasse donc le nombre de repas attendus.',
  page: 'Page',
  capacity: (places) => `${places} places en salle`,
  kind: {
    M: 'maternelle',
    E: 'élémentaire',
    'M/E': 'maternelle et élémentaire',
    C: 'collège',
    L: 'centre de loisirs',
    A: 'adultes',
  },
  course: {
    starter: 'Entrée',
    main: 'Plat',
    side: 'Garniture',
    dairy: 'Produit laitier',
    dessert: 'Dessert',
    bread: 'Pain',
    other: 'Autre',
  },
  flag: {
    strike: 'Grève annoncée',
    outing: 'Sortie scolaire',
    'last-day': 'Veille de vacances',
    'first-day-back': 'Jour de rentrée',
    'beside-public-holiday': 'Jour férié voisin',
    'no-menu': 'Menu non renseigné',
    'no-history': 'Pas encore d’historique',
    'over-capacity': 'Au-dessus de la capacité',
    'over-enrolment': 'Dépasse les inscrits',
    'level-changed': 'Niveau changé récemment',
    'unknown-holidays': 'Vacances inconnues\u00a0: jour servi\u202f?',
  },
  model: {
    regression: null,
    'mean-of-4': 'Moyenne des 4 dernières semaines',
    'last-week': 'Comme la semaine passée',
    enrolment: 'D’après les inscrits',
  },
  csv: [
    'Date',
    'Cantine',
    'Type',
    'Commande',
    'Attendu',
    'Bas',
    'Haut',
    'Niveau de service',
    'Données jusqu’au',
    'À savoir',
    'Menu',
  ],
  fileName: 'feuille',
};

const en: SheetTexts = {
  title: 'Production sheet',
  summaryTitle: 'Orders of the day',
  allSites: 'All canteens',
  meals: (count) => (count === 1 ? 'child’s meal to prepare' : 'children’s meals to prepare'),
  expected: (range) => `expected: ${range}`,
  sites: (count) => (count === 1 ? `${count} canteen` : `${count} canteens`),
  inServingOrder: 'In serving order',
  portions: 'Portions',
  prepared: 'Prepared',
  served: 'Served',
  left: 'Left (kg)',
  choice: 'choice',
  or: 'or',
  choiceNote: 'in all',
  noMenu: 'The menu is not known: write the dishes below.',
  toKnow: 'Good to know',
  notes: 'Notes',
  childrenServed: 'Children served',
  adultsServed: 'Adults served',
  leftovers: 'Unserved leftovers (kg)',
  visa: 'Signature',
  menu: 'Menu',
  site: 'Canteen',
  kindHead: 'Type',
  order: 'Order',
  range: 'Expected',
  total: 'Total',
  noService: 'No service',
  withoutOrder: 'Without an order this day',
  made: (date, time) => `Made ${date} at ${time}`,
  basis: (level, asOf) => `The order is meant to suffice on ${level} of days, from records up to ${asOf}.`,
  sumNote: 'Each canteen keeps its own margin: the orders add up to more than the meals expected.',
  page: 'Page',
  capacity: (places) => `${places} places in the hall`,
  kind: {
    M: 'nursery',
    E: 'primary',
    'M/E': 'nursery and primary',
    C: 'middle school',
    L: 'leisure centre',
    A: 'adults',
  },
  course: {
    starter: 'Starter',
    main: 'Main',
    side: 'Side',
    dairy: 'Dairy',
    dessert: 'Dessert',
    bread: 'Bread',
    other: 'Other',
  },
  flag: {
    strike: 'Strike announced',
    outing: 'School outing',
    'last-day': 'Last day before holidays',
    'first-day-back': 'First day back',
    'beside-public-holiday': 'Beside a public holiday',
    'no-menu': 'Menu not known',
    'no-history': 'No history yet',
    'over-capacity': 'More than the capacity',
    'over-enrolment': 'Above the enrolment',
    'level-changed': 'Level changed lately',
    'unknown-holidays': 'Holidays unknown: served?',
  },
  model: {
    regression: null,
    'mean-of-4': 'Mean of the last 4 weeks',
    'last-week': 'As last week',
    enrolment: 'From enrolment',
  },
  csv: [
    'Date',
    'Canteen',
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
