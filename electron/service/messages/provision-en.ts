import type { AgeClass, PortionUnit } from '../../../forecasting/domain/records.ts';
import { formatFactor, formatNumber } from './format.ts';
import type { provision as french, ProvisionTexts } from './provision-fr.ts';

/** With two decimals where there are some: a sum of shares is whole though its parts were rounded. */
const number = (value: number) => {
  const cents = Math.round(value * 100) / 100;
  return formatNumber(cents, 'en', Number.isInteger(cents) ? 0 : 2);
};
const classes: Readonly<Record<AgeClass, string>> = {
  M: 'nursery',
  E: 'primary',
  C: 'secondary',
  A: 'adults',
};
const units: Readonly<Record<PortionUnit, string>> = { g: 'grams', ml: 'millilitres', piece: 'pieces' };
const counted = {
  adults: 'adults',
  samples: 'samples',
  noPork: 'meals without pork',
  vegetarian: 'vegetarian meals',
  allergy: 'allergies',
};

const why: ProvisionTexts = {
  'no-amount': () => 'no amount is given.',
  'bad-amount': ({ age, amount }) =>
    `the amount for ${classes[age]} must be above 0 and at most 10,000, not ${number(amount)}.`,
  'bad-factor': ({ factor, least, most }) =>
    `the purchase factor goes from ${formatFactor(least, 'en')} to ${formatFactor(most, 'en')}, not ${formatFactor(factor, 'en')}.`,
  'factor-of-pieces': () => 'what is counted in raw pieces has no purchase factor.',
  'no-size': () => 'there is no pack.',
  'too-many-sizes': ({ most }) => `at most ${number(most)} packs can be combined.`,
  'no-name': () => 'a pack has no name.',
  'same-name': ({ size }) => `two packs are called “${size}”.`,
  'empty-pack': ({ size }) => `“${size}” contains nothing.`,
  'bad-content': ({ size, amount }) =>
    `“${size}” must contain more than 0 and at most 1,000,000, not ${number(amount)}.`,
  'part-portion': ({ size, age, amount }) =>
    `“${size}” contains a whole number of portions, not ${number(amount)} (${classes[age]}).`,
  'bad-price': ({ size, price }) => `the price of “${size}” cannot be ${number(price)}.`,
  'mixed-contents': ({ size }) =>
    `“${size}” is not filled as the others are: all in grams, millilitres, pieces or portions.`,
  'bad-minimum': ({ minimum, most }) =>
    `the minimum order is a whole number from 0 to ${number(most)}, not ${number(minimum)}.`,
  'bad-stock': ({ stock }) =>
    `the stock of a kitchen must be above 0 and at most 1,000,000, not ${number(stock)}.`,
  'stock-twice': () => 'the stock of one kitchen is given twice.',
  'unit-mismatch': ({ portion, pack }) =>
    `the portion is counted in ${units[portion]}, the pack in ${units[pack]}.`,
  'bad-share': ({ age, share }) =>
    `the share of ${classes[age]} goes from 0 to 100%, not ${number(share * 100)}%.`,
  'shares-sum': ({ sum }) => `the shares add up to ${number(sum * 100)}% instead of 100%.`,
  'bad-count': ({ what, count }) =>
    `the number of ${counted[what]} is a whole number from 0 to 20,000, not ${number(count)}.`,
};

/** Portions, packs, suppliers, kitchens and guests, English. */
export const provision: typeof french = {
  classes,
  units,
  said: 'by hand or imported',
  unverified: 'to be checked',
  why,
  variants: {
    crepes: 'crêpes, nems, fritters',
    'pastry-starters': 'puff pastries',
    choux: 'choux pastry',
    biscuits: 'dry biscuits',
    mousses: 'mousses',
  },
  factors: {
    rice: 'rice',
    pasta: 'pasta',
    semolina: 'semolina',
    pulses: 'pulses',
    roast: 'roast',
    'minced-steak': 'minced steak',
    'plain-fish': 'fish',
    'fresh-spinach': 'fresh spinach',
    'frozen-spinach': 'frozen spinach',
    peeled: 'raw vegetables to peel',
  },
  factor: {
    whole: 'give --food or --dish, and --factor.',
    notANumber: (written: string) => `--factor: “${written}” is not a number.`,
    notes: {
      usual: (factors: string) => `default: ${factors} (to be checked)`,
      unknown: 'yield unknown',
      'out-of-bounds': (factor: string) => `${factor} is outside 0.3 to 4: to be checked`,
      'of-pieces': (factor: string) => `counted in pieces: ${factor} is not applied, to be checked`,
    },
  },
  file: {
    names: { packs: 'packs', portions: 'portions' },
    natures: { food: 'food', dish: 'dish' },
    units: { g: 'g', ml: 'ml', piece: 'piece', portion: 'portion' },
    origins: { default: 'default', 'by-hand': 'by hand', imported: 'imported' },
    usualFactor: 'Note on the factor',
    yes: 'yes',
    no: 'no',
  },
  portionRefused: (food, reason) => ({
    message: `Portion “${food}” refused: ${reason} Nothing was changed.`,
    remedy: 'Correct it, then save again; an empty field means “not served”.',
  }),
  packRefused: (food, reason) => ({
    message: `Packs of “${food}” refused: ${reason} Nothing was changed.`,
    remedy: 'Correct them, then save again.',
  }),
  otherUnit: (food, reason) => ({
    message: `“${food}”: ${reason} Nothing was changed.`,
    remedy:
      'Give the portion and the pack one unit, or count the pack in portions. To change the unit of the portion, remove its packs first.',
  }),
  guestsRefused: (site, reason) => ({
    message: `Diners of “${site}” refused: ${reason} Nothing was changed.`,
    remedy: 'Correct them, then save again.',
  }),
  foodNotFound: (food) => ({
    message: `The food “${food}” does not exist in this version. Nothing was changed.`,
    remedy: 'Choose a food from the list of portions.',
  }),
  noPortionForFactor: (name: string) => ({
    message: `No portion is known for “${name}”: a purchase factor alone is not enough. Nothing was changed.`,
    remedy: 'First give its portion in Settings, Portions.',
  }),
  supplierNotFound: (id) => ({
    message: `Supplier ${id} does not exist or was removed. Nothing was changed.`,
    remedy: 'Choose a supplier from the list.',
  }),
  kitchenNotFound: (id) => ({
    message: `Kitchen ${id} does not exist or was removed. Nothing was changed.`,
    remedy: 'Choose a kitchen from the list.',
  }),
  stockPlaceNotFound: {
    message: 'A kitchen whose stock is given does not exist or was removed. Nothing was changed.',
    remedy: 'Choose a kitchen or a site from the list, or remove this line of stock.',
  },
  nameTaken: (name) => ({
    message: `“${name}” exists already. Nothing was changed.`,
    remedy: 'Open the one of this name, or choose another name.',
  }),
};
