import { domainWords } from '../../api/domain-words.ts';
import type { AgeClass, Language } from '../../api/records.ts';

const several = (count: number, one: string, many: string) => (Math.abs(count) < 2 ? one : many);

const fr = {
  production: 'Feuille de production',
  delivery: 'Bon de livraison',
  headCount: 'Feuille d’appel',
  meals: (children: number, adults: number, figure: (count: number) => string) =>
    [
      `${several(children + adults, 'couvert', 'couverts')}\u00a0: ${figure(children)} ${several(children, 'enfant', 'enfants')}`,
      ...(adults === 0 ? [] : [`${figure(adults)} ${several(adults, 'adulte', 'adultes')}`]),
    ].join(', '),
  mealsUnknown: 'nombre de convives non connu',
  sitesUnknown: (count: number) =>
    `et ${count} ${several(count, 'site', 'sites')} sans nombre de convives connu`,
  portionsAlone:
    'Portions comptées sans les convives\u00a0: le nombre de convives n’est pas connu, chaque plat a son nombre conseillé.',
  portionsOnly: 'Nombre conseillé de portions, sans commande de repas',
  age: { M: 'maternelle', E: 'élém.', C: 'collège', A: 'adultes' } as Record<AgeClass, string>,
  ageLong: domainWords.fr.ageClasses,
  total: 'Total',
  weight: 'Poids',
  takeOut: 'À sortir',
  surplus: 'Arrondi',
  portions: (count: number) => several(count, 'portion', 'portions'),
  pieces: (count: number) => several(count, 'pièce', 'pièces'),
  kilos: 'kg',
  litres: 'l',
  inStock: (amount: string) => `${amount} en stock`,
  sample: (count: number) => `${count}\u00a0${several(count, 'témoin', 'témoins')}`,
  diets: 'Régimes',
  diet: {
    vegetarian: (dishes: string) => `sans viande\u00a0: ${dishes}`,
    noPork: (dishes: string) => `sans porc\u00a0: ${dishes}`,
  },
  noMeat: 'aucune viande à ce menu',
  noPork: 'aucun porc à ce menu',
  noSubstitute: 'aucun plat de remplacement à ce menu',
  allergy: 'PAI\u00a0: repas à part, hors des portions',
  samples: 'plat témoin de chaque plat, compris dans le total',
  noDiet: 'Aucun régime noté.',
  counted: 'D’après l’appel du matin.',
  pooled: 'Les bacs peuvent passer d’un site à l’autre\u00a0: la marge est commune à tous.',
  of: (site: string, note: string) => `${site}\u00a0: ${note}`,
  noMenu: 'Menu non renseigné\u00a0: écrivez les plats ci-dessous.',
  order: (version: number, day: string, time: string, by: string | null) =>
    `Commande n°\u00a0${version}, validée ${day} à ${time}${by === null ? '' : ` par ${by}`}`,
  automatic: (version: number, day: string, time: string) =>
    `Commande n°\u00a0${version}, arrêtée à la limite, ${day} à ${time}`,
  corrected: (sent: string, change: string) => `, validée à ${sent}, corrigée de ${change}`,
  sent: (version: number, recipient: string, day: string, time: string) =>
    `Commande n°\u00a0${version}, envoyée ${day} à ${time}\u00a0: ${recipient}`,
  toSend: (difference: string) => `, ${difference} depuis l’envoi`,
  version: (version: number) => ` – feuille n°\u00a0${version}`,
  notRecorded: 'Pas de commande enregistrée\u00a0: calculé après coup',
  revision: (difference: string) => `${difference} avec ce qui est connu depuis\u00a0: commande à corriger.`,
  notApproved: 'Commande non validée\u00a0: nombre conseillé',
  someApproved: (approved: number, all: number) => `Commandes validées\u00a0: ${approved} sur ${all}`,
  from: (kitchen: string) => `Livré par ${kitchen}`,
  containers: 'Bacs et colis',
  out: 'Départ °C',
  arrival: 'Arrivée °C',
  deliveryBoxes: ['Heure de départ', 'Heure d’arrivée', 'Livré par', 'Reçu par'],
  called: 'Appel',
  ordered: 'Commandé',
  classroom: 'Classe',
  present: 'Présents',
  withoutMeat: 'Sans viande',
  withoutPork: 'Sans porc',
  pai: 'PAI',
  adultsPresent: 'Adultes',
  site: 'Site',
  sites: (count: number) => `${count} ${several(count, 'site', 'sites')}`,
  headCountBoxes: ['Enfants présents', 'Adultes', 'Appel fait à', 'Visa'],
  fileName: { production: 'production', delivery: 'livraison', 'roll-call': 'appel' },
  allPlaces: 'Toutes les cuisines',
};

const counted = (count: number, one: string, many: string) => (count === 1 ? one : many);

const en: typeof fr = {
  production: 'Production sheet',
  delivery: 'Delivery note',
  headCount: 'Head-count sheet',
  meals: (children, adults, figure) =>
    [
      `${counted(children + adults, 'cover', 'covers')}: ${figure(children)} ${counted(children, 'child', 'children')}`,
      ...(adults === 0 ? [] : [`${figure(adults)} ${counted(adults, 'adult', 'adults')}`]),
    ].join(', '),
  mealsUnknown: 'number of diners not known',
  sitesUnknown: (count) => `and ${count} ${counted(count, 'site', 'sites')} with no known number of diners`,
  portionsAlone:
    'Portions are counted here without diners: the number of diners is not known, each dish has a recommendation of its own.',
  portionsOnly: 'Recommended portions, no order of meals',
  age: { M: 'nursery', E: 'primary', C: 'secondary', A: 'adults' },
  ageLong: domainWords.en.ageClasses,
  total: 'Total',
  weight: 'Weight',
  takeOut: 'To take out',
  surplus: 'Rounding',
  portions: (count) => counted(count, 'portion', 'portions'),
  pieces: (count) => counted(count, 'piece', 'pieces'),
  kilos: 'kg',
  litres: 'l',
  inStock: (amount) => `${amount} in stock`,
  sample: (count) => `${count}\u00a0retained`,
  diets: 'Diets',
  diet: {
    vegetarian: (dishes) => `without meat: ${dishes}`,
    noPork: (dishes) => `without pork: ${dishes}`,
  },
  noMeat: 'no meat on this menu',
  noPork: 'no pork on this menu',
  noSubstitute: 'nothing in its place on this menu',
  allergy: 'medical diets (PAI): a meal of their own, not in the portions',
  samples: 'retained sample of each dish, included in the total',
  noDiet: 'No diet on record.',
  counted: 'From this morning’s head count.',
  pooled: 'Trays can move between sites: they share one margin.',
  of: (site, note) => `${site}: ${note}`,
  noMenu: 'Menu not entered: write the dishes below.',
  order: (version, day, time, by) =>
    `Order no.\u00a0${version}, approved ${day} at ${time}${by === null ? '' : ` by ${by}`}`,
  automatic: (version, day, time) => `Order no.\u00a0${version}, closed at the deadline, ${day} at ${time}`,
  corrected: (sent, change) => `, approved at ${sent}, corrected by ${change}`,
  sent: (version, recipient, day, time) => `Order no.\u00a0${version}, sent ${day} at ${time}: ${recipient}`,
  toSend: (difference) => `, ${difference} since sent`,
  version: (version) => ` – sheet no.\u00a0${version}`,
  notRecorded: 'No order on record: in hindsight',
  revision: (difference) => `${difference} with what has become known since: correct the order.`,
  notApproved: 'Order not approved: recommendation',
  someApproved: (approved, all) => `Orders approved: ${approved} of ${all}`,
  from: (kitchen) => `Delivered by ${kitchen}`,
  containers: 'Trays and packs',
  out: 'Out °C',
  arrival: 'In °C',
  deliveryBoxes: ['Time out', 'Time in', 'Delivered by', 'Received by'],
  called: 'Head count',
  ordered: 'Ordered',
  classroom: 'Class',
  present: 'Present',
  withoutMeat: 'No meat',
  withoutPork: 'No pork',
  pai: 'PAI',
  adultsPresent: 'Adults',
  site: 'Site',
  sites: (count) => `${count} ${counted(count, 'site', 'sites')}`,
  headCountBoxes: ['Children present', 'Adults', 'Counted at', 'Signature'],
  fileName: { production: 'production', delivery: 'delivery', 'roll-call': 'head-count' },
  allPlaces: 'All kitchens',
};

export type KitchenTexts = typeof fr;

const texts: Readonly<Record<Language, KitchenTexts>> = { fr, en };

export const kitchenTexts = (language: Language): KitchenTexts => texts[language];
