import type { orders as french } from './orders-fr.ts';

/** Why an order cannot be changed so, and what to do, English. */
export const orders: typeof french = {
  dateTooFar: (date, from, to) => ({
    message: `${date} is outside the dates that can be ordered for (${from} to ${to}). Nothing was changed.`,
    remedy: 'Check the year.',
  }),
  past: (date) => ({
    message: `${date} is past: what was ordered no longer changes. Nothing was changed.`,
    remedy: 'The head count and meals served of a past day can still be entered.',
  }),
  frozen: (site, date, version, byClock) => ({
    message: `${site}, ${date}: order no. ${version} ${byClock ? 'is closed at the deadline' : 'is approved'}. Nothing was changed.`,
    remedy: 'Correct it: the correction replaces it, and it stays readable.',
  }),
  notFrozen: (site, date) => ({
    message: `${site}, ${date}: the order is not approved, there is nothing to correct.`,
    remedy: 'Change the quantity directly, or approve it first.',
  }),
  sameQuantity: (quantity, version) => ({
    message: `Order no. ${version} is already ${quantity.toLocaleString('en-GB')}. Nothing was changed.`,
    remedy: 'Give another quantity.',
  }),
  sentInFuture: (date, time) => ({
    message: `${date} at ${time} has not come yet: nothing was noted.`,
    remedy: 'Give the moment when the order was sent.',
  }),
  rollCallTooEarly: (date) => ({
    message: `The head count of ${date} cannot be entered yet. Nothing was changed.`,
    remedy: 'Enter it on the morning itself. To change the order, correct it in the week.',
  }),
  rollCallCounts: 'give the diners present, either together or by age group.',
};
