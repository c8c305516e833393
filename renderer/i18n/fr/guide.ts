/** The guide's chapters, and about the program. The chapters themselves are in `renderer/public/guide`. */
export const guide = {
  guide: {
    title: 'Guide',
    print: 'Imprimer le chapitre',
    missing: 'Ce chapitre n’a pas pu être lu',
    missingRemedy: 'Vos données ne sont pas touchées. Réinstallez Bonne Mesure si le chapitre manque encore.',
    chapters: {
      install: { name: 'Installer', about: 'Sans droits d’administrateur, sur un seul ordinateur.' },
      'first-import': {
        name: 'Le premier import',
        about: 'Vos fichiers Excel tels qu’ils sont, ou le classeur à remplir.',
      },
      routine: { name: 'La semaine type', about: 'Ce qui se fait chaque jour et chaque semaine.' },
      forecast: { name: 'Lire une prévision', about: 'La commande, la fourchette, et pourquoi ce nombre.' },
      deadlines: {
        name: 'Limites et conditionnements',
        about: 'Commander à temps, par colis entiers, à chaque fournisseur.',
      },
      record: {
        name: 'Relever et peser',
        about: 'L’appel, les repas servis, les restes, une semaine de pesées.',
      },
      doubt: { name: 'Quand ne pas s’y fier', about: 'Les cas où votre avis vaut mieux.' },
      council: {
        name: 'Pour les élus',
        about: 'Ce que montrent les chiffres, et ce qu’ils taisent.',
      },
      'it-service': {
        name: 'Pour le service informatique',
        about: 'Données, réseau, droits, sauvegarde, installation silencieuse.',
      },
      'course-cook': {
        name: 'Deux heures pour un cuisinier',
        about: 'À imprimer, sur l’exemple.',
      },
      'course-secretary': {
        name: 'Deux heures pour un secrétariat',
        about: 'À imprimer, sur l’exemple.',
      },
    },
  },
  about: {
    title: 'À propos',
    open: 'Version, coût d’une prévision, licences',
    version: 'Version',
    versionOf: 'Bonne Mesure {{version}}',
    licence: 'Licence',
    licenceText: 'MIT : chacun peut l’utiliser, le modifier et le transmettre.',
    network: 'Réseau',
    networkText: 'Aucun. Le programme ne cherche pas de nouvelle version de lui-même.',
    cost: 'Ce que coûte la prévision d’une semaine',
    noOrders: 'Rien à mesurer : aucun site n’a de commande cette semaine.',
    costText:
      '{{orders}}, {{sites}} : {{seconds}} s de processeur, mesurées à l’instant en recalculant tout depuis le début. Environ {{energy}} Wh, estimés à {{watts}} W pour un cœur de processeur occupé et sa part de l’ordinateur ; l’écran et la veille ne sont pas comptés.',
    orders_one: '{{n}} commande',
    orders_other: '{{n}} commandes',
    sites_one: '{{n}} site',
    sites_other: '{{n}} sites',
    others: 'Licences des logiciels inclus',
    othersText: 'Electron et Chromium apportent leurs propres textes, à côté du programme.',
  },
} as const;
