type Values = Readonly<Record<string, string>>;

/** What checks say of what is entered after a meal, French. */
export const mealRecords = {
  findings: {
    future: {
      message: ({ date }: Values) =>
        `Le ${date} est à venir : rien n’a été servi. Rien n’a été enregistré pour ce jour.`,
      remedy: 'Choisissez un jour passé ou aujourd’hui.',
    },
    'closed-day': {
      message: (_: Values) =>
        'Ce jour est fermé ou sans service, et des repas sont saisis. Ils sont enregistrés.',
      remedy: 'Vérifiez la date ; si des repas ont été servis, laissez.',
    },
    'above-usual': {
      message: ({ count, low, high }: Values) =>
        `${count} ? D’habitude ${low} à ${high}. Le nombre est enregistré.`,
      remedy: 'Vérifiez le nombre.',
    },
    'below-usual': {
      message: ({ count, low, high }: Values) =>
        `${count} ? D’habitude ${low} à ${high}. Le nombre est enregistré.`,
      remedy: 'Vérifiez le nombre ; si une classe était absente, indiquez la raison.',
    },
    'above-seats': {
      message: ({ count, seats }: Values) => `${count} pour ${seats} places. Le nombre est enregistré.`,
      remedy: 'Vérifiez le nombre, ou les places du site.',
    },
    'left-above-prepared': {
      message: ({ left, prepared }: Values) =>
        `${left} restent de ${prepared} préparés. Ces nombres sont enregistrés, rien n’en est appris.`,
      remedy: 'Corrigez l’un des deux.',
    },
    'left-above-ordered': {
      message: ({ left, provided }: Values) =>
        `${left} restent, pour ${provided} repas commandés. Le nombre est enregistré.`,
      remedy: 'Vérifiez le nombre, ou indiquez les repas préparés.',
    },
    'ran-out-with-left': {
      message: ({ left }: Values) =>
        `Le plat a manqué, et ${left} portions restent. Les deux sont enregistrés, rien n’en est appris.`,
      remedy: 'Gardez l’un des deux : restes, ou manque.',
    },
    'served-above-prepared': {
      message: ({ served, prepared }: Values) =>
        `${served} portions servies de ${prepared} préparées. Ces nombres sont enregistrés, rien n’en est appris.`,
      remedy: 'Corrigez l’un des deux.',
    },
    'thrown-above-left': {
      message: ({ thrown, left }: Values) =>
        `${thrown} portions jetées ou redonnées, ${left} restantes. Ces nombres sont enregistrés.`,
      remedy: 'Corrigez l’un des deux.',
    },
    'course-far-from-diners': {
      message: ({ portions, diners }: Values) =>
        `${portions} portions d’une composante pour ${diners} convives. Ces nombres sont enregistrés.`,
      remedy: 'Vérifiez les portions servies, ou les convives.',
    },
    'much-thrown': {
      message: ({ perDiner }: Values) =>
        `${perDiner} g jetés par convive : c’est beaucoup. Les nombres sont enregistrés.`,
      remedy: 'Vérifiez les portions jetées.',
    },
  },
  saved: (site: string, date: string) => `Enregistré : ${site}, ${date}.`,
  unchanged: (site: string, date: string) => `Rien de nouveau : ${site}, ${date}.`,
  plainDish: '--prepared, --ran-out, --reused et --thrown vont avec un seul --dish. Rien n’a été fait.',
  badClass: (option: string, text: string) =>
    `--${option} : « ${text} » ne se lit pas comme M=N, E=N ou C=N. Rien n’a été fait.`,
  nothing:
    'Donnez --served, --class, --estimated, --adults, --prepared, --left ou --dish. Rien n’a été fait.',
};
