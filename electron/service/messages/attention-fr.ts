import { formatNumber, formatSigned } from './format.ts';

const number = (value: number) => formatNumber(value, 'fr');
const lowered = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** Why an order asks for a look, in a few words; French. */
export const attention = {
  title: (count: number) => `À regarder\u00a0: ${number(count)}`,
  'unknown-holidays': () => 'vacances inconnues',
  'over-capacity': (order: number, capacity: number) => `${number(order)} pour ${number(capacity)} places`,
  revision: (difference: number) => `à corriger\u00a0: ${formatSigned(difference, 'fr')}`,
  slip: (served: number, low: number, high: number) =>
    `relevé à confirmer\u00a0: ${number(served)}, d’habitude ${number(low)}–${number(high)}`,
  'wide-range': (times: number) => `fourchette ${formatNumber(times, 'fr', 1)} fois plus large`,
  'level-changed': (before: number, after: number) =>
    `niveau changé\u00a0: ${number(before)} → ${number(after)}`,
  'by-rule': (rule: string) => `sans modèle\u00a0: ${lowered(rule)}`,
  'no-menu': () => 'pas de menu',
};
