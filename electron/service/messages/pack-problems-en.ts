import { formatNumber, plural } from './format.ts';
import type { packProblems as french } from './pack-problems-fr.ts';
import { provision } from './provision-en.ts';

const number = (value: number) => formatNumber(value, 'en');
const quoted = (values: readonly string[]) => values.map((value) => `“${value}”`).join(', ');

/** What an import of packs reports, English. */
export const packProblems: typeof french = {
  'unknown-nature': {
    reason: 'What the row is about is not known.',
    remedy: 'Write food or dish, or leave the cell empty.',
  },
  'empty-pack': {
    reason: 'A pack contains more than 0.',
    remedy: 'Give its content with the unit, or portions by age group for a tray.',
  },
  'part-portions': {
    reason: 'A tray contains a whole number of portions.',
    remedy: 'Round it down, then import again.',
  },
  'invalid-price': {
    reason: 'This is not a price.',
    remedy: 'Write a number, for instance 4.50, or leave the cell empty if the price is not known.',
  },
  'negative-price': {
    reason: 'The price is negative.',
    remedy: 'Correct the cell and import again; a discount is taken off the price of the pack.',
  },
  'invalid-minimum': ({ most }) => ({
    reason: `The minimum order is a whole number of packs from 0 to ${number(most)}.`,
    remedy: 'Correct the cell, or leave it empty if there is no minimum.',
  }),
  'unknown-yes-no': {
    reason: 'This is neither yes nor no.',
    remedy: 'Write yes if leftovers can be kept for another day, otherwise no.',
  },
  'mixed-contents': ({ otherLine }) => ({
    reason: `Line ${number(otherLine)} counts the same product in another unit: the sizes of a product are combined in one order.`,
    remedy: 'Give all its rows one unit: all by weight, by volume, by piece or by portion.',
  }),
  'other-packs': ({ names }) => ({
    reason: `This product has packs already that are counted in another unit: ${quoted(names)}.`,
    remedy: 'Remove them in Settings, Packs, or give them in the file with the same unit.',
  }),
  'other-unit': ({ portion, pack }) => ({
    reason: `The portion of this product is counted in ${provision.units[portion]}, this pack in ${provision.units[pack]}.`,
    remedy: 'Give them one unit, or count this pack in portions.',
  }),
  'too-many-sizes': ({ most }) => ({
    reason: `This product has ${number(most)} packs already: an order combines no more.`,
    remedy: 'Remove one in Settings, Packs, or in the file.',
  }),
  'suppliers-made': ({ names, count }) => ({
    reason: `${number(count)} ${plural(count, 'en', 'supplier', 'suppliers')} added: ${quoted(names)}. ${plural(count, 'en', 'Its deadline is', 'Their deadlines are')} that of each site.`,
    remedy: 'Check the spelling, then set the deadline in Settings, Suppliers.',
  }),
  'packs-kept': ({ names, count }) => ({
    reason: `${number(count)} ${plural(count, 'en', 'pack is', 'packs are')} not in this file: ${quoted(names)}. ${plural(count, 'en', 'It stays', 'They stay')} in place.`,
    remedy: 'Nothing to do, or remove them in Settings, Packs.',
  }),
};
