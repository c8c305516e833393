/** The commands about the calendar; French. */
export const calendarCommands = {
  days: {
    summary: 'Voir ou donner les jours que sert un site.',
    line: '--site SITE [--term JOURS] [--holidays JOURS] [--from DATE] | --site SITE --remove DATE',
    options: {
      '--site SITE': 'nom ou numéro du site',
      '--term JOURS':
        'jours servis en période scolaire : 1,2,4,5 (1 = lundi) ; 3/2 : un mercredi sur deux ; - : aucun',
      '--holidays JOURS': 'jours servis pendant les vacances, de même',
      '--from DATE': 'à partir de cette date (par défaut aujourd’hui)',
      '--remove DATE': 'effacer ce qui a été enregistré à partir de cette date',
    } as Record<string, string>,
  },
};

export const days = {
  both: (term: string, holidays: string) =>
    `période scolaire\u00a0: ${term}\u202f; vacances\u00a0: ${holidays}`,
  never: 'aucun jour',
  everyOther: (day: string) => `un ${day} sur deux`,
  source: {
    stated: 'Enregistré.',
    records: 'D’après les relevés de ses huit dernières semaines.',
    town: 'Sans relevé\u00a0: ce sont les jours de la plupart des sites.',
  },
  since: (date: string) => `Enregistré, à partir du ${date}.`,
  from: (date: string, week: string) => `À partir du ${date}\u00a0: ${week}.`,
  notDays: (text: string) =>
    `«\u00a0${text}\u00a0» ne se lit pas comme des jours, par exemple 1,2,4,5 ou 1,3/2. Rien n’a été changé.`,
  oneWay: 'Donnez --term ou --holidays, avec --from si besoin, ou --remove seul. Rien n’a été changé.',
};
