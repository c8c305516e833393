import type { weighCommands as frenchCommands, weighings as frenchWeighings } from './weighings-fr.ts';

/** The command about weighing, English. */
export const weighCommands: typeof frenchCommands = {
  weigh: {
    summary: 'Weigh waste: open a campaign, enter a day, see the result, write the file for ma-cantine.',
    line: '[--site SITE (--from DATE --to DATE | --date DATE [--distributed N] [--mass "SOURCE:PART=GROSS[-TARE]"]…)] [--out FILE.json]',
    options: {
      '--site SITE': 'name or number of the site',
      '--from DATE': 'first day of the campaign, YYYY-MM-DD',
      '--to DATE': 'last day of the campaign',
      '--sources LIST': 'what this site weighs: preparation,unserved,plates (all three by default)',
      '--date DATE': 'the day weighed',
      '--expected N': 'diners expected',
      '--prepared N': 'meals prepared',
      '--distributed N': 'meals distributed',
      '--mass "SOURCE:PART=GROSS[-TARE]"':
        'in kg; SOURCE: preparation, unserved, plates, all; PART: edible, inedible, mixed, starter, main, dairy-dessert, bread, other',
      '--out FILE.json': 'write the campaigns in the shape of ma-cantine’s fields',
    },
  },
};

/** Weighing, English. */
export const weighings: typeof frenchWeighings = {
  findings: {
    'ends-before-start': {
      message: () => 'The campaign ends before it starts. Nothing was saved.',
      remedy: 'Correct one of the two dates.',
    },
    overlap: {
      message: ({ from, to }) =>
        `Another campaign of this site runs from ${from} to ${to}. Nothing was saved.`,
      remedy: 'Choose other dates, or complete that campaign.',
    },
    'few-days': {
      message: ({ days, needed }) =>
        `${days} days of weighing: it takes ${needed} to represent the site. The campaign is saved.`,
      remedy: 'Add days.',
    },
    future: {
      message: ({ date }) => `${date} is still to come. Nothing was saved for this day.`,
      remedy: 'Choose a past day or today.',
    },
    negative: {
      message: () => 'A weight cannot be negative. This weight was not saved.',
      remedy: 'Enter the gross weight, in kg.',
    },
    'tare-above-gross': {
      message: () => 'The tare is above the gross weight. This weight was not saved.',
      remedy: 'Check the gross weight and the containers.',
    },
    'light-bin': {
      message: ({ gross, tare }) =>
        `A container is lighter full (${gross}\u00a0kg) than empty (${tare}\u00a0kg). This weight is saved as it is.`,
      remedy: 'Open its containers and correct them.',
    },
    'maybe-grams': {
      message: ({ kilograms, instead }) =>
        `${kilograms} kg? This looks like grams: ${instead} kg. It is saved as entered.`,
      remedy: 'Enter weights in kg.',
    },
    'much-a-diner': {
      message: ({ kilograms, perDiner }) =>
        `${kilograms} kg, ${perDiner} g for each diner: that is a lot. The weight is saved.`,
      remedy: 'Check the weight, the tare and the meals distributed.',
    },
    'parts-differ': {
      message: ({ total, sum }) =>
        `Edible and inedible make ${sum} kg, the total ${total} kg. The weights are saved.`,
      remedy: 'Correct one of the three.',
    },
    'distributed-above-prepared': {
      message: ({ prepared, distributed }) =>
        `${distributed} meals distributed of ${prepared} prepared. The numbers are saved.`,
      remedy: 'Correct one of the two.',
    },
    'no-diners': {
      message: () => 'No meal distributed: this day does not count. The number is saved.',
      remedy: 'Enter the meals distributed.',
    },
  },
  noCampaign: {
    message: 'No weighing campaign matches. Nothing was saved.',
    remedy: 'Open a campaign with its dates first.',
  },
  outside: (from, to) => ({
    message: `This day is outside the campaign, from ${from} to ${to}. Nothing was saved.`,
    remedy: 'Choose a day of the campaign, or change its dates.',
  }),
  paper: {
    fileName: 'weighing',
    title: 'Weighing sheet, annex 1a',
    days: 'days of the campaign',
    expected: 'Diners expected',
    prepared: 'Meals prepared',
    distributed: 'Meals distributed, adults included',
    sources: {
      preparation: 'Preparation waste',
      unserved: 'Unserved and thrown away',
      plates: 'Left on plates and trays',
    },
    where: {
      preparation: 'in the kitchen, before service',
      unserved: 'at the counter, after service',
      plates: 'where trays come back',
    },
    columns: ['Container', 'Tare, kg', 'Edible, gross', 'Edible, net', 'Inedible, gross', 'Inedible, net'],
    total: 'Net total, kg',
    elsewhere: (sources) => `Weighed elsewhere, not on this sheet: ${sources}.`,
    counts: 'Weigh',
    countsText:
      'Bread, sauces and soups; what is composted too. Inedible: peelings, bones, stones, fish bones.',
    leaves: 'Do not weigh',
    leavesText: 'Drinks, retained samples, what is served again or given away, napkins and packaging.',
    boxes: ['Weighed by', 'Time', 'Remark', 'Signature'],
    foot: 'Enter it in Record, Weighings, in the same order. Net = gross − tare: leave it empty, it is computed.',
  },
  none: 'No weighing campaign.',
  saved: 'Saved.',
  badMass: (text) =>
    `--mass: “${text}” cannot be read as SOURCE:PART=GROSS or SOURCE:PART=GROSS-TARE. Nothing was done.`,
  oneOf: 'Give --from and --to, or --date. Nothing was done.',
  campaign: (site, from, to, days) => `${site}, from ${from} to ${to} (days that count: ${days})`,
  figures: (edible, total, distributed) =>
    `Food waste: ${edible} kg of ${total} kg of waste, for ${distributed} meals distributed.`,
  perCover: (own, maCantine) =>
    `Food waste: ${own} g per cover (official form); ma-cantine will show ${maCantine} g: all waste, per meal.`,
  form1b: (form, total) =>
    `Annex 1b would give ${form} kg instead of ${total} kg: it leaves edible preparation out.`,
  leftOut: (dates) => `Days that do not count, incomplete: ${dates}.`,
};
