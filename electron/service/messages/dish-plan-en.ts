import { domainWords } from '../../api/domain-words.ts';
import type { AgeClass } from '../../api/records.ts';
import type { dishPlan as fr, ShortDelivery } from './dish-plan-fr.ts';

const ages: Readonly<Record<AgeClass, string>> = {
  M: 'nursery',
  E: 'primary',
  C: 'secondary',
  A: 'adults',
};
const units = { g: 'g', ml: 'ml', piece: 'pieces', portion: 'portions' };
const amount = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 3 });
const list = (classes: readonly AgeClass[]) => classes.map((age) => ages[age]).join(', ');

/** Quantities by dish, orders by supplier and what comes back of them, English. */
export const dishPlan: typeof fr = {
  age: ages,
  problems: {
    'no-portion': ({ dish }) => ({
      message: `“${dish}”: no portion set, weight not worked out.`,
      remedy: 'Enter its portion in Settings, Portions.',
    }),
    'no-class-portion': ({ dish, classes }) => ({
      message: `No portion of “${dish}” is set for ${list(classes)}: the weight leaves them out.`,
      remedy: 'Complete the portion in Settings, Portions.',
    }),
    'no-container': ({ dish, classes }) => ({
      message: `No tray of “${dish}” is set for ${list(classes)}.`,
      remedy: 'Enter how many portions it contains in Settings, Packs.',
    }),
    'other-unit': ({ dish, portion, pack }) => ({
      message: `“${dish}” is served in ${units[portion]} and bought in ${units[pack]}: its packs are not worked out.`,
      remedy: 'Give the portion and the pack the same unit in Settings.',
    }),
    'no-pack': ({ dish }) => ({
      message: `No pack is set for “${dish}”: it is ordered by weight or by the portion.`,
      remedy: 'Add one in Settings, Packs.',
    }),
    'no-substitute': ({ dish, count }) => ({
      message: `“${dish}”: nothing in its place for ${count} ${count === 1 ? 'child who does' : 'children who do'} not eat it.`,
      remedy: 'Add a dish to the menu as a choice beside it.',
    }),
    'short-delivery': ({ dish, supplier, unit, needed, confirmed }: ShortDelivery) => ({
      message: `“${dish}”: ${supplier ?? 'the supplier'} delivers ${amount(confirmed)} instead of ${amount(needed)} (${unit}).`,
      remedy: 'Find the rest elsewhere, or serve less of this dish.',
    }),
  },
  titles: {
    supplier: 'Purchase order',
    kitchen: 'Production',
    delivery: 'Deliveries',
    rollCall: 'Head-count sheet',
  },
  fileNames: { supplier: 'order', kitchen: 'production', delivery: 'deliveries' },
  siteAndKitchen: 'give a site or a kitchen, not both.',
  noSupplier: 'No supplier',
  siteByItself: 'On site',
  kitchens: (count) => `${count} kitchens`,
  oneKitchen: (count) =>
    `Each of the ${count} sites counts as a kitchen; on paper their quantities are added up. Production and Deliveries have them one by one. If one kitchen cooks for all, name it in Settings, Kitchens.`,
  empty: 'Nothing to order: no menu is known, or no meals are served, on these days.',
  noMenu: (days) => `Without a known menu nothing is counted: ${days}.`,
  toldByRule: (rule, dishes) =>
    `${rule === 'last-week' ? 'As on the same day last week' : 'Mean of the last 4 same weekdays'}, nearer here than the model: ${dishes.join(', ')}.`,
  orderBefore: (day, time) => `Order before ${day}, ${time}`,
  sentAt: (day: string, time: string, by: string | null, version: number) =>
    `Sent ${day} at ${time}${by === null ? '' : ` by ${by}`}${version > 1 ? ` (no. ${version})` : ''}`,
  stoodAt: (day: string, time: string) => `Closed at the deadline, ${day} at ${time}`,
  correction: ({ dish, size, day, more }: { dish: string; size: string; day: string; more: string }) =>
    `Since it was sent, ${day}: ${dish}, ${more} ${size}.`,
  total: (euros) => `Known total: ${euros}`,
  period: (from, to) => (from === to ? from : `${from} to ${to}`),
  yieldOf: (served: string, factor: string, bought: string) =>
    `served ${served}\u00a0×\u00a0${factor} = ${bought}`,
  yieldUnknown: 'weight served, yield unknown',
  factorToCheck: 'factor to be checked',
  units: { g: 'kg', ml: 'l', piece: 'pieces', pack: 'packs', portion: 'portions' },
  columns: {
    ref: 'Reference',
    supplier: 'Supplier',
    place: 'Kitchen',
    site: 'Site',
    date: 'For',
    product: 'Product',
    course: 'Course',
    size: 'Pack',
    quantity: 'Quantity',
    unit: 'Unit',
    before: 'Sent before',
    change: 'Change',
    state: 'Sent',
    amount: 'Weight or number',
    amountUnit: 'Measure',
    price: 'Unit price (€)',
    euros: 'Amount (€)',
    deadline: 'Order before',
    time: 'Latest time',
    yield: 'From served to bought',
    servedWeight: 'Weight served',
    factor: 'Purchase factor',
    boughtWeight: 'Weight to buy',
    portions: 'Portions',
    samples: 'Retained samples',
    packs: 'Packs and trays',
    surplus: 'Rounding (portions)',
    surplusAmount: 'Rounding (measure)',
    surplusEuros: 'Rounding (€)',
    mean: 'Expected',
    low: 'Low',
    high: 'High',
  },
  course: domainWords.en.shortCourses,
  kitchenNotFound: (id) => ({
    message: `There is no kitchen no. ${id}. Nothing was done.`,
    remedy: 'Settings, Kitchens lists them.',
  }),
  cli: {
    dishes: (day) => `Dishes of ${day}`,
    unknownKind: (kind, kinds) => `--kind: “${kind}” does not exist. Choose ${kinds.join(', ')}.`,
    differences: 'Quantities that differ from the order:',
    missing: 'Ordered, but not in the file:',
    problems: 'Lines that were not compared:',
    summary: (file, lines, same) =>
      `${file}: ${lines} ${lines === 1 ? 'line' : 'lines'}, ${same} as ordered.`,
    corrections: 'To correct with suppliers:',
    against: {
      sent: 'Compared with what was sent.',
      plan: 'Compared with the plan as it is today: nothing was marked as sent.',
      both: 'Compared with what was sent and, for the rest, with the plan as it is today.',
    },
    confirmed: (lines) => `Quantities accepted: ${lines} ${lines === 1 ? 'line' : 'lines'}.`,
    ordered: 'Ordered',
    returned: 'Confirmed',
    line: 'line',
  },
  returned: {
    noRef: { reason: 'this line has no reference', remedy: 'Put back the reference of the ordered line.' },
    unknownRef: {
      reason: 'this reference is not in the order',
      remedy: 'The order may have changed since it was sent. Compare with the purchase order you sent.',
    },
    twice: {
      reason: 'this reference is in a line above already',
      remedy: 'Keep one line for each reference.',
    },
    badQuantity: {
      reason: 'the quantity is not a number, 0 or more',
      remedy: 'Write the quantity delivered, 0 when the product is missing.',
    },
    notAnOrder: (file) => ({
      message: `${file}: no “Reference” and “Quantity” columns. Nothing was compared.`,
      remedy: 'Give the order exported from here (CSV or XLSX), as the supplier filled it in.',
    }),
    noLines: (file) => ({
      message: `${file}: no line with an order reference. Nothing was compared.`,
      remedy: 'Give the order exported from here (CSV or XLSX), as the supplier filled it in.',
    }),
  },
};
