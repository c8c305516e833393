import type { mealRecords as frenchRecords } from './meal-records-fr.ts';

/** What checks say of what is entered after a meal, English. */
export const mealRecords: typeof frenchRecords = {
  findings: {
    future: {
      message: ({ date }) => `${date} is still to come: nothing was served. Nothing was saved for this day.`,
      remedy: 'Choose a past day or today.',
    },
    'closed-day': {
      message: () => 'This day is closed or has no service, and meals are entered. They are saved.',
      remedy: 'Check the date; if meals were served, leave it.',
    },
    'above-usual': {
      message: ({ count, low, high }) => `${count}? Usually ${low} to ${high}. The number is saved.`,
      remedy: 'Check the number.',
    },
    'below-usual': {
      message: ({ count, low, high }) => `${count}? Usually ${low} to ${high}. The number is saved.`,
      remedy: 'Check the number; if a class was away, give the reason.',
    },
    'above-seats': {
      message: ({ count, seats }) => `${count} for ${seats} seats. The number is saved.`,
      remedy: 'Check the number, or the seats of the site.',
    },
    'left-above-prepared': {
      message: ({ left, prepared }) =>
        `${left} left of ${prepared} prepared. Both are saved, nothing is learned from them.`,
      remedy: 'Correct one of the two.',
    },
    'left-above-ordered': {
      message: ({ left, provided }) => `${left} left, for ${provided} meals ordered. The number is saved.`,
      remedy: 'Check the number, or enter the meals prepared.',
    },
    'ran-out-with-left': {
      message: ({ left }) =>
        `The dish ran out, and ${left} portions are left. Both are saved, nothing is learned from them.`,
      remedy: 'Keep one of the two: left, or ran out.',
    },
    'served-above-prepared': {
      message: ({ served, prepared }) =>
        `${served} portions served of ${prepared} prepared. Both are saved, nothing is learned from them.`,
      remedy: 'Correct one of the two.',
    },
    'thrown-above-left': {
      message: ({ thrown, left }) =>
        `${thrown} portions thrown away or reused, ${left} left. The numbers are saved.`,
      remedy: 'Correct one of the two.',
    },
    'course-far-from-diners': {
      message: ({ portions, diners }) =>
        `${portions} portions of one course for ${diners} diners. The numbers are saved.`,
      remedy: 'Check the portions served, or the diners.',
    },
    'much-thrown': {
      message: ({ perDiner }) => `${perDiner} g thrown for each diner: that is a lot. The numbers are saved.`,
      remedy: 'Check the portions thrown.',
    },
  },
  saved: (site, date) => `Saved: ${site}, ${date}.`,
  unchanged: (site, date) => `Nothing new: ${site}, ${date}.`,
  plainDish: '--prepared, --ran-out, --reused and --thrown go with a single --dish. Nothing was done.',
  badClass: (option, text) => `--${option}: “${text}” does not read as M=N, E=N or C=N. Nothing was done.`,
  nothing: 'Give --served, --class, --estimated, --adults, --prepared, --left or --dish. Nothing was done.',
};
