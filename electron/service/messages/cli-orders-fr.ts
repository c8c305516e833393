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
        'dit ce qui compte d’un plat, par exemple fried ; auto revient à ce que dit son nom',
    } as Record<string, string>,
  },
  order: {
    summary: 'Commander autre chose que le conseil, ou corriger une commande validée.',
    line: '--site SITE --date DATE (--quantity N | --clear) [--reason TEXTE] [--correct]',
    options: {
      '--site SITE': 'nom ou numéro du site',
      '--date DATE': 'le jour, AAAA-MM-JJ',
      '--quantity N': 'repas à commander',
      '--clear': 'revenir au conseil',
      '--reason TEXTE': 'pourquoi',
      '--correct': 'la commande est validée : en faire une nouvelle version',
    } as Record<string, string>,
  },
  approve: {
    summary: 'Valider les commandes d’une période : elles ne bougent plus.',
    line: '--from DATE --to DATE [--site SITE] [--served] [--open]',
    options: {
      ...period,
      '--site SITE': 'nom ou numéro du site (par défaut tous)',
      '--served': 'oui, les jours dont les vacances sont inconnues sont servis',
      '--open': 'au contraire, reprendre la dernière version des commandes validées',
    } as Record<string, string>,
  },
  orders: {
    summary: 'Lister ce qui a été décidé : valeurs forcées, commandes validées, appels.',
    line: '--from DATE --to DATE',
    options: { ...period } as Record<string, string>,
  },
  sent: {
    summary: 'Lister ce qui a été envoyé aux fournisseurs, ou le reprendre.',
    line: '--from DATE --to DATE [--supplier NOM] [--undo]',
    options: {
      ...period,
      '--supplier NOM': 'un seul fournisseur (par défaut tous)',
      '--undo': 'reprendre la dernière version de chaque commande',
    } as Record<string, string>,
  },
};

export const orders = {
  sent: {
    none: 'Rien n’a été envoyé pour cette période.',
    version: 'N°',
    lines: 'Lignes',
    taken: (count: number) => `${ordersOf(count)} ${plural(count, 'fr', 'reprise', 'reprises')}.`,
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
  overridden: 'forcée',
  recommended: (meals: string) => `conseillé ${meals}`,
  validated: (version: number) => `validée, n° ${version}`,
  byClock: (version: number) => `arrêtée à la limite, n° ${version}`,
  revision: (difference: string) => `à corriger\u00a0: ${difference} avec ce qui est su depuis`,
  notRecorded: 'pas de commande enregistrée',
  served: (meals: string) => `servi ${meals}`,
  oneQuantity: 'Donnez --quantity N ou --clear, l’un des deux. Rien n’a été fait.',
  said: (place: string, quantity: number | null) =>
    quantity === null ? `${place} : retour au conseil.` : `${place} : ${number(quantity)} repas.`,
  corrected: (place: string, version: number, quantity: number, before: number) =>
    `${place} : commande n° ${version}, ${number(quantity)} repas au lieu de ${number(before)}.`,
  far: (recommended: string) => `C’est gardé, mais très loin des ${recommended} conseillés : vérifiez.`,
  overCapacity: (places: string) => `C’est gardé, mais au-dessus des ${places} places.`,
  past: (count: number) =>
    `${ordersOf(count)} d’un jour passé\u00a0: ${plural(count, 'fr', 'elle ne se valide', 'elles ne se valident')} plus.`,
  frozen: (count: number, meals: number, already: number) =>
    `${ordersOf(count)} ${plural(count, 'fr', 'validée', 'validées')}, ${number(meals)} repas${already > 0 ? ` ; ${number(already)} ${plural(already, 'fr', 'l’était', 'l’étaient')} déjà` : ''}.`,
  opened: (count: number) =>
    count === 0
      ? 'Aucune commande validée à rouvrir. Rien n’a été fait.'
      : `${ordersOf(count)} ${plural(count, 'fr', 'reprise', 'reprises')}.`,
};
