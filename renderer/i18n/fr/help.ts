/** Help: the words of the trade and of this program, and the keys. One text for each term, wherever it is shown. */
export const help = {
  modelWorkbook: {
    save: 'Classeur à remplir',
    hint: 'Un tableau Excel avec les jours et vos sites : remplissez la colonne des repas servis, puis importez-le tel quel.',
    saved: '{{name}} est enregistré.',
  },
  help: {
    title: 'Aide',
    glossary: 'Glossaire',
    find: 'Chercher un mot',
    none: 'Aucun mot du glossaire ne correspond.',
    shortcuts: 'Raccourcis du clavier',
    shortcutsBrowser:
      'Dans un navigateur, quelques touches restent au navigateur ; la recherche mène partout.',
    tour: 'Visite guidée',
    privacy: {
      title: 'Vos données',
      where: {
        name: 'Où',
        text: 'Sur cet ordinateur, dans le dossier que montrent les réglages, onglet Sauvegardes. Rien n’est envoyé sur un réseau.',
      },
      what: {
        name: 'Quoi',
        text: 'Sites, menus, repas servis, commandes, relevés, et votre nom si vous le donnez. Aucun nom d’enfant : régimes et PAI sont des nombres.',
      },
      files: {
        name: 'Fichiers',
        text: 'D’un fichier importé, seul ce qui y est lu est conservé. Un export va où vous l’enregistrez. Les sauvegardes sont à côté des données et aussi lisibles qu’elles.',
      },
      closed: {
        name: 'Accès',
        text: 'Le dossier est fermé aux autres comptes de l’ordinateur. Il n’est pas chiffré : le chiffrement du disque s’en charge.',
      },
      erase: {
        name: 'Effacer',
        text: 'Annuler un import retire ce qu’il a apporté. Pour tout effacer, fermez l’application et supprimez le dossier de données, sauvegardes comprises, puis le dossier Bonne Mesure du cache de votre compte, qui retient où des données se trouvaient.',
      },
    },
    key: {
      palette: 'Chercher et demander',
      pages: 'Aller à une page',
      import: 'Importer des fichiers',
      print: 'Imprimer la feuille de la page',
      undo: 'Annuler la dernière modification',
      redo: 'Rétablir',
      look: 'À regarder : suivant',
      approve: 'Valider, ou compléter l’appel',
      exportOrders: 'Exporter les commandes de la semaine',
      beside: 'Semaine ou jour d’avant, d’après',
      notices: 'Aller au dernier message',
      help: 'Aide et glossaire',
      shortcuts: 'Ces raccourcis',
      walk: 'Dans la grille, aller de case en case',
      find: 'Dans la grille, chercher un site',
      type: 'Dans une case, commander ce nombre ; une lettre donne la raison',
      whatIf: 'Dans une case, essayer sans une classe, ou avec des invités',
      open: 'Ouvrir la case : pourquoi ce nombre',
      close: 'Fermer le panneau ou le dialogue',
      firstLast: 'Première et dernière case',
      zoom: 'Agrandir, réduire, taille réelle',
    },
    keyName: {
      ctrl: 'Ctrl',
      alt: 'Alt',
      shift: 'Maj',
      enter: 'Entrée',
      escape: 'Échap',
      arrows: 'Flèches',
      home: 'Début',
      end: 'Fin',
      pageUp: 'Page préc.',
      pageDown: 'Page suiv.',
      letters: 'A–Z',
      digits: '0–9',
    },
    terms: {
      order: {
        name: 'Commande',
        text: 'Le nombre de repas à commander : la prévision, plus la marge que demande le niveau de service, arrondie au repas.',
      },
      forecast: {
        name: 'Prévision',
        text: 'Le nombre de repas attendus, appris sur vos relevés : habitudes du site et du jour, saison, vacances proches, grèves. Elle n’utilise rien de plus récent que ce qui était connu au moment de la commande.',
      },
      range: {
        name: 'Fourchette probable',
        text: '8 jours sur 10, le nombre de repas servis tombe dans cette fourchette. Une fourchette large signale une prévision incertaine, pas un besoin de commander plus.',
      },
      level: {
        name: 'Niveau de service',
        text: 'La part des jours où personne ne manque de repas. Plus haut : moins de manque, plus de restes. À 80 %, il peut manquer quelques repas un jour sur cinq.',
      },
      gauge: {
        name: 'Jauge',
        text: 'Le trait gradué sous chaque nombre : la bande est la fourchette, le trait bleu la commande, le trait de droite le nombre de places.',
      },
      places: {
        name: 'Places',
        text: 'Le nombre de convives qu’un site peut recevoir. Une commande au-dessus est signalée.',
      },
      deadline: {
        name: 'Limite de commande',
        text: 'Le dernier moment pour commander. Chaque site a la sienne : un délai fixe, ou des jours et heures fixes.',
      },
      lead: {
        name: 'Délai',
        text: 'Le nombre de jours entre la commande et le service. Plus il est long, moins on en sait, plus la fourchette est large.',
      },
      surplus: { name: 'Surplus', text: 'Les repas commandés et non servis, en % des repas servis.' },
      shortage: {
        name: 'Manque',
        text: 'Les repas qui ont manqué, en % des repas servis. Se lit toujours avec le surplus : l’un baisse quand l’autre monte.',
      },
      shortDays: { name: 'Jour avec manque', text: 'Un jour où un site a manqué d’au moins un repas.' },
      wape: {
        name: 'WAPE (écart total)',
        text: 'Surplus et manque additionnés, en % des repas servis. Un bon outil pour comparer deux prévisions, pas deux commandes : une commande prudente a un plus grand écart.',
      },
      chance: {
        name: 'Part du hasard',
        text: 'L’écart que laisserait même une connaissance parfaite des habitudes : des enfants sont malades, d’autres restent. Il est plus grand, en proportion, dans un petit site.',
      },
      backtest: {
        name: 'Essai sur le passé',
        text: 'Chaque jour passé est prévu de nouveau avec ce qui était connu alors, puis comparé à ce qui a été servi.',
      },
      staff: {
        name: 'Prévu par l’équipe',
        text: 'Le nombre que la cuisine a prévu elle-même ce jour-là. Le modèle lui est toujours comparé.',
      },
      mean4: {
        name: 'Moyenne de 4 semaines',
        text: 'La moyenne des quatre derniers mêmes jours de semaine : la règle simple que le modèle doit battre.',
      },
      takeUp: {
        name: 'Taux de prise',
        text: 'La part des convives qui prennent un plat quand ils en ont le choix. Sur un menu unique, il vaut 100 %.',
      },
      portion: {
        name: 'Portion',
        text: 'Ce qu’un convive reçoit d’un plat, en grammes, en pièces ou en millilitres ; elle dépend de l’âge.',
      },
      purchaseFactor: {
        name: 'Facteur d’achat',
        text: 'Le poids cru à acheter pour 1 de servi. Le riz gonfle : 0,35 ; un rôti perd : 1,35. Seul le bon de commande s’en sert ; la cuisine lit le poids servi.',
      },
      ageClass: {
        name: 'Tranche d’âge',
        text: 'Maternelle, élémentaire, collège, adultes : chacune a ses portions. Sans autre indication, le type de site donne la part de chacune.',
      },
      pack: {
        name: 'Conditionnement',
        text: 'Ce par quoi un produit se commande ou se sert : carton, barquette, bac. On commande des conditionnements entiers ; c’est l’arrondi.',
      },
      covers: {
        name: 'Couverts',
        text: 'Les repas servis, enfants et adultes. Le gaspillage se mesure en grammes par couvert.',
      },
      witness: {
        name: 'Plat témoin',
        text: 'L’échantillon de chaque plat gardé au froid au moins cinq jours pour un contrôle sanitaire. Il s’ajoute à la commande.',
      },
      pai: {
        name: 'PAI',
        text: 'Projet d’accueil individualisé : un enfant allergique ou malade mange autrement. On n’enregistre qu’un nombre, jamais un nom.',
      },
      satellite: {
        name: 'Cuisine et satellites',
        text: 'Une cuisine centrale prépare, des sites satellites reçoivent. Les écarts des satellites se compensent en partie : la cuisine peut commander moins que leur somme.',
      },
      override: {
        name: 'Modification à la main',
        text: 'Le nombre d’une personne à la place du nombre conseillé, avec sa raison. Il reste tel quel quand la prévision change ; Précision montre ensuite ce que ces modifications ont apporté.',
      },
      frozen: {
        name: 'Commande validée',
        text: 'Une commande validée ne change plus. Elle conserve le nombre conseillé, le nombre commandé et par qui ; la suite est une correction.',
      },
      rollCall: {
        name: 'Appel du matin',
        text: 'Enfants présents, comptés en classe. La feuille suit, la commande ne change pas.',
      },
      vegetarian: {
        name: 'Menu végétarien',
        text: 'Sans viande ni poisson. La loi en demande un par semaine au moins dans les écoles.',
      },
      frequencies: {
        name: 'Fréquences',
        text: 'Combien de fois chaque famille de plats est servie en 20 repas de suite, à côté du minimum et du maximum que recommande le GEM-RCN et que vous pouvez corriger.',
      },
      zone: {
        name: 'Zone scolaire',
        text: 'A, B ou C : elle fixe les vacances. L’académie d’un site en décide.',
      },
    },
  },
} as const;
