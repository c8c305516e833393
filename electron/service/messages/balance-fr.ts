import { balanceWords } from '../../api/balance-words.ts';

/** The law on menus: annexe I, the parts of a meal, the register. French. */
export const balance = {
  ...balanceWords.fr,
  bounds: {
    least: (times: number) => `au moins ${times}`,
    most: (times: number) => `au plus ${times}`,
    exactly: (times: number) => `${times}`,
  },
  checkColumn: 'À vérifier',
  upTo: (times: number, possible: number) => (possible > times ? `${times} à ${possible}` : `${times}`),
  title: (meals: number, from: string, to: string) =>
    `Annexe I, arrêté du 30 septembre 2011 : ${meals} repas servis, du ${from} au ${to}`,
  none: 'Aucun repas servi avec un menu connu.',
  incomplete: (day: string, parts: string) => `${day} : il manque ${parts}`,
  unknown: (names: string) => `Plats inconnus, qui peuvent compter partout : ${names}`,
  rule: 'Un repas compte quand chaque choix répond au critère ; le second nombre ajoute ceux où un seul choix y répond.',
  noDish: (name: string) => ({
    message: `« ${name} » ne correspond à aucun plat. Rien n’a été changé.`,
    remedy: 'Écrivez le nom du plat comme au menu.',
  }),
  badValue: '--has : écrivez yes, no ou auto.',
  badAttribute: (names: string) => `--attribute : choisissez ${names}.`,
  whole: 'Donnez --dish, --attribute et --has ensemble.',
  stated: (dish: string) => `Enregistré pour « ${dish} ».`,
  register: {
    title: 'Registre des menus',
    fileName: 'registre-menus',
    period: (from: string, to: string) => `du ${from} au ${to}`,
    columns: {
      date: 'Date',
      starter: 'Entrée',
      main: 'Plat principal',
      side: 'Garniture',
      dairy: 'Produit laitier',
      dessert: 'Dessert',
      other: 'Pain et autres',
    },
    vegetarian: 'menu végétarien',
    or: ' ou ',
    empty: 'Aucun menu servi sur ces trois mois.',
    allSites: 'Tous les sites',
  },
};
