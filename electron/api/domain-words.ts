import type { AgeClass, Course, Flag } from '../../forecasting/domain/records.ts';

type Words<Name extends string> = Readonly<Record<Name, string>>;

interface DomainWords {
  readonly courses: Words<Course>;
  /** The same in tables and files, where room is scarce. */
  readonly shortCourses: Words<Course>;
  readonly ageClasses: Words<AgeClass>;
  readonly flags: Words<Flag>;
}

const coursesInFrench = {
  starter: 'Entrée',
  main: 'Plat principal',
  side: 'Garniture',
  dairy: 'Produit laitier',
  dessert: 'Dessert',
  bread: 'Pain',
  other: 'Autre',
};

const coursesInEnglish = {
  starter: 'Starter',
  main: 'Main',
  side: 'Side',
  dairy: 'Dairy',
  dessert: 'Dessert',
  bread: 'Bread',
  other: 'Other',
};

/** Words of the canteen by language: the same on pages, in sheets and files, and in the terminal. */
export const domainWords: Readonly<Record<'fr' | 'en', DomainWords>> = {
  fr: {
    courses: coursesInFrench,
    shortCourses: { ...coursesInFrench, main: 'Plat' },
    ageClasses: { M: 'Maternelle', E: 'Élémentaire', C: 'Collège', A: 'Adultes' },
    flags: {
      strike: 'grève',
      outing: 'sortie',
      'last-day': 'veille de vacances',
      'first-day-back': 'jour de reprise',
      'beside-public-holiday': 'près d’un jour férié',
      'no-menu': 'pas de menu',
      'no-history': 'pas d’historique',
      'over-capacity': 'dépasse les places',
      'over-enrolment': 'dépasse les inscrits',
      'level-changed': 'niveau changé',
      'unknown-holidays': 'vacances inconnues',
    },
  },
  en: {
    courses: coursesInEnglish,
    shortCourses: coursesInEnglish,
    ageClasses: { M: 'Nursery', E: 'Primary', C: 'Secondary', A: 'Adults' },
    flags: {
      strike: 'strike',
      outing: 'outing',
      'last-day': 'last day before holidays',
      'first-day-back': 'first day back',
      'beside-public-holiday': 'beside a public holiday',
      'no-menu': 'no menu',
      'no-history': 'no history',
      'over-capacity': 'above the seats',
      'over-enrolment': 'above the enrolment',
      'level-changed': 'level changed',
      'unknown-holidays': 'holidays unknown',
    },
  },
};
