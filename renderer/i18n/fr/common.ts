import { pageTitles } from '../../../electron/api/commands.ts';

/** What every page shares: names of pages, buttons, stages of work, errors. */
export const common = {
  app: {
    name: 'Bonne Mesure',
    pages: 'Pages',
    dropHere: 'Déposez vos fichiers pour les importer',
    dropHint: 'Rien n’est écrit avant votre accord.',
    notOnDisk: 'Ce qui a été déposé n’est pas encore un fichier de cet ordinateur.',
    notOnDiskRemedy:
      'Une pièce jointe s’enregistre d’abord sur le bureau\u202f; déposez ensuite le fichier enregistré. Rien n’a été importé.',
  },
  page: pageTitles.fr,
  common: {
    cancel: 'Annuler',
    close: 'Fermer',
    notices: 'Messages',
    stop: 'Arrêter',
    undo: 'Annuler',
    notCopied: 'Rien n’a été copié\u00a0: le presse-papiers est refusé à cette page.',
    notCopiedRemedy:
      'Autorisez-le dans les réglages du navigateur, puis recommencez\u202f; ou sélectionnez le texte affiché et faites Ctrl+C.',
    again: 'Réessayer',
    more: 'Montrer {{n}} de plus',
    unknown: 'inconnu',
    loading: 'Chargement…',
    help: 'Qu’est-ce que « {{term}} » ?',
  },
  stage: {
    read: 'Lecture des fichiers',
    write: 'Écriture',
    load: 'Chargement des relevés',
    fit: 'Apprentissage des habitudes',
    forecast: 'Calcul des commandes',
    backtest: 'Essai sur le passé',
    copy: 'Copie des données',
    check: 'Contrôle des données',
    wait: 'Travail en cours',
  },
  error: {
    page: 'Cette page a rencontré une erreur',
    pageHint:
      'Vos données ne sont pas touchées. Rouvrez la page ; si l’erreur revient, copiez ce texte pour la signaler.',
    reopen: 'Rouvrir la page',
    notLetIn: 'Cette page n’est plus reconnue par Bonne Mesure. Vos données enregistrées sont intactes.',
    notLetInRemedy:
      'Demandez une nouvelle adresse : Entrée dans le terminal, ou relancez Bonne Mesure, puis ouvrez-la.',
    unreachable: 'Bonne Mesure ne répond plus. Vos données enregistrées sont intactes.',
    unreachableRemedy:
      'Relancez Bonne Mesure et ouvrez l’adresse affichée ; cette page peut alors être fermée.',
    stopped: 'Calcul arrêté',
    stoppedHint: 'Rien n’a été changé.',
    resume: 'Reprendre le calcul',
  },
} as const;
