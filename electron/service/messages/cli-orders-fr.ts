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
        'indique ce que contient un plat, par exemple fried\u202f; auto revient à ce que montre son nom',
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
  send: {
    summary: 'Noter comme envoyées des commandes validées, ou le bon d’un fournisseur.',
    line: '--from DATE --to DATE (--recipient QUI [--site SITE] | --supplier NOM [--corrections]) [--at MOMENT] [--undo]',
    options: {
      ...period,
      '--recipient QUI': 'à qui les commandes de repas ont été envoyées',
      '--site SITE': 'nom ou numéro du site (par défaut tous)',
      '--supplier NOM': 'le bon de commande de ce fournisseur, au lieu des repas',
      '--corrections': 'avec --supplier, les corrections depuis l’envoi',
      '--at MOMENT': 'quand, AAAA-MM-JJTHH:MM (par défaut maintenant)',
      '--undo': 'au contraire, noter comme non envoyé',
    } as Record<string, string>,
  },
  sent: {
    summary: 'Lister les bons envoyés aux fournisseurs, ou les noter comme non envoyés.',
    line: '--from DATE --to DATE [--supplier NOM] [--undo]',
    options: {
      ...period,
      '--supplier NOM': 'un seul fournisseur (par défaut tous)',
      '--undo': 'noter comme non envoyé le dernier bon de chaque fournisseur',
    } as Record<string, string>,
  },
};

export const orders = {
  sent: {
    none: 'Rien n’a été envoyé pour cette période.',
    version: 'N°',
    lines: 'Lignes',
    taken: (count: number) =>
      `${number(count)} ${plural(count, 'fr', 'bon noté comme non envoyé', 'bons notés comme non envoyés')}.`,
    suppliersOnly:
      '--sent et --corrections valent pour --kind supplier et toutes les cuisines. Rien n’a été fait.',
  },
  sending: {
    noted: (count: number, already: number) =>
      `${ordersOf(count)} ${plural(count, 'fr', 'notée comme envoyée', 'notées comme envoyées')}${already > 0 ? `\u202f; ${number(already)} ${plural(already, 'fr', 'l’était', 'l’étaient')} déjà` : ''}.`,
    open: (count: number) =>
      `${ordersOf(count)} ${plural(count, 'fr', 'modifiée à la main n’est pas validée', 'modifiées à la main ne sont pas validées')}\u00a0: validez d’abord.`,
    unsent: (count: number) =>
      count === 0
        ? 'Aucune commande notée comme envoyée. Rien n’a été fait.'
        : `${ordersOf(count)} ${plural(count, 'fr', 'notée comme non envoyée', 'notées comme non envoyées')}.`,
    purchaseOrders: (count: number, already: number) =>
      `${number(count)} ${plural(count, 'fr', 'bon noté comme envoyé', 'bons notés comme envoyés')}${already > 0 ? `\u202f; ${number(already)} ${plural(already, 'fr', 'l’était', 'l’étaient')} déjà` : ''}.`,
    recipientMissing:
      'Donnez --recipient QUI (à qui), ou --supplier NOM pour un bon de commande. Rien n’a été fait.',
    supplierAlone: '--supplier va sans --recipient ni --site. Rien n’a été fait.',
  },
  sentTo: (recipient: string, day: string, time: string) => `envoyée ${day} à ${time} à ${recipient}`,
  sums: 'somme des commandes, total probable',
  sinceSent: (difference: string) => `${difference} depuis l’envoi`,
  none: 'Rien n’est enregistré pour cette période.',
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
