/** The commands about the calendar; French. */
export const calendarCommands = {
  calendar: {
    summary: 'Voir le calendrier scolaire, y saisir des vacances, ouvrir un jour.',
    line: '[--add NOM --from DATE --to DATE | --served --from DATE --to DATE | --remove N | --unconfirm N | --open DATE [--site SITE] | --close DATE [--site SITE] | --good-friday yes|no]',
    options: {
      '--add NOM': 'saisir des vacances, du premier au dernier jour sans classe',
      '--served': 'confirmer que les jours de cette période sont servis, quand leurs vacances sont inconnues',
      '--from DATE, --to DATE': 'la période, premier et dernier jour compris',
      '--remove N': 'retirer les vacances saisies n°\u00a0N',
      '--unconfirm N': 'retirer la confirmation n°\u00a0N',
      '--open DATE': 'ouvrir un jour fermé (vacances, jour férié, week-end)',
      '--close DATE': 'retirer cette ouverture',
      '--site SITE': 'pour ce site seulement (par défaut tous)',
      '--good-friday yes|no': 'Alsace-Moselle : le Vendredi saint est-il férié dans la commune',
    } as Record<string, string>,
  },
  days: {
    summary: 'Voir ou changer les jours de service d’un site.',
    line: '--site SITE [--term JOURS] [--holidays JOURS] [--from DATE] | --site SITE --remove DATE',
    options: {
      '--site SITE': 'nom ou numéro du site',
      '--term JOURS':
        'jours servis en période scolaire : 1,2,4,5 (1 = lundi) ; 3/2 : un mercredi sur deux ; - : aucun',
      '--holidays JOURS': 'jours servis pendant les vacances, de même',
      '--from DATE': 'à partir de cette date (par défaut aujourd’hui)',
      '--remove DATE': 'effacer ce qui a été enregistré à partir de cette date',
    } as Record<string, string>,
  },
};

export const calendarWords = {
  answers: {
    'unknown-holidays': 'Pour valider\u00a0: approve --served, ou calendar --add NOM --from DATE --to DATE.',
    'holidays-missing': 'calendar --add, ou import du calendrier officiel.',
    'good-friday': 'calendar --good-friday yes, ou no.',
  } as Readonly<Record<string, string>>,
  missing: (schoolYear: number) =>
    `Les vacances de ${schoolYear}–${schoolYear + 1} ne sont pas connues. Importez le calendrier officiel dès sa parution.`,
  goodFriday:
    'Alsace-Moselle\u00a0: le Vendredi saint est-il férié dans votre commune\u202f? calendar --good-friday yes, ou no.',
  inForce: (zone: string, to: string) => `Zone scolaire\u00a0: ${zone}. Vacances connues jusqu’au ${to}.`,
  noZone: 'inconnue',
  noEnd: 'aucune date',
  holiday: (id: number, name: string, from: string, to: string) =>
    `${id}. ${name}, du ${from} au ${to} (saisies)`,
  confirmed: (id: number, from: string, to: string) => `${id}. Confirmés servis, du ${from} au ${to}`,
  open: (date: string, site: string) => `Ouvert à la main\u00a0: ${date}, ${site}`,
  allSites: 'tous les sites',
  oneWay: 'Donnez une seule chose à changer à la fois. Rien n’a été changé.',
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
