import { counterfactualWords } from '../../api/counterfactual-words.ts';
import type { Counterfactual } from '../../api/records.ts';
import { leakCommands } from './leaks-fr.ts';

const words = counterfactualWords.fr;
const comparedWith = `comparer à\u00a0: measured (${words.measured}), estimated (${words.estimated}) ou equal-shortage (${words['equal-shortage']})\u202f; par défaut, la première possible`;

/** What orders brought and where surplus remains, French. */
export const impactCommands = {
  impact: {
    summary: 'Ce que les commandes d’une période ont apporté, avec les fourchettes.',
    line: '--from DATE --to DATE [--compared-with QUOI | --replayed [--lead N] [--service-level Q | --costs M/G]] [--food-cost EUROS]',
    options: {
      '--from DATE': 'premier jour, AAAA-MM-JJ',
      '--to DATE': 'dernier jour, AAAA-MM-JJ',
      '--compared-with QUOI': comparedWith,
      '--replayed': 'compter les commandes d’un essai sur le passé, jamais passées',
      '--lead N': 'jours entre le dernier relevé connu et le jour servi (par défaut 7)',
      '--service-level Q': 'part des jours sans repas manquant, de 0,50 à 0,95',
      '--costs M/G': 'ou coût d’un repas manquant / d’un repas gaspillé, par exemple 5,80/1,45',
      '--food-cost EUROS': 'denrées d’un repas, en euros (par défaut d’après le poids)',
    } as Record<string, string>,
  },
  ...leakCommands,
};

export const impact = {
  unknownComparison: (asked: string) =>
    `--compared-with\u00a0: «\u00a0${asked}\u00a0» n’existe pas. Choisissez «\u00a0${words.measured}\u00a0», «\u00a0${words.estimated}\u00a0» ou «\u00a0${words['equal-shortage']}\u00a0». Rien n’a été fait.`,
  replayedComparison:
    '--compared-with ne va pas avec --replayed\u00a0: un essai sur le passé choisit lui-même. Ôtez l’une des deux options. Rien n’a été fait.',
  notComparable: (asked: Counterfactual, taken: Counterfactual) =>
    `Pas assez de relevés pour comparer à\u00a0: ${words[asked]}. Les chiffres sont comparés à\u00a0: ${words[taken]}.`,
  nothing: (from: string, to: string) =>
    `Rien à mesurer du ${from} au ${to} : aucune commande enregistrée n’a de relevé en face.`,
  heading: (from: string, to: string, orders: string, other: string) =>
    `Du ${from} au ${to}, ${orders}, face à ${other}.`,
  orders: { recorded: 'commandes enregistrées', replayed: 'essai sur le passé' },
  counterfactuals: {
    measured: 'le chiffre que l’équipe a écrit d’abord (mesuré)',
    estimated: 'la marge de l’équipe de l’année précédente (estimé)',
    'equal-shortage': 'la moyenne de 4 semaines, à manque égal (estimé)',
  },
  days: (siteDays: string, days: string, weeks: string) =>
    `Relevés : ${siteDays} (jours : ${days}, semaines : ${weeks}).`,
  range: (value: string, low: string, high: string) => `${value} (${low} à ${high})`,
  avoided: (range: string, ours: string, other: string) =>
    `Surplus évité : ${range} repas ; ${ours} au lieu de ${other}.`,
  shortage: (range: string) => `Manque en plus : ${range} repas.`,
  shown: 'démontré',
  notYetShown: 'pas encore démontré',
  shownLong: 'Démontré : 8 échantillons de semaines sur 10 vont dans le même sens.',
  notYetShownLong: 'Pas encore démontré : il faut 20 jours, 5 semaines et une fourchette qui exclut 0.',
  equalShortage: (range: string) => `Surplus évité à manque égal : ${range} repas.`,
  kilograms: (range: string, factor: string) => `Poids : ${range} kg ; ${factor}.`,
  euros: (range: string, factor: string) => `Denrées : ${range}\u00a0€ ; ${factor}.`,
  carbon: (range: string, factor: string) => `Climat : ${range} kg CO₂e ; ${factor}.`,
  factor: (value: string, per: string, source: string, year: string) =>
    `estimé, ${value} ${per}, ${source}${year && ` ${year}`}`,
  per: { meal: 'par repas', kilogram: 'par kg' },
  sources: { ADEME: 'ADEME', own: 'votre coût', weighed: 'mesuré chez vous' },
  third: 'Commander juste n’agit que sur un tiers environ du gaspillage : le reste vient des assiettes.',
  columns: {
    site: 'Site',
    days: 'Jours',
    avoided: 'Surplus évité',
    shortage: 'Manque en plus',
    shown: 'Résultat',
  },
  columnsOfTable: {
    part: 'Quoi',
    siteDays: 'Relevés',
    served: 'Servis',
    surplus: 'Surplus',
    otherSurplus: 'Surplus comparé',
    avoided: 'Surplus évité',
    low: 'Au moins',
    high: 'Au plus',
    shortage: 'Manque en plus',
    shown: 'Résultat',
  },
  table: {
    title: 'Bilan',
    fileName: 'bilan',
    whole: 'Ensemble',
    months: 'Par mois',
    sites: 'Site par site',
    days: 'Jour par jour (surplus et manque mesurés)',
    empty: 'Aucune commande enregistrée n’a de repas servis en face.',
    comparedWith: (other: string) => `Comparé à ${other}.`,
  },
  headline: {
    since: (month: string) => `Depuis ${month}`,
    between: (from: string, to: string) => `Du ${from} au ${to}`,
    avoided: (when: string, meals: string) => `${when} : ${meals} repas de surplus en moins`,
    sameShortage: ', sans plus de repas manquants.',
    moreShortage: (meals: string) => `, mais ${meals} repas manquants de plus.`,
    lost: (when: string, meals: string, other: string) =>
      `${when} : ${meals} repas de surplus de plus qu’avec ${other}.`,
    open: (when: string, low: string, high: string) =>
      `${when} : pas encore démontré, de ${low} à ${high} repas de surplus évités.`,
    start: (days: number, surplus: string, missing: string) =>
      `En ${days} ${days < 2 ? 'jour' : 'jours'} : surplus ${surplus}, manque ${missing}. Ce que l’outil a évité n’est pas encore démontré.`,
    nothing: 'Aucune commande enregistrée n’a encore de repas servis en face.',
  },
  withOwn: (other: string) => `${other}, et avec le chiffre que l’équipe a écrit d’abord là où il y en a un`,
  against: {
    measured: 'le chiffre que l’équipe a écrit d’abord',
    estimated: 'la pratique de l’équipe l’année d’avant',
    'equal-shortage': 'la moyenne de 4 semaines, à manque égal',
  },
  change: (meals: string, sign: -1 | 0 | 1) =>
    sign === 0 ? 'aucune différence' : `${meals} de ${sign < 0 ? 'moins' : 'plus'}`,
  shortageLine: (value: string, low: string, high: string, clear: boolean) =>
    `Repas manquants : ${value}, entre ${low} et ${high}.${clear ? '' : ' Pas de différence démontrée.'}`,
  council: {
    title: 'Page pour le conseil',
    fileName: 'bilan-conseil',
    sites: (sites: number) => `Restauration scolaire, ${sites} sites`,
    period: (from: string, to: string) => `du ${from} au ${to}`,
    units: { meals: 'repas', kilograms: 'kg', euros: '€', carbon: 'kg CO₂e', tonnes: 't CO₂e' },
    between: (low: string, high: string) => `entre ${low} et ${high}`,
    parts: (measured: string, estimated: string) => `${measured} mesurés, ${estimated} estimés`,
    estimated: 'estimé',
    measured: 'mesuré',
    bars: 'Repas de surplus évités, par mois',
    range: 'fourchette, 8 chances sur 10',
    better: 'Ce qui va mieux, ce qui va moins bien',
    sitesLine: (better: string, same: string, worse: string) =>
      `Nettement mieux : ${better}. Sans différence nette : ${same}. Nettement moins bien : ${worse}.`,
    until: (month: string, day: number) => `${month}, au ${day}`,
    losers: 'Les sites où le surplus augmente, et ce qui y est essayé',
    loser: (site: string, meals: string) => `${site}, ${meals} repas\u00a0:`,
    noCause: 'pas encore d’explication.',
    proposed: (cause: string, what: string) => `${cause}. À essayer\u00a0: ${what}.`,
    underTrial: (cause: string, day: string, what: string, result: string) =>
      `${cause}. Essai depuis le ${day}\u00a0: ${what}${result}.`,
    trialResult: (before: string, after: string) =>
      ` (au-delà de la marge choisie, par jour\u00a0: ${before} avant, ${after} depuis)`,
    causes: {
      'override-above': 'la commande y est souvent augmentée à la main',
      'pack-rounding': 'les colis entiers dépassent le besoin',
      'head-count-missing': 'l’appel du matin n’y est pas saisi',
      'enrolment-stale': 'le nombre d’inscrits a plus d’un an',
      'adults-too-high': 'on y commande pour plus d’adultes qu’il n’en vient',
      'level-above-need': 'on y commande plus largement qu’ailleurs',
      outings: 'les sorties y sont annoncées après la commande',
      'dish-refused': 'un plat y est peu mangé',
    },
    tries: {
      'override-above': 'commander le nombre conseillé, sans l’augmenter',
      'pack-rounding': 'changer de colis',
      'head-count-missing': 'saisir l’appel chaque matin',
      'enrolment-stale': 'mettre à jour le nombre d’inscrits',
      'adults-too-high': 'commander pour les adultes qui viennent',
      'level-above-need': 'revenir au niveau choisi pour la ville',
      outings: 'annoncer les sorties avant la commande',
      'dish-refused': 'en servir moins, ou autrement',
    },
    untouched: 'Ce que cela ne change pas',
    untouchedText:
      'Bien prévoir les convives agit sur environ un tiers du gaspillage d’une école. Le reste est dans les assiettes : goût, temps du repas, taille des portions.',
    weighed: (days: number, perMeal: string) =>
      `Pesé sur ${days} ${days < 2 ? 'jour' : 'jours'} : ${perMeal} g de nourriture jetée par repas, pour un repère de 100 g (ADEME, 2024).`,
    method: 'La méthode, en cinq lignes',
    methodLines: (other: string, kilograms: string, euros: string, carbon: string) => [
      'Chaque jour et dans chaque site, la commande est comparée aux repas servis, là où rien n’a manqué en salle.',
      `Le surplus évité est l’écart avec ${other}.`,
      'Fourchettes : tirages par semaines entières, tous les sites ensemble, 8 chances sur 10.',
      `Kilos : ${kilograms}. Euros : ${euros}.`,
      `Climat : ${carbon}, production des aliments seulement.`,
    ],
    foot: (siteDays: string) => `Relevés comparés : ${siteDays}`,
    made: (day: string) => `Fait le ${day} avec Bonne Mesure`,
    page: 'Page 1/1',
    tooEarly: (days: number, weeks: number) => ({
      message: `La page pour le conseil attend 20 jours relevés sur 5 semaines ; il y en a ${days} sur ${weeks}.`,
      remedy: 'Relevez les repas servis des jours commandés, puis demandez-la de nouveau.',
    }),
  },
};
