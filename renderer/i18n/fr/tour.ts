/** The guided tour. */
export const tour = {
  tour: {
    offer: 'Première fois ici ? Une visite de deux minutes montre l’essentiel.',
    start: 'Commencer la visite',
    later: 'Non merci',
    step: 'Étape {{n}} sur {{of}}',
    next: 'Suivant',
    back: 'Précédent',
    end: 'Terminer',
    quit: 'Quitter la visite',
    missing: 'Rien à montrer ici pour l’instant : passez à la suite.',
    keys: 'Entrée\u00a0: suivant. Échap\u00a0: quitter.',
    steps: {
      order: {
        title: 'La commande d’un site, un jour',
        text: 'Le grand nombre est la commande\u00a0: les repas à commander. Une ligne par site, une colonne par jour, le total en bas.',
      },
      range: {
        title: 'La fourchette probable',
        text: '8 jours sur 10, les repas servis y tombent.',
      },
      deadline: {
        title: 'Ce qui presse',
        text: 'Ici se lit la limite de la prochaine commande, ou jusqu’à quand vont les relevés. Chaque site peut avoir sa règle, dans Réglages.',
      },
      level: {
        title: 'Le niveau de service',
        text: 'Votre seul réglage : combien de jours sur dix sans manque. Déplacez-le, les commandes suivent aussitôt.',
      },
      why: {
        title: 'Pourquoi ce nombre ?',
        text: 'Une case ouverte explique sa commande pas à pas : l’habitude, le jour, la saison, puis la marge. Les étapes s’additionnent.',
      },
      print: {
        title: 'La feuille du jour',
        text: 'Ce que le cuisinier affiche : une page par site, à imprimer ou à enregistrer. La visite est finie ; {{key}} mène partout.',
      },
    },
  },
} as const;
