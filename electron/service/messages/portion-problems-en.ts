import { formatNumber, plural, spelledDate } from './format.ts';
import type { portionProblems as french } from './portion-problems-fr.ts';

const number = (value: number) => formatNumber(value, 'en');
const decimal = (value: number) => formatNumber(value, 'en', Number.isInteger(value) ? 0 : 2);
const quoted = (values: readonly string[]) => values.map((value) => `“${value}”`).join(', ');

/** What an import of portions or servings reports, English. */
export const portionProblems: typeof french = {
  'unknown-unit': {
    reason: 'The unit is not known.',
    remedy: 'Write g, kg, ml, cl, l or piece, then import again.',
  },
  'invalid-amount': {
    reason: 'This is not an amount.',
    remedy: 'Write one number, for instance 90 for “80 to 100”, or leave the cell empty.',
  },
  'negative-amount': {
    reason: 'The amount is negative.',
    remedy: 'Correct the cell and import again; empty, it means “not served”.',
  },
  'amount-too-large': ({ limit }) => ({
    reason: `The amount is above ${number(limit)}.`,
    remedy: 'Check the unit and the zeros, then import again.',
  }),
  'invalid-loss': {
    reason: 'The cooking loss goes from 0 to 90%.',
    remedy: 'Write for instance “15%” or 0.15, or leave the cell empty.',
  },
  'invalid-factor': ({ least, most }) => ({
    reason: `The purchase factor is a number from ${decimal(least)} to ${decimal(most)}.`,
    remedy: 'Write the raw weight to buy for 1 served, for instance 0.35 for rice, or leave the cell empty.',
  }),
  'factor-of-pieces': {
    reason: 'What is counted in raw pieces has no purchase factor.',
    remedy: 'Empty the cell, or give the portion in grams.',
  },
  'factor-against-loss': ({ byLoss }) => ({
    reason: `The purchase factor and the cooking loss differ: the loss makes ${decimal(byLoss)}.`,
    remedy: 'Keep one of them and empty the other cell.',
  }),
  'factors-to-check': ({ names, count, most }) => ({
    reason: `${number(count)} ${plural(count, 'en', 'purchase factor is kept', 'purchase factors are kept')} but to be checked, above ${decimal(most)} or of a food counted in pieces: ${quoted(names)}.`,
    remedy: 'Correct them in Settings, Portions.',
  }),
  'no-amount': {
    reason: 'No age group has an amount.',
    remedy: 'Give at least one amount, or remove the row.',
  },
  'unknown-food': {
    reason: 'This text names neither a dish nor a food.',
    remedy: 'Write the name of the dish or food in letters.',
  },
  'dishes-not-on-menus': ({ names, count }) => ({
    reason: `${number(count)} ${plural(count, 'en', 'name is', 'names are')} neither a known food nor a dish of the menus: ${quoted(names)}. The rows are kept for these dishes.`,
    remedy: 'Check the spelling, or import the menus of these dishes.',
  }),
  'served-above-guests': ({ rows, example: { dish, site, date, served, guests } }) => ({
    reason: `${number(rows)} ${plural(rows, 'en', 'dish has more portions served', 'dishes have more portions served')} than meals that day, for instance “${dish}”, ${site}, ${spelledDate(date, 'en')}: ${number(served)} for ${number(guests)} meals. Both numbers are kept.`,
    remedy: 'Check these portions and the attendance of these days; second helpings are counted apart.',
  }),
  'served-above-prepared': ({ rows, of }) => ({
    reason: `${number(rows)} ${plural(rows, 'en', 'row', 'rows')} of ${number(of)}: more portions served than prepared, so that leftovers would be negative. The numbers are kept.`,
    remedy: 'Check that the columns “served” and “prepared” are not swapped.',
  }),
};
