type Values = Readonly<Record<string, string>>;

/** The command about weighing, French. */
export const weighCommands = {
  weigh: {
    summary:
      'Peser les déchets : ouvrir une campagne, saisir un jour, voir le bilan, écrire le fichier pour ma-cantine.',
    line: '[--site SITE (--from DATE --to DATE | --date DATE [--distributed N] [--mass "SOURCE:PART=BRUT[-TARE]"]…)] [--out FICHIER.json]',
    options: {
      '--site SITE': 'nom ou numéro du site',
      '--from DATE': 'premier jour de la campagne, AAAA-MM-JJ',
      '--to DATE': 'dernier jour de la campagne',
      '--sources LISTE': 'ce que ce site pèse : preparation,unserved,plates (par défaut les trois)',
      '--date DATE': 'le jour pesé',
      '--expected N': 'effectif prévu',
      '--prepared N': 'repas préparés',
      '--distributed N': 'repas distribués',
      '--mass "SOURCE:PART=BRUT[-TARE]"':
        'en kg ; SOURCE : preparation, unserved, plates, all ; PART : edible, inedible, mixed, starter, main, dairy-dessert, bread, other',
      '--out FICHIER.json': 'écrire les campagnes sous la forme des champs de ma-cantine',
    } as Record<string, string>,
  },
};

/** Weighing, French. */
export const weighings = {
  findings: {
    'ends-before-start': {
      message: (_: Values) => 'La campagne finit avant de commencer. Rien n’a été enregistré.',
      remedy: 'Corrigez l’une des deux dates.',
    },
    overlap: {
      message: ({ from, to }: Values) =>
        `Une autre campagne de ce site va du ${from} au ${to}. Rien n’a été enregistré.`,
      remedy: 'Choisissez d’autres dates, ou complétez cette campagne.',
    },
    'few-days': {
      message: ({ days, needed }: Values) =>
        `${days} jours de pesée : il en faut ${needed} pour représenter le site. La campagne est enregistrée.`,
      remedy: 'Ajoutez des jours.',
    },
    future: {
      message: ({ date }: Values) => `Le ${date} est à venir. Rien n’a été enregistré pour ce jour.`,
      remedy: 'Choisissez un jour passé ou aujourd’hui.',
    },
    negative: {
      message: (_: Values) => 'Un poids ne peut pas être négatif. Ce poids n’a pas été enregistré.',
      remedy: 'Écrivez le poids brut, en kg.',
    },
    'tare-above-gross': {
      message: (_: Values) => 'La tare dépasse le poids brut. Ce poids n’a pas été enregistré.',
      remedy: 'Vérifiez le poids brut et les récipients.',
    },
    'light-bin': {
      message: ({ gross, tare }: Values) =>
        `Un récipient est plus léger plein (${gross}\u00a0kg) que vide (${tare}\u00a0kg). Ce poids est enregistré tel quel.`,
      remedy: 'Ouvrez ses récipients et corrigez-les.',
    },
    'maybe-grams': {
      message: ({ kilograms, instead }: Values) =>
        `${kilograms} kg ? Ce poids semble écrit en grammes : ${instead} kg. Il est enregistré tel quel.`,
      remedy: 'Écrivez les poids en kg.',
    },
    'much-a-diner': {
      message: ({ kilograms, perDiner }: Values) =>
        `${kilograms} kg, soit ${perDiner} g par convive : c’est beaucoup. Le poids est enregistré.`,
      remedy: 'Vérifiez le poids, la tare et les repas distribués.',
    },
    'parts-differ': {
      message: ({ total, sum }: Values) =>
        `Comestible et non comestible font ${sum} kg, le total ${total} kg. Les poids sont enregistrés.`,
      remedy: 'Corrigez l’un des trois.',
    },
    'distributed-above-prepared': {
      message: ({ prepared, distributed }: Values) =>
        `${distributed} repas distribués pour ${prepared} préparés. Les nombres sont enregistrés.`,
      remedy: 'Corrigez l’un des deux.',
    },
    'no-diners': {
      message: (_: Values) => 'Aucun repas distribué : ce jour ne compte pas. Le nombre est enregistré.',
      remedy: 'Écrivez les repas distribués.',
    },
  },
  noCampaign: {
    message: 'Aucune campagne de pesée ne correspond. Rien n’a été enregistré.',
    remedy: 'Ouvrez d’abord une campagne, avec ses dates.',
  },
  outside: (from: string, to: string) => ({
    message: `Ce jour est hors de la campagne, du ${from} au ${to}. Rien n’a été enregistré.`,
    remedy: 'Choisissez un jour de la campagne, ou changez ses dates.',
  }),
  /** The sheet to print. */
  paper: {
    fileName: 'pesee',
    title: 'Feuille de pesée, annexe 1a',
    days: 'jours de la campagne',
    expected: 'Effectif prévu',
    prepared: 'Repas préparés',
    distributed: 'Repas distribués, adultes compris',
    sources: {
      preparation: 'Déchets de la préparation',
      unserved: 'Excédents non servis et jetés',
      plates: 'Restes des assiettes et des plateaux',
    },
    where: {
      preparation: 'en cuisine, avant le service',
      unserved: 'au self, après le service',
      plates: 'à la desserte',
    },
    columns: [
      'Récipient',
      'Tare, kg',
      'Comestible, brut',
      'Comestible, net',
      'Non comestible, brut',
      'Non comestible, net',
    ],
    total: 'Total net, kg',
    elsewhere: (sources: string) => `Pesé ailleurs, pas sur cette feuille : ${sources}.`,
    counts: 'On pèse',
    countsText:
      'Le pain, les sauces et les soupes ; ce qui part au compost aussi. Non comestible : épluchures, os, noyaux, arêtes.',
    leaves: 'On ne pèse pas',
    leavesText:
      'Les boissons, les plats témoins, ce qui est resservi ou donné, les serviettes et les emballages.',
    boxes: ['Pesé par', 'Heure', 'Remarque', 'Visa'],
    foot: 'À saisir dans Relevé, Pesées, dans le même ordre. Net = brut − tare : laissez vide, il se calcule.',
  },
  none: 'Aucune campagne de pesée.',
  saved: 'Enregistré.',
  badMass: (text: string) =>
    `--mass : « ${text} » ne se lit pas comme SOURCE:PART=BRUT ou SOURCE:PART=BRUT-TARE. Rien n’a été fait.`,
  oneOf: 'Donnez --from et --to, ou --date. Rien n’a été fait.',
  campaign: (site: string, from: string, to: string, days: string) =>
    `${site}, du ${from} au ${to} (jours comptés : ${days})`,
  figures: (edible: string, total: string, distributed: string) =>
    `Gaspillage : ${edible} kg sur ${total} kg de déchets, pour ${distributed} repas distribués.`,
  perCover: (own: string, maCantine: string) =>
    `Gaspillage : ${own} g par couvert (formulaire officiel) ; ma-cantine affichera ${maCantine} g : tous les déchets, par repas.`,
  form1b: (form: string, total: string) =>
    `L’annexe 1b donnerait ${form} kg au lieu de ${total} kg : elle oublie la part comestible de la préparation.`,
  leftOut: (dates: string) => `Jours non comptés, incomplets : ${dates}.`,
};
