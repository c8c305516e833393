const several = (count: number, one: string, many: string) => (Math.abs(count) < 2 ? one : many);

/** The return sheet that a school fills in and sends back, French. */
export const returnSheets = {
  title: 'Feuille de retour',
  head: { site: 'Site', day: 'Jour' },
  hint: 'Écrivez dans les cases blanches et renvoyez ce fichier. Une case vide ne change rien.',
  marker: 'Ne changez pas cette ligne\u00a0:',
  toFill: 'À remplir',
  noted: 'Déjà noté',
  ordered: 'Commandé',
  boxes: {
    headChildren: 'Appel\u00a0: enfants présents',
    headAdults: 'Appel\u00a0: adultes',
    children: 'Enfants servis',
    adults: 'Adultes servis',
    left: 'Repas restants',
    reason: 'Raison du jour',
  },
  dishBoxes: {
    dish: 'Plat, dans l’ordre du service',
    prepared: 'Préparées',
    served: 'Servies',
    left: 'Restes',
    ranOutAt: 'A manqué à',
    reason: 'Raison',
  },
  portions:
    'En portions. «\u00a0A manqué à\u00a0»\u00a0: l’heure, ou oui. Lignes vides\u00a0: les plats servis en plus.',
  reasons: {
    'class-away': 'classe absente',
    strike: 'grève',
    disliked: 'plat boudé',
    failed: 'plat raté',
    late: 'livré en retard',
    'over-delivered': 'livré plus que commandé',
    other: 'autre',
  },
  reasonsAre: (words: string) => `Raisons\u00a0: ${words}.`,
  yes: 'oui',
  no: 'non',
  nothing: 'rien',
  ofDish: (dish: string, box: string) => `${dish}\u00a0: ${box}`,
  fileName: 'retour',
  archiveName: 'feuilles-de-retour',
  noService: (from: string, to: string) => ({
    message: `Aucun site n’a de service du ${from} au ${to}\u00a0: il n’y a pas de feuille à remplir.`,
    remedy: 'Choisissez un jour de service.',
  }),
  question: {
    site: (written: string, marked: string) =>
      `La feuille est au nom de «\u00a0${written}\u00a0»\u202f; elle a été préparée pour «\u00a0${marked}\u00a0». De quel site est-elle\u202f?`,
    siteUnknown: (marked: string) =>
      `Aucun site ne s’appelle «\u00a0${marked}\u00a0». De quel site est cette feuille\u202f?`,
    day: (written: string, marked: string) =>
      `La feuille porte le jour «\u00a0${written}\u00a0»\u202f; elle a été préparée pour le ${marked}. De quel jour est-elle\u202f?`,
  },
  findings: {
    'not-a-number': {
      message: (value: string) => `«\u00a0${value}\u00a0» n’est pas un nombre. Cette case n’est pas reprise.`,
      remedy: 'Écrivez un nombre entier, ou laissez la case vide.',
    },
    negative: {
      message: (value: string) =>
        `${value}\u00a0: un nombre de repas n’est pas négatif. Cette case n’est pas reprise.`,
      remedy: 'Écrivez le nombre sans signe.',
    },
    'not-whole': {
      message: (value: string) =>
        `${value}\u00a0: un nombre entier est attendu. Cette case n’est pas reprise.`,
      remedy: 'Arrondissez à la portion.',
    },
    'too-large': {
      message: (value: string) =>
        `${value}\u00a0: personne ne sert autant de repas. Cette case n’est pas reprise.`,
      remedy: 'Vérifiez le nombre.',
    },
    'not-a-time': {
      message: (value: string) => `«\u00a0${value}\u00a0» n’est pas une heure. Cette case n’est pas reprise.`,
      remedy: 'Écrivez par exemple 12:40, ou oui.',
    },
    'not-a-reason': {
      message: (value: string) =>
        `«\u00a0${value}\u00a0» n’est pas une des raisons. Cette case n’est pas reprise.`,
      remedy: 'Choisissez une des raisons écrites au bas de la feuille.',
    },
    'unknown-dish': {
      message: (value: string) =>
        `Aucun menu n’a le plat «\u00a0${value}\u00a0». Sa ligne n’est pas reprise.`,
      remedy: 'Écrivez le plat comme au menu, ou ajoutez-le d’abord au menu.',
    },
    'no-dish': {
      message: (_: string) => 'Des nombres sans plat. Cette ligne n’est pas reprise.',
      remedy: 'Écrivez le nom du plat au début de la ligne.',
    },
    twice: {
      message: (value: string) =>
        `«\u00a0${value}\u00a0» est deux fois sur la feuille. La première ligne est reprise.`,
      remedy: 'Gardez une seule des deux lignes.',
    },
    'no-marker': {
      message: (_: string) =>
        'La ligne qui indique le site et le jour a été changée. Cette feuille n’est pas reprise.',
      remedy: 'Exportez à nouveau la feuille et recopiez les nombres.',
    },
    future: {
      message: (value: string) =>
        `Le ${value} est à venir\u00a0: rien n’a été servi. Cette feuille n’est pas reprise.`,
      remedy: 'Reprenez-la ce jour-là, ou vérifiez le jour.',
    },
  },
  mineIn: (file: string) => `dans «\u00a0${file}\u00a0»`,
  cli: {
    sheet: (site: string, date: string) => `Feuille de retour\u00a0: ${site}, ${date}`,
    counts: (taken: number, unchanged: number) =>
      `${taken} ${several(taken, 'valeur reprise', 'valeurs reprises')}, ${unchanged} déjà ${several(unchanged, 'notée', 'notées')}.`,
    wouldCount: (taken: number, unchanged: number) =>
      `${taken} ${several(taken, 'valeur', 'valeurs')} à reprendre, ${unchanged} déjà ${several(unchanged, 'notée', 'notées')}.`,
    conflict: (cell: string, what: string, mine: string, file: string) =>
      `${cell}, ${what}\u00a0: ${mine} est noté, la feuille donne ${file}. Ce qui est noté reste.`,
    resolve:
      'Pour prendre la feuille\u00a0: --answer conflict=file\u202f; pour garder ce qui est noté\u00a0: --answer conflict=mine',
    cell: (cell: string) => `case ${cell}`,
  },
};
