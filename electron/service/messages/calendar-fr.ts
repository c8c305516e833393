/** The calendar: days of service, holidays, days opened by hand; French. */
export const calendar = {
  guessed: (name: string) => `${name}, date supposée`,
  unknownHolidays: (dates: readonly string[]) => ({
    message: `Vacances inconnues\u00a0: ces jours sont-ils servis\u202f? ${dates.join(', ')}. Rien n’a été validé.`,
    remedy:
      'S’ils sont servis, confirmez-les dans la semaine (ou --served en ligne de commande). Sinon, saisissez les vacances ou importez le calendrier officiel, page Données.',
  }),
  notEntered: {
    message: 'Cette ligne n’existe plus. Rien n’a été changé.',
    remedy: 'Rouvrez la liste\u00a0: elle a changé entre-temps.',
  },
  noWeekday: (site: string) => ({
    message: `${site}\u00a0: aucun jour n’est coché. Rien n’a été changé.`,
    remedy: 'Cochez au moins un jour, en période scolaire ou en vacances.',
  }),
  weekInPast: (date: string, today: string) => ({
    message: `Le ${date} est passé\u00a0: les jours servis jusqu’ici restent ceux du relevé. Rien n’a été changé.`,
    remedy: `Donnez une date à partir du ${today}.`,
  }),
  noStatement: (site: string, date: string) => ({
    message: `${site}\u00a0: rien n’est enregistré à partir du ${date}. Rien n’a été changé.`,
    remedy: 'Rouvrez la liste\u00a0: elle a changé entre-temps.',
  }),
};
