/** Return sheets: the workbook that a school fills in, and what it says when it comes back. */
export const returns = {
  returns: {
    sheet: 'Feuille de retour',
    sheets: 'Feuilles de retour',
    hint: 'Un classeur à remplir par site, à renvoyer par courriel puis à importer.',
    saved: 'Feuille de retour enregistrée : {{name}}',
    title: 'Feuilles de retour',
    count_one: '{{n}} feuille de retour',
    count_other: '{{n}} feuilles de retour',
    toTake_one: '{{n}} valeur à reprendre',
    toTake_other: '{{n}} valeurs à reprendre',
    taken_one: '{{n}} valeur reprise',
    taken_other: '{{n}} valeurs reprises',
    unchanged_one: '{{n}} déjà notée',
    unchanged_other: '{{n}} déjà notées',
    take_one: 'Reprendre {{n}} valeur',
    take_other: 'Reprendre {{n}} valeurs',
    kept_one: '{{n}} valeur reprise de la feuille de retour',
    kept_other: '{{n}} valeurs reprises des feuilles de retour',
    differs: 'La feuille diffère de ce qui est noté. Sans réponse, ce qui est noté reste.',
    differsFrom:
      'Deux feuilles se contredisent\u00a0: «\u00a0{{file}}\u00a0» donne une autre valeur. Sans réponse, celle-ci reste.',
    mine: 'Garder {{value}}',
    file: 'Prendre {{value}}',
    allFile: 'Prendre toutes les feuilles',
    allMine: 'Garder tout ce qui est noté',
  },
} as const;
