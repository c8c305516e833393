import { domainWords } from '../../../electron/api/domain-words.ts';
import { fileKindNames } from '../../../electron/api/file-kinds.ts';

/** Words of the canteen: sites, flags, closures, models, terms, files. */
export const domain = {
  siteKind: {
    M: 'Maternelle',
    E: 'Élémentaire',
    'M/E': 'Mat. + élém.',
    C: 'Collège',
    L: 'Accueil de loisirs',
    A: 'Adultes',
  },
  site: {
    places: '{{kind}}, {{n}} places',
    all: 'Tous les sites',
    count_one: '{{n}} site',
    count_other: '{{n}} sites',
    find: 'Chercher un site',
  },
  flag: domainWords.fr.flags,
  flagHelp: {
    strike: 'Grève annoncée : la fourchette est plus large.',
    outing: 'Sortie : des enfants sont absents.',
    'last-day': 'Dernier jour avant les vacances.',
    'first-day-back': 'Premier jour après les vacances.',
    'beside-public-holiday': 'Jour voisin d’un jour férié : des familles font le pont.',
    'no-menu': 'Aucun menu connu pour ce jour.',
    'no-history':
      'Trop peu de relevés : la prévision part des inscrits, de votre estimation ou d’une règle simple.',
    'over-capacity': 'La commande dépasse le nombre de places.',
    'over-enrolment': 'La commande dépasse le nombre d’inscrits.',
    'level-changed': 'Le nombre de repas a changé pour de bon : la prévision part du nouveau niveau.',
    'unknown-holidays':
      'Vacances scolaires inconnues à cette date. Confirmez que ce jour est servi, ou saisissez les vacances.',
  },
  closed: {
    weekend: 'Week-end',
    'school-holiday': 'Vacances scolaires',
    'public-holiday': 'Jour férié',
    closure: 'Fermeture',
    'no-service': 'Pas de service',
    'out-of-use': 'Site plus utilisé',
    'not-open': 'Hors service',
  },
  model: {
    regression: 'Modèle appris sur vos relevés',
    'recent-level': 'Niveau des derniers jours, selon le jour de la semaine',
    'mean-of-4': 'Moyenne de 4 semaines',
    'last-week': 'Même jour de la semaine passée',
    'usual-day': 'Votre estimation d’un jour ordinaire',
    enrolment: 'Part habituelle des inscrits',
  },
  term: {
    usual: '{{weekday}} habituel',
    usualAny: 'Habitude du site',
    usualEstimated: 'Votre estimation',
    weekday: 'Effet du {{weekday}}',
    trend: 'Niveau des dernières semaines',
    season: 'Période de l’année',
    holidays: 'Vacances proches',
    'public-holiday': 'Jour férié proche',
    menu: 'Menu du jour',
    enrolment: 'Effectif inscrit',
    'last-year': 'Même période l’an dernier',
    strike: 'Grève',
    outing: 'Sortie',
    other: 'Autres effets',
  },
  fileKind: fileKindNames.fr,
  separator: { ';': 'point-virgule', ',': 'virgule', tab: 'tabulation', '|': 'barre verticale' },
} as const;
