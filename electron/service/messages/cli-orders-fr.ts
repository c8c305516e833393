import { formatNumber, plural } from './format.ts';

const number = (value: number) => formatNumber(value, 'fr');
const ordersOf = (count: number) => `${number(count)} ${plural(count, 'fr', 'commande', 'commandes')}`;
const period = {
  '--from DATE': 'premier jour, AAAA-MM-JJ',
  '--to DATE': 'dernier jour, AAAA-MM-JJ',
};

/** The commands that decide orders, French. */
export const orderCommands = {
  menus: {
    summary: 'Les 15 critères de l’annexe I sur les 20 derniers repas servis.',
    line: '[--site SITE] [--to DATE] [--dish PLAT --attribute ATTRIBUT --has yes|no|auto] [--register FICHIER.(pdf|html|csv|xlsx)]',
    options: {
      '--register FICHIER.(pdf|html|csv|xlsx)':
        'écrit à la place le registre des menus des trois derniers mois',
      '--site SITE': 'les menus d’un seul site',
      '--to DATE': 'les repas jusqu’à ce jour (par défaut aujourd’hui)',
      '--dish PLAT --attribute ATTRIBUT --has yes|no|auto':
        'dit ce qui compte d’un plat, par exemple fried ; auto revient à ce que dit son nom',
    } as Record<string, string>,
  },
  order: {
    summary: 'Modifier ou corriger une commande.',
    line: '--site SITE --date DATE (--quantity N | --clear) [--reason TEXTE] [--correct]',
    options: {
      '--site SITE': 'nom ou numéro du site',
      '--date DATE': 'le jour, AAAA-MM-JJ',
      '--quantity N': 'repas à commander',
      '--clear': 'revenir au nombre conseillé',
      '--reason TEXTE': 'pourquoi',
      '--correct': 'la commande est validée : la corriger',
    } as Record<string, string>,
  },
  approve: {
    summary: 'Valider les commandes d’une période : elles ne bougent plus.',
    line: '--from DATE --to DATE [--site SITE] [--served] [--open]',
    options: {
      ...period,
      '--site SITE': 'nom ou numéro du site (par défaut tous)',
      '--served': 'oui, les jours dont les vacances sont inconnues sont servis',
      '--open': 'au contraire, rouvrir les commandes validées',
    } as Record<string, string>,
  },
  orders: {
    summary: 'Lister les commandes modifiées à la main ou validées, et les appels.',
    line: '--from DATE --to DATE',
    options: { ...period } as Record<string, string>,
  },
  sent: {
    summary: 'Lister les bons envoyés aux fournisseurs, ou les marquer non envoyés.',
    line: '--from DATE --to DATE [--supplier NOM] [--undo]',
    options: {
      ...period,
      '--supplier NOM': 'un seul fournisseur (par défaut tous)',
      '--undo': 'marquer non envoyé le dernier bon de chaque fournisseur',
    } as Record<string, string>,
  },
};

export const orders = {
  sent: {
    none: 'Rien n’a été envoyé pour cette période.',
    version: 'N°',
    lines: 'Lignes',
    taken: (count: number) =>
      `${number(count)} ${plural(count, 'fr', 'bon marqué non envoyé', 'bons marqués non envoyés')}.`,
    suppliersOnly:
      '--sent et --corrections valent pour --kind supplier et toutes les cuisines. Rien n’a été fait.',
  },
  none: 'Rien n’a été décidé sur cette période.',
  columns: {
    date: 'Date',
    order: 'Commande',
    recommended: 'Conseillé',
    counted: 'Appel',
    state: 'État',
    at: 'Quand',
    by: 'Qui',
    reason: 'Raison',
  },
  gone: '[site retiré]',
  overridden: 'modifiée à la main',
  recommended: (meals: string) => `conseillé ${meals}`,
  validated: (version: number) => `validée, n° ${version}`,
  byClock: (version: number) => `arrêtée à la limite, n° ${version}`,
  revision: (difference: string) => `à corriger\u00a0: ${difference} avec ce qui est connu depuis`,
  notRecorded: 'pas de commande enregistrée',
  served: (meals: string) => `servi ${meals}`,
  oneQuantity: 'Donnez --quantity N ou --clear, l’un des deux. Rien n’a été fait.',
  said: (place: string, quantity: number | null) =>
    quantity === null ? `${place} : nombre conseillé.` : `${place} : ${number(quantity)} repas.`,
  corrected: (place: string, version: number, quantity: number, before: number) =>
    `${place} : commande n° ${version}, ${number(quantity)} repas au lieu de ${number(before)}.`,
  far: (recommended: string) => `Enregistré, très loin des ${recommended} conseillés.`,
  overCapacity: (places: string) => `Enregistré, au-dessus des ${places} places.`,
  past: (count: number) =>
    `${ordersOf(count)} d’un jour passé\u00a0: ${plural(count, 'fr', 'elle ne se valide', 'elles ne se valident')} plus.`,
  frozen: (count: number, meals: number, already: number) =>
    `${ordersOf(count)} ${plural(count, 'fr', 'validée', 'validées')}, ${number(meals)} repas${already > 0 ? ` ; ${number(already)} ${plural(already, 'fr', 'l’était', 'l’étaient')} déjà` : ''}.`,
  opened: (count: number) =>
    count === 0
      ? 'Aucune commande validée à rouvrir. Rien n’a été fait.'
      : `${ordersOf(count)} ${plural(count, 'fr', 'rouverte', 'rouvertes')}.`,
};
