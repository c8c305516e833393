import type { staffFigures as french } from './staff-figures-fr.ts';

/** Figures that the staff write before they see the recommendations, English. */
export const staffFigures: typeof french = {
  tooLate: {
    message: 'This week has already begun.',
    remedy: 'Choose a week to come.',
  },
  notOpen: (day: string) => ({
    message: `On ${day} the recommendations are shown already, or the week is not chosen.`,
    remedy: 'Your figure counts only if written before: choose another week on Impact.',
  }),
  past: (day: string) => ({
    message: `${day} is past.`,
    remedy: 'Your figure counts only if written before the meal: write those of the days to come.',
  }),
};
