import { balanceWords } from '../../../electron/api/balance-words.ts';

/** The law on menus: the criteria of annexe I, the register, what counts of a dish. */
export const balance = {
  balance: {
    ...balanceWords.en,
    title: 'Annexe I: 15 criteria over {{n}} served meals',
    lead: 'Arrêté of 30 September 2011. What a dish contains is guessed from its name; the page of the dish corrects it once and for all.',
    rule: 'A meal counts when every choice meets the criterion. “8 to 11” adds the meals where only one choice does, or an unknown dish.',
    number: 'No.',
    show: 'Show',
    mealsOf: 'Show the meals: {{criterion}}',
    bounds: { least: 'at least {{n}}', most: 'at most {{n}}', exactly: '{{n}}' },
    upTo: '{{n}} to {{m}}',
    maybe: 'maybe',
    incomplete_one: '{{n}} incomplete meal',
    incomplete_other: '{{n}} incomplete meals',
    incompleteHint: 'A meal has a main, a side, a dairy product, and a starter or dessert.',
    complete: 'Every meal has its courses.',
    missing: '{{day}}: missing {{parts}}',
    unknown: 'Unknown dishes, which may count anywhere:',
    print: 'Print the register',
    save: 'Register as XLSX',
    saved: 'Register saved: {{name}}',
    registerHint: 'The register has the menus served in the last three months.',
    ofDish: 'For annexe I',
    ofDishLead: 'Guessed from the name; a box that you change stays as you leave it.',
    guessed: 'guessed',
    stated: 'corrected',
    unknownDish: 'unknown',
    set: {
      yes: '{{dish}}: {{attribute}}, yes.',
      no: '{{dish}}: {{attribute}}, no.',
      auto: '{{dish}}: {{attribute}}, as guessed.',
    },
    back: 'As guessed',
    backOf: 'As guessed: {{attribute}}',
  },
};
