import type { DayKind, ErrorCause, SizeClass } from '../../../forecasting/domain/records.ts';

/** What an evaluation is made of, French. */
export const evaluation = {
  sizes: {
    'under-50': 'moins de 50 repas',
    '50-99': '50 à 99 repas',
    '100-199': '100 à 199 repas',
    '200-up': '200 repas et plus',
  } satisfies Record<SizeClass, string>,
  dayKinds: {
    ordinary: 'jour ordinaire',
    'first-day-back': 'jour de reprise',
    'last-day': 'veille de vacances',
    'beside-public-holiday': 'près d’un jour férié',
    'first-weeks': 'deux premières semaines de l’année',
    july: 'juillet',
    outing: 'sortie (mesurée à part)',
  } satisfies Record<DayKind, string>,
  causes: {
    'typing-slip': 'faute de frappe probable',
    'strike-nearby': 'grève à un ou deux jours',
    'first-day-back': 'jour de reprise',
    'holiday-edge': 'bord de vacances ou de jour férié',
    'whole-city': 'tous les sites, même sens',
    'missing-neighbours': 'peu de relevés juste avant',
    'class-away': 'une ou deux classes absentes',
    unknown: 'inconnue',
  } satisfies Record<ErrorCause, string>,
  bySize: 'Taille du site',
  byDayKind: 'Type de jour',
  count: 'Jours',
  columns: {
    model: 'Modèle %',
    staff: 'Équipe %',
    over: 'Surplus %',
    under: 'Manque %',
    shortDays: 'Jours avec manque %',
    coverage80: 'Fourchette 80 %',
  },
  biggest: 'Plus gros écarts :',
  date: 'Date',
  site: 'Site',
  served: 'Servis',
  expected: 'Attendu',
  staff: 'Équipe',
  cause: 'Cause probable',
  staffShortage: (level: string, over: string, under: string, staffOver: string) =>
    `À manque égal (${under} %) : niveau ${level} %, surplus ${over} % contre ${staffOver} % pour l’équipe.`,
  pinball: (meals: string, share: string) =>
    `Perte de quantile (pinball) : ${meals} repas par site et par jour, ${share} % des repas.`,
};
