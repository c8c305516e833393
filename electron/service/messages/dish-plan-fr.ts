import { domainWords } from '../../api/domain-words.ts';
import type { AgeClass, FloorRule } from '../../api/records.ts';

export interface ShortDelivery {
  readonly dish: string;
  readonly supplier: string | null;
  /** Of the quantities. */
  readonly unit: string;
  readonly needed: number;
  readonly confirmed: number;
}

const ages: Readonly<Record<AgeClass, string>> = {
  M: 'maternelle',
  E: 'élémentaire',
  C: 'collège',
  A: 'adultes',
};
const units = { g: 'g', ml: 'ml', piece: 'pièces', portion: 'portions' };
const amount = (value: number) => value.toLocaleString('fr-FR', { maximumFractionDigits: 3 });
const list = (classes: readonly AgeClass[]) => classes.map((age) => ages[age]).join(', ');

/** Quantities by dish, orders by supplier and what comes back of them, French. */
export const dishPlan = {
  age: ages,
  problems: {
    'no-portion': ({ dish }: { dish: string }) => ({
      message: `«\u00a0${dish}\u00a0»\u00a0: portion inconnue, poids non calculé.`,
      remedy: 'Indiquez sa portion dans Réglages, Portions.',
    }),
    'no-class-portion': ({ dish, classes }: { dish: string; classes: readonly AgeClass[] }) => ({
      message: `Pas de portion de «\u00a0${dish}\u00a0» pour ${list(classes)}\u00a0: ces portions manquent dans le poids.`,
      remedy: 'Complétez la portion dans Réglages, Portions.',
    }),
    'no-container': ({ dish, classes }: { dish: string; classes: readonly AgeClass[] }) => ({
      message: `Aucun bac de «\u00a0${dish}\u00a0» n’est prévu pour ${list(classes)}.`,
      remedy: 'Indiquez combien de portions il contient dans Réglages, Conditionnements.',
    }),
    'other-unit': ({
      dish,
      portion,
      pack,
    }: {
      dish: string;
      portion: keyof typeof units;
      pack: keyof typeof units;
    }) => ({
      message: `«\u00a0${dish}\u00a0» se sert en ${units[portion]} et s’achète en ${units[pack]}\u00a0: les colis ne sont pas calculés.`,
      remedy: 'Donnez la même unité à la portion et au conditionnement, dans Réglages.',
    }),
    'no-pack': ({ dish }: { dish: string }) => ({
      message: `Aucun conditionnement pour «\u00a0${dish}\u00a0»\u00a0: il est commandé au poids ou à la portion.`,
      remedy: 'Ajoutez-en un dans Réglages, Conditionnements.',
    }),
    'no-substitute': ({ dish, count }: { dish: string; count: number }) => ({
      message: `«\u00a0${dish}\u00a0»\u00a0: rien à la place pour ${count} ${count < 2 ? 'enfant qui n’en mange pas' : 'enfants qui n’en mangent pas'}.`,
      remedy: 'Ajoutez au menu un plat de remplacement, au choix avec celui-ci.',
    }),
    'short-delivery': ({ dish, supplier, unit, needed, confirmed }: ShortDelivery) => ({
      message: `«\u00a0${dish}\u00a0»\u00a0: ${supplier ?? 'le fournisseur'} livre ${amount(confirmed)} au lieu de ${amount(needed)} (${unit}).`,
      remedy: 'Complétez ailleurs, ou servez moins de ce plat.',
    }),
  },
  titles: {
    supplier: 'Bon de commande',
    kitchen: 'Production',
    delivery: 'Livraisons',
    rollCall: 'Feuille d’appel',
  },
  fileNames: { supplier: 'commande', kitchen: 'production', delivery: 'livraisons' },
  siteAndKitchen: 'donnez un site ou une cuisine, pas les deux.',
  noSupplier: 'Sans fournisseur',
  siteByItself: 'Sur place',
  kitchens: (count: number) => `${count} cuisines`,
  oneKitchen: (count: number) =>
    `Chacun des ${count} sites est compté comme une cuisine ; le papier réunit leurs quantités. Le détail est dans les feuilles Production et Livraisons. Si une seule cuisine prépare pour tous, nommez-la dans Réglages, Cuisines.`,
  empty: 'Rien à commander\u00a0: aucun menu connu, ou aucun repas, sur ces jours.',
  noMenu: (days: string) => `Sans menu connu, rien n’est compté\u00a0: ${days}.`,
  toldByRule: (rule: FloorRule, dishes: readonly string[]) =>
    `${rule === 'last-week' ? 'Comme le même jour de la semaine passée' : 'Moyenne des 4 derniers mêmes jours de la semaine'}, plus juste ici que le modèle\u00a0: ${dishes.join(', ')}.`,
  orderBefore: (day: string, time: string) => `À commander avant ${day}, ${time}`,
  sentAt: (day: string, time: string, by: string | null, version: number) =>
    `Envoyé ${day} à ${time}${by === null ? '' : ` par ${by}`}${version > 1 ? ` (n°\u00a0${version})` : ''}`,
  stoodAt: (day: string, time: string) => `Arrêté à la limite, ${day} à ${time}`,
  correction: ({ dish, size, day, more }: { dish: string; size: string; day: string; more: string }) =>
    `Depuis l’envoi, ${day}\u00a0: ${dish}, ${more} ${size}.`,
  total: (euros: string) => `Total connu\u00a0: ${euros}`,
  period: (from: string, to: string) => (from === to ? from : `du ${from} au ${to}`),
  yieldOf: (served: string, factor: string, bought: string) =>
    `servi ${served}\u00a0×\u00a0${factor} = ${bought}`,
  yieldUnknown: 'poids servi, rendement inconnu',
  factorToCheck: 'facteur à vérifier',
  units: { g: 'kg', ml: 'l', piece: 'pièces', pack: 'colis', portion: 'portions' },
  columns: {
    ref: 'Référence',
    supplier: 'Fournisseur',
    place: 'Cuisine',
    site: 'Site',
    date: 'Pour le',
    product: 'Produit',
    course: 'Composante',
    size: 'Conditionnement',
    quantity: 'Quantité',
    unit: 'Unité',
    before: 'Envoyé avant',
    change: 'Différence',
    state: 'Envoi',
    amount: 'Poids ou nombre',
    amountUnit: 'Mesure',
    price: 'Prix unitaire (€)',
    euros: 'Montant (€)',
    deadline: 'À commander avant le',
    time: 'Heure limite',
    yield: 'Du servi à l’achat',
    servedWeight: 'Poids servi',
    factor: 'Facteur d’achat',
    boughtWeight: 'Poids à acheter',
    portions: 'Portions',
    samples: 'Plats témoins',
    packs: 'Colis et bacs',
    surplus: 'Arrondi (portions)',
    surplusAmount: 'Arrondi (mesure)',
    surplusEuros: 'Arrondi (€)',
    mean: 'Attendu',
    low: 'Bas',
    high: 'Haut',
  },
  course: domainWords.fr.shortCourses,
  kitchenNotFound: (id: number) => ({
    message: `La cuisine n°\u00a0${id} n’existe pas. Rien n’a été fait.`,
    remedy: 'La liste des cuisines est dans Réglages, Cuisines.',
  }),
  cli: {
    dishes: (day: string) => `Plats du ${day}`,
    unknownKind: (kind: string, kinds: readonly string[]) =>
      `--kind\u00a0: «\u00a0${kind}\u00a0» n’existe pas. Choisissez ${kinds.join(', ')}.`,
    differences: 'Quantités différentes de la commande\u00a0:',
    missing: 'Commandé, mais absent du fichier\u00a0:',
    problems: 'Lignes non comparées\u00a0:',
    summary: (file: string, lines: number, same: number) =>
      `${file}\u00a0: ${lines} ${lines < 2 ? 'ligne' : 'lignes'}, dont ${same} comme commandé.`,
    corrections: 'À corriger auprès des fournisseurs :',
    against: {
      sent: 'Comparé à ce qui a été envoyé.',
      plan: 'Comparé au plan d’aujourd’hui : rien n’a été noté comme envoyé.',
      both: 'Comparé à ce qui a été envoyé et, pour le reste, au plan d’aujourd’hui.',
    },
    confirmed: (lines: number) => `Quantités acceptées : ${lines} ${lines < 2 ? 'ligne' : 'lignes'}.`,
    ordered: 'Commandé',
    returned: 'Confirmé',
    line: 'ligne',
  },
  returned: {
    noRef: {
      reason: 'cette ligne n’a pas de référence',
      remedy: 'Remettez la référence de la ligne commandée.',
    },
    unknownRef: {
      reason: 'cette référence n’est pas dans la commande',
      remedy: 'La commande a pu changer depuis l’envoi. Comparez avec le bon que vous avez envoyé.',
    },
    twice: {
      reason: 'cette référence est déjà dans une ligne du dessus',
      remedy: 'Gardez une seule ligne par référence.',
    },
    badQuantity: {
      reason: 'la quantité n’est pas un nombre, 0 ou plus',
      remedy: 'Écrivez la quantité livrée, 0 si le produit manque.',
    },
    notAnOrder: (file: string) => ({
      message: `${file}\u00a0: aucune colonne «\u00a0Référence\u00a0» et «\u00a0Quantité\u00a0». Rien n’a été comparé.`,
      remedy: 'Donnez le bon de commande exporté d’ici (CSV ou XLSX), tel que le fournisseur l’a complété.',
    }),
    noLines: (file: string) => ({
      message: `${file}\u00a0: aucune ligne avec une référence de commande. Rien n’a été comparé.`,
      remedy: 'Donnez le bon de commande exporté d’ici (CSV ou XLSX), tel que le fournisseur l’a complété.',
    }),
  },
};
