/**
 * The pages, in the order of the navigation and of the native menu; their keys are Ctrl+1, Ctrl+2… `fr` and `en` are
 * their names, `also` other words that they are looked for with, in both languages.
 */
const pages = {
  week: { fr: 'Semaine', en: 'Week', also: 'accueil commandes semaine home orders week' },
  day: { fr: 'Jour', en: 'Day', also: 'aujourd’hui feuille production jour today sheet day' },
  record: {
    fr: 'Relevé',
    en: 'Record',
    also: 'relevé appel du matin servi restes repas servis saisir record head count served left meals enter',
  },
  menus: {
    fr: 'Menus',
    en: 'Menus',
    also: 'repas plats végétarien fréquences calendrier meals dishes vegetarian frequencies calendar',
  },
  data: { fr: 'Données', en: 'Data', also: 'fichiers données files data' },
  accuracy: {
    fr: 'Précision',
    en: 'Accuracy',
    also: 'erreur qualité précision backtest error quality accuracy euros coût cost',
  },
  impact: {
    fr: 'Bilan',
    en: 'Impact',
    also: 'gaspillage évité surplus conseil municipal euros carbone fuites waste avoided council leaks carbon impact',
  },
  settings: {
    fr: 'Réglages',
    en: 'Settings',
    also: 'options préférences paramètres réglages preferences settings',
  },
} as const;

export type PageName = keyof typeof pages;

export const pageNames = Object.keys(pages) as readonly PageName[];

const ofPages = (part: 'fr' | 'en' | 'also') =>
  Object.fromEntries(pageNames.map((page) => [page, pages[page][part]])) as Readonly<
    Record<PageName, string>
  >;

/** What pages are called, by language. */
export const pageTitles = { fr: ofPages('fr'), en: ofPages('en') };

export const pageSearchWords = ofPages('also');

/** What a menu, a key or the palette may ask of the page, by name. A page that cannot do it now does nothing. */
export type CommandName =
  | `page-${PageName}`
  | 'palette'
  | 'import'
  | 'print'
  | 'validate'
  | 'complete'
  | 'look'
  | 'export-orders'
  | 'previous'
  | 'next'
  | 'undo'
  | 'redo'
  | 'tour'
  | 'shortcuts'
  | 'glossary'
  | 'about'
  | 'backup'
  | 'save-copy'
  | 'restore'
  | 'check-data';
