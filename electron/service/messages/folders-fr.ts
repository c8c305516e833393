/** What is told of the data folder, French. */
export const folders = {
  gone: (folder: string, date: string) => ({
    message: `Des données étaient dans ${folder} le ${date} ; elles n’y sont plus.`,
    remedy:
      'Si ce dossier est sur un disque, une clé ou un partage, branchez-le et rouvrez l’application avant de saisir quoi que ce soit. Si vous les avez supprimées, commencez à neuf.',
  }),
  older: (folder: string) => ({
    message: `Les données de ${folder} sont plus anciennes que la dernière fois que vous les avez ouvertes : les dernières saisies ou les derniers imports manquent. Un outil de synchronisation ou une personne y a sans doute remis une copie d’avant. Rien n’a été changé.`,
    remedy:
      'Si ce n’était pas voulu, fermez l’application et remettez le fichier plus récent, ou restaurez la dernière sauvegarde (Réglages, onglet Sauvegardes). Sinon, continuez : cet avis disparaît quand autant aura été saisi de nouveau.',
  }),
  open: (folder: string) => ({
    message: `Tous les utilisateurs de cet ordinateur peuvent écrire dans le dossier de données ${folder}.`,
    remedy: 'N’importe lequel peut changer ou remplacer vos données : réservez ce dossier à votre compte.',
  }),
  synced: (folder: string, by: string) => ({
    message: `${by} synchronise le dossier de données ${folder}. Il peut copier le fichier pendant qu’il est écrit, ou remettre une version plus ancienne.`,
    remedy: `Gardez les données dans un dossier que ${by} ne suit pas, et mettez-y plutôt des copies (Réglages, onglet Sauvegardes).`,
  }),
  network: (folder: string, by: string) => ({
    message: `Le dossier de données ${folder} est sur un réseau (${by}). Une coupure, ou deux ordinateurs à la fois, peuvent abîmer le fichier.`,
    remedy:
      'Gardez les données sur le disque de cet ordinateur, et mettez plutôt des copies sur le réseau (Réglages, onglet Sauvegardes).',
  }),
};
