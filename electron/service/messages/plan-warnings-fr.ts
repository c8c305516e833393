/** What to know before orders are trusted, on the command line and on paper; French. */
export const planWarnings = {
  unknownHolidays: (dates: readonly string[]) =>
    `Vacances inconnues\u00a0: ces jours sont-ils servis\u202f? ${dates.join(', ')}.`,
  holidaysMissing: (schoolYear: number) =>
    `Vacances ${schoolYear}–${schoolYear + 1} à importer\u00a0: sans elles, leurs jours comptent comme des jours d’école.`,
  holidaysEnd: (date: string | null) =>
    date === null
      ? 'Vacances scolaires inconnues\u00a0: leurs jours comptent comme des jours d’école.'
      : `Vacances inconnues après le ${date}\u00a0: leurs jours comptent comme des jours d’école.`,
  goodFriday: 'Alsace-Moselle\u00a0: le Vendredi saint est-il férié dans votre commune\u202f?',
  guessed: (dates: readonly string[]) =>
    `Fermeture supposée d’après les années passées, à vérifier\u00a0: ${dates.join(', ')}.`,
  noRecords: 'Aucun relevé\u00a0: les commandes partent des inscrits.',
  oldRecords: (date: string) =>
    `Les derniers relevés datent du ${date}\u00a0: la prévision repose sur des habitudes anciennes.`,
};
