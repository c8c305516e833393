import { orders as english } from '../../../../renderer/i18n/en/orders.ts';
import { orders as french } from '../../../../renderer/i18n/fr/orders.ts';
import { reasonOfLetter, typedOrder } from '../../../../renderer/pages/week/usual-reasons.ts';

const { label: _fr, ...fr } = french.decide.usualReasons;
const { label: _en, ...en } = english.decide.usualReasons;
const reasons = Object.values(fr);

test.each([
  ['118', { quantity: 118, reason: '' }],
  ['118s', { quantity: 118, reason: 'Sortie' }],
  ['118 C', { quantity: 118, reason: 'Classe absente' }],
  ['118 sortie au musée', { quantity: 118, reason: 'sortie au musée' }],
  ['1 118 i', { quantity: 1118, reason: 'Invités' }],
  ['118 x', { quantity: 118, reason: 'x' }],
  ['s', { quantity: null, reason: 'Sortie' }],
  ['', { quantity: null, reason: '' }],
  ['-3', { quantity: null, reason: '-3' }],
])('%j typed in a cell', (text, order) => {
  expect(typedOrder(text, reasons)).toEqual(order);
});

test.each([
  ['French', reasons],
  ['English', Object.values(en)],
])('each usual reason has a letter of its own in %s', (_language, all) => {
  expect(all.map((reason) => reasonOfLetter(reason.charAt(0).toLowerCase(), all))).toEqual(all);
});
