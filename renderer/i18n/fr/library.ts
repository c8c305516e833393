/** What other towns know: the model library. */
export const library = {
  library: {
    title: 'Bibliothèque de modèles',
    lead: 'Ce que d’autres communes ont appris aide vos prévisions tant que vos relevés sont courts : effets des vacances, des saisons, des jours et des mots du menu. Aucun nom de site ni effectif n’y figure.',
    installed: 'Installée',
    none: 'Aucune. Demandez son fichier à une commune plus grande, ou à votre groupement.',
    unnamed: 'Sans nom',
    source: '{{sites}}, {{days}} jours relevés, du {{from}} au {{to}}',
    boxed:
      'Fournie avec Bonne Mesure, pour les lieux de France : données publiques de Nantes Métropole, effectifs de tous les sites ensemble.',
    file: '{{file}}, importé le {{at}}',
    use: 'Utilisation',
    on: 'Activée',
    off: 'Désactivée',
    roles: {
      off: 'Les prévisions reposent sur vos seuls relevés.',
      used: 'Elle aide les prévisions : {{days}} jours relevés sur les {{enough}} à partir desquels les vôtres suffisent.',
      enough: 'Elle ne sert plus : vos {{days}} jours relevés suffisent.',
      future: 'Elle ne sert pas encore : elle a été apprise de jours à venir.',
    },
    import: 'Importer un fichier…',
    remove: 'Retirer',
    several: 'Plusieurs communes',
    merge: 'Réunir des fichiers…',
    mergeHint:
      'Choisissez les fichiers de deux communes au moins : vous en recevez un seul, à importer. Plus les communes se ressemblent, plus il aide.',
    towns: 'Communes réunies',
    town: '{{name}} : {{source}}',
    ours: 'Votre bibliothèque',
    oursHint: 'Pour d’autres communes : ce que vos relevés apprennent, de tous vos sites ensemble.',
    name: 'Nom donné à la bibliothèque',
    namePlace: 'Nom, par exemple votre commune',
    export: 'Exporter votre bibliothèque',
    tooLittle:
      'Il faut {{sites}} sites et {{days}} jours relevés, pour qu’aucun site ne soit reconnaissable.',
    imported: 'Bibliothèque importée : {{name}}.',
    switchedOff: 'Bibliothèque désactivée.',
    removed: 'Bibliothèque retirée : {{name}}.',
    why: 'D’après « {{name}} », en attendant que vos relevés suffisent ({{n}} jours).',
    misfit:
      'Ce modèle vient d’une autre sorte de cantine : il compte pour moins, et la fourchette est plus large.',
    whyUnnamed: 'D’après la bibliothèque importée, en attendant que vos relevés suffisent ({{n}} jours).',
  },
};
