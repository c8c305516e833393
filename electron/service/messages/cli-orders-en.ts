import type { orders as french, orderCommands as frenchCommands } from './cli-orders-fr.ts';
import { formatNumber, plural } from './format.ts';

const number = (value: number) => formatNumber(value, 'en');
const ordersOf = (count: number) => `${number(count)} ${plural(count, 'en', 'order', 'orders')}`;
const period = { '--from DATE': 'first day, YYYY-MM-DD', '--to DATE': 'last day, YYYY-MM-DD' };

/** The commands that decide orders, English. */
export const orderCommands: typeof frenchCommands = {
  menus: {
    summary: 'The 15 criteria of annexe I over the last 20 served meals.',
    line: '[--site SITE] [--to DATE] [--dish DISH --attribute ATTRIBUTE --has yes|no|auto] [--register FILE.(pdf|html|csv|xlsx)]',
    options: {
      '--register FILE.(pdf|html|csv|xlsx)': 'write the register of the last three months of menus instead',
      '--site SITE': 'the menus of one site',
      '--to DATE': 'meals up to this day (by default today)',
      '--dish DISH --attribute ATTRIBUTE --has yes|no|auto':
        'state what a dish contains, for instance fried; auto goes back to what its name shows',
    },
  },
  order: {
    summary: 'Change or correct an order.',
    line: '--site SITE --date DATE (--quantity N | --clear) [--reason TEXT] [--correct]',
    options: {
      '--site SITE': 'name or number of the site',
      '--date DATE': 'the day, YYYY-MM-DD',
      '--quantity N': 'meals to order',
      '--clear': 'back to the recommendation',
      '--reason TEXT': 'why',
      '--correct': 'the order is approved: correct it',
    },
  },
  approve: {
    summary: 'Approve the orders of a period: they no longer change.',
    line: '--from DATE --to DATE [--site SITE] [--served] [--open]',
    options: {
      ...period,
      '--site SITE': 'name or number of the site (default all)',
      '--served': 'yes, the days whose holidays are unknown are served',
      '--open': 'on the contrary, reopen approved orders',
    },
  },
  orders: {
    summary: 'List orders that were changed by hand or approved, and head counts.',
    line: '--from DATE --to DATE',
    options: { ...period },
  },
  send: {
    summary: 'Mark approved orders, or the purchase order of a supplier, as sent.',
    line: '--from DATE --to DATE (--recipient WHO [--site SITE] | --supplier NAME [--corrections]) [--at MOMENT] [--undo]',
    options: {
      ...period,
      '--recipient WHO': 'whom the orders of meals were sent to',
      '--site SITE': 'name or number of the site (default all)',
      '--supplier NAME': 'the purchase order of this supplier, instead of meals',
      '--corrections': 'with --supplier, the corrections since it was sent',
      '--at MOMENT': 'when, YYYY-MM-DDTHH:MM (default now)',
      '--undo': 'on the contrary, mark as not sent',
    },
  },
  sent: {
    summary: 'List purchase orders sent to suppliers, or mark them as not sent.',
    line: '--from DATE --to DATE [--supplier NAME] [--undo]',
    options: {
      ...period,
      '--supplier NAME': 'one supplier only (default all)',
      '--undo': 'mark the last purchase order of each supplier as not sent',
    },
  },
};

export const orders: typeof french = {
  sent: {
    none: 'Nothing was sent for this period.',
    version: 'No.',
    lines: 'Lines',
    taken: (count) =>
      `${number(count)} ${plural(count, 'en', 'purchase order', 'purchase orders')} marked as not sent.`,
    suppliersOnly: '--sent and --corrections are for --kind supplier and all kitchens. Nothing was done.',
  },
  sending: {
    noted: (count, already) =>
      `${ordersOf(count)} marked as sent${already > 0 ? `; ${number(already)} already ${plural(already, 'en', 'was', 'were')}` : ''}.`,
    open: (count) =>
      `${ordersOf(count)} changed by hand ${plural(count, 'en', 'is', 'are')} not approved: approve first.`,
    unsent: (count) =>
      count === 0
        ? 'No order is marked as sent. Nothing was done.'
        : `${ordersOf(count)} marked as not sent.`,
    purchaseOrders: (count, already) =>
      `${number(count)} ${plural(count, 'en', 'purchase order', 'purchase orders')} marked as sent${already > 0 ? `; ${number(already)} already ${plural(already, 'en', 'was', 'were')}` : ''}.`,
    recipientMissing:
      'Give --recipient WHO (whom to), or --supplier NAME for a purchase order. Nothing was done.',
    supplierAlone: '--supplier goes without --recipient and --site. Nothing was done.',
  },
  sentTo: (recipient, day, time) => `sent ${day} at ${time} to ${recipient}`,
  sums: 'sum of the orders, likely total',
  sinceSent: (difference) => `${difference} since it was sent`,
  none: 'Nothing is saved for this period.',
  columns: {
    date: 'Date',
    order: 'Order',
    recommended: 'Recommended',
    counted: 'Head count',
    state: 'State',
    at: 'When',
    by: 'Who',
    reason: 'Reason',
  },
  gone: '[site removed]',
  overridden: 'changed by hand',
  recommended: (meals) => `recommended ${meals}`,
  validated: (version) => `approved, no.\u00a0${version}`,
  byClock: (version) => `closed at the deadline, no. ${version}`,
  revision: (difference) => `to correct: ${difference} with what has become known since`,
  notRecorded: 'no order on record',
  served: (meals) => `served ${meals}`,
  oneQuantity: 'Give --quantity N or --clear, one of the two. Nothing was done.',
  said: (place, quantity) =>
    quantity === null
      ? `${place}: back to the recommendation.`
      : `${place}: ${number(quantity)} ${plural(quantity, 'en', 'meal', 'meals')}.`,
  corrected: (place, version, quantity, before) =>
    `${place}: order no. ${version}, ${number(quantity)} meals instead of ${number(before)}.`,
  far: (recommended) => `Saved, very far from the ${recommended} recommended.`,
  overCapacity: (places) => `Saved, above the ${places} seats.`,
  past: (count) => `${ordersOf(count)} of a past day: too late to approve.`,
  frozen: (count, meals, already) =>
    `${ordersOf(count)} approved, ${number(meals)} meals${already > 0 ? `; ${number(already)} already ${plural(already, 'en', 'was', 'were')}` : ''}.`,
  opened: (count) =>
    count === 0 ? 'No approved order to reopen. Nothing was done.' : `${ordersOf(count)} reopened.`,
};
