import type { attention as french } from './attention-fr.ts';
import { formatNumber, formatSigned } from './format.ts';

const number = (value: number) => formatNumber(value, 'en');
const lowered = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** Why an order asks for a look, in a few words; English. */
export const attention: typeof french = {
  title: (count) => `To look at: ${number(count)}`,
  'unknown-holidays': () => 'unknown holidays',
  'over-capacity': (order, capacity) => `${number(order)} for ${number(capacity)} seats`,
  revision: (difference) => `to correct: ${formatSigned(difference, 'en')}`,
  slip: (served, low, high) => `record to confirm: ${number(served)}, usually ${number(low)}–${number(high)}`,
  'wide-range': (times) => `range ${formatNumber(times, 'en', 1)} times as wide`,
  'level-changed': (before, after) => `level changed: ${number(before)} → ${number(after)}`,
  'by-rule': (rule) => `no model: ${lowered(rule)}`,
  'no-menu': () => 'no menu',
};
