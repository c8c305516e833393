/** Where surplus remains, French. */
export const leakCommands = {
  leaks: {
    summary: 'Où il reste du surplus au-delà du niveau choisi, le plus cher d’abord.',
    line: '--from DATE --to DATE [--dishes] [--food-cost EUROS]',
    options: {
      '--from DATE': 'premier jour, AAAA-MM-JJ',
      '--to DATE': 'dernier jour, AAAA-MM-JJ',
      '--dishes': 'les plats au lieu des commandes, en portions (plus long)',
      '--food-cost EUROS': 'denrées d’un repas, en euros (par défaut d’après le poids)',
    } as Record<string, string>,
  },
};

/** Share of days or portions in percent, or meals an occurrence. */
type Amount = (amount: string) => string;

export const leaks = {
  none: (tested: string) =>
    `Aucun surplus qui dure, au-delà du niveau choisi (endroits comparés : ${tested}).`,
  early: 'Rien à montrer avant 8 jours du même genre, par site.',
  heading: (from: string, to: string, tested: string) =>
    `Du ${from} au ${to}, surplus au-delà du niveau choisi, par jour (endroits comparés : ${tested}).`,
  columns: {
    site: 'Site',
    where: 'Où',
    surplus: 'Surplus',
    seen: 'Observé',
    since: 'Depuis',
    euros: '€ par an',
    cause: 'Cause la plus probable',
    try: 'À essayer',
  },
  table: {
    title: 'Où il reste du surplus',
    surplus: 'Surplus par jour',
    inExcess: 'Jours au-dessus du niveau',
    days: 'Jours comparés',
    trial: 'Essai',
    difference: 'Écart par jour depuis l’essai',
    noDishes: 'Sans les plats ni les colis : ils sont comparés à partir de 20 jours relevés sur 5 semaines.',
  },
  override: 'commandes modifiées',
  seen: (excess: string, all: string) => `${excess} jours sur ${all}`,
  unsure: 'non daté',
  tried: (day: string, before: string, after: string) => `depuis le ${day} : ${before} → ${after}`,
  triedOnly: (day: string) => `essayé depuis le ${day}`,
  noCause: 'aucune cause trouvée',
  causes: {
    'override-above': ((n) => `commande modifiée : ${n} au-dessus`) as Amount,
    'pack-rounding': ((n) => `arrondi au colis entier : ${n}`) as Amount,
    'head-count-missing': ((share) => `appel non saisi, ${share} des jours`) as Amount,
    'enrolment-stale': (() => 'effectif de plus d’un an') as Amount,
    'adults-too-high': ((n) => `adultes commandés : ${n} de trop`) as Amount,
    'level-above-need': (() => 'niveau plus haut que celui choisi') as Amount,
    outings: (() => 'sorties annoncées après la commande') as Amount,
    'dish-refused': ((share) => `${share} des portions reviennent`) as Amount,
  },
  tries: {
    'override-above': 'essayer sans modifier',
    'pack-rounding': 'changer de colis',
    'head-count-missing': 'saisir l’appel',
    'enrolment-stale': 'corriger l’effectif',
    'adults-too-high': 'corriger les adultes',
    'level-above-need': 'suivre le niveau choisi',
    outings: 'annoncer les sorties',
    'dish-refused': 'servir moins ou autrement',
  },
  families: {
    fish: 'poisson',
    'red-meat': 'viande rouge',
    poultry: 'volaille',
    pork: 'porc',
    vegetarian: 'végétarien',
    egg: 'œuf',
    starch: 'féculent',
    vegetable: 'légume cuit',
    'raw-vegetable': 'crudité',
    soup: 'soupe',
    'savoury-pastry': 'pâtisserie salée',
    cheese: 'fromage',
    dairy: 'produit laitier',
    fruit: 'fruit',
    pastry: 'pâtisserie',
    bread: 'pain',
    condiment: 'condiment',
    note: 'annotation',
  },
};
