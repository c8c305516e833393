/** Figures that the staff write before they see the recommendations, French. */
export const staffFigures = {
  tooLate: {
    message: 'Cette semaine a déjà commencé.',
    remedy: 'Choisissez une semaine à venir.',
  },
  notOpen: (day: string) => ({
    message: `Le ${day}, les nombres conseillés sont déjà visibles, ou la semaine n’est pas choisie.`,
    remedy: 'Votre chiffre ne compte qu’écrit avant : choisissez une autre semaine sur Bilan.',
  }),
  past: (day: string) => ({
    message: `Le ${day} est passé.`,
    remedy: 'Votre chiffre ne compte qu’écrit avant le repas : écrivez ceux des jours à venir.',
  }),
};
