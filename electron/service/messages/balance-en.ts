import { balanceWords } from '../../api/balance-words.ts';
import type { balance as french } from './balance-fr.ts';

/** The law on menus: annexe I, the parts of a meal, the register. English. */
export const balance: typeof french = {
  ...balanceWords.en,
  bounds: {
    least: (times) => `at least ${times}`,
    most: (times) => `at most ${times}`,
    exactly: (times) => `${times}`,
  },
  checkColumn: 'To check',
  upTo: (times, possible) => (possible > times ? `${times} to ${possible}` : `${times}`),
  title: (meals, from, to) =>
    `Annexe I, arrêté of 30 September 2011: ${meals} served meals, ${from} to ${to}`,
  none: 'No served meal with a known menu.',
  incomplete: (day, parts) => `${day}: missing ${parts}`,
  unknown: (names) => `Unknown dishes, which may count anywhere: ${names}`,
  rule: 'A meal counts when every choice meets the criterion; the second number adds those where only one choice does.',
  noDish: (name) => ({
    message: `“${name}” matches no dish. Nothing was changed.`,
    remedy: 'Write the name of the dish as on the menu.',
  }),
  badValue: '--has: write yes, no or auto.',
  badAttribute: (names) => `--attribute: choose ${names}.`,
  whole: 'Give --dish, --attribute and --has together.',
  stated: (dish) => `Saved for “${dish}”.`,
  register: {
    title: 'Register of menus',
    fileName: 'register-of-menus',
    period: (from, to) => `${from} to ${to}`,
    columns: {
      date: 'Date',
      starter: 'Starter',
      main: 'Main',
      side: 'Side',
      dairy: 'Dairy',
      dessert: 'Dessert',
      other: 'Bread and other',
    },
    vegetarian: 'vegetarian menu',
    or: ' or ',
    empty: 'No menu was served in these three months.',
    allSites: 'All sites',
  },
};
