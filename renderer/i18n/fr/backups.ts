/** The data folder, its backups, and what comes back from them. */
export const backups = {
  backups: {
    title: 'Sauvegardes',
    last: 'la dernière : {{when}}',
    about:
      'Une par jour, à l’ouverture, si quelque chose a changé ; et avant chaque mise à niveau, gros import, annulation d’import ou restauration. Gardées : une par jour 7 jours, par semaine 4 semaines, par mois 12 mois. Conservez aussi une copie ailleurs que sur cet ordinateur.',
    none: 'Aucune sauvegarde pour l’instant : la première se fait à la prochaine ouverture, ou tout de suite ici.',
    noneToRescue:
      'Aucune sauvegarde dans le dossier des données : choisissez un fichier enregistré ailleurs.',
    make: 'Sauvegarder maintenant',
    saveCopy: 'Enregistrer une copie…',
    restoreFile: 'Restaurer un fichier…',
    restore: 'Restaurer…',
    restoreOf: 'Restaurer la sauvegarde du {{when}}…',
    when: 'Date',
    reason: 'Raison',
    size: 'Taille',
    reasons: {
      daily: 'Quotidienne',
      manual: 'À votre demande',
      migration: 'Avant une mise à niveau',
      restore: 'Avant une restauration',
      import: 'Avant un import',
      undo: 'Avant une annulation d’import',
    },
    made: 'Sauvegarde du {{when}} faite et contrôlée ({{size}}).',
    saved: 'Copie des données enregistrée et contrôlée.',
    askOf: 'Restaurer la sauvegarde du {{when}}\u202f?',
    askFile: 'Restaurer {{name}}\u202f?',
    what: 'Contenu',
    now: 'Maintenant',
    inBackup: 'Sauvegarde',
    rows: {
      sites: 'Sites',
      siteDays: 'Jours relevés',
      menuDays: 'Jours de menu',
      imports: 'Imports',
      lastDay: 'Dernier jour relevé',
    },
    keptFirst:
      'Vos données actuelles, réglages compris, seront remplacées. Elles sont d’abord sauvegardées : vous pourrez revenir en arrière.',
    unreadable:
      'Les données actuelles ne peuvent pas être lues. Leur fichier sera mis de côté dans le dossier des sauvegardes.',
    restoreNow: 'Restaurer',
    restored: 'Sauvegarde du {{when}} restaurée.',
    restoredFile: '{{name}} restauré.',
    contentsText: '{{sites}}, {{days}} jours relevés, {{menus}} jours de menu ({{size}})',
    openFolder: 'Ouvrir le dossier',
    copyPath: 'Copier le chemin',
    copied: 'Copié.',
  },
} as const;
