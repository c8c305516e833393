import type { Counterfactual } from '../../forecasting/domain/records.ts';

/** What orders may be compared with, in words: the same on the page and in the terminal. */
export const counterfactualWords = {
  fr: {
    measured: 'votre chiffre d’abord',
    estimated: 'votre pratique',
    'equal-shortage': 'moyenne de 4 semaines',
  },
  en: {
    measured: 'your figure first',
    estimated: 'your practice',
    'equal-shortage': '4-week average',
  },
} as const satisfies Readonly<Record<'fr' | 'en', Readonly<Record<Counterfactual, string>>>>;

export const counterfactualIds = [
  'measured',
  'estimated',
  'equal-shortage',
] as const satisfies readonly Counterfactual[];
