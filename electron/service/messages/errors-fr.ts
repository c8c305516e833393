import { formatNumber } from './format.ts';

/** Errors of any method, French. */
export const errors = {
  invalidInput: (field: string, problem: string) => ({
    message: field ? `Champ « ${field} » : ${problem}` : `Demande illisible : ${problem}`,
    remedy: 'Corrigez ce champ et recommencez. Rien n’a été changé.',
  }),
  unknownMethod: (method: string) => ({
    message: `La demande « ${method} » n’existe pas dans cette version.`,
    remedy: 'Fermez toutes les fenêtres de Bonne Mesure, puis rouvrez-la.',
  }),
  unknownTicket: {
    message: 'Ce fichier n’est plus à disposition de Bonne Mesure.',
    remedy: 'Déposez-le ou choisissez-le de nouveau.',
  },
  cancelled: {
    message: 'Arrêté à votre demande. Rien n’a été changé.',
    remedy: 'Relancez quand vous le voulez.',
  },
  newerData: {
    message: 'Ces données viennent d’une version plus récente de Bonne Mesure. Elles n’ont pas été touchées.',
    remedy: 'Installez la dernière version, ou choisissez un autre dossier de données.',
  },
  damagedData: {
    message: 'Le fichier de données est abîmé ou n’est pas une base de Bonne Mesure. Il n’a pas été touché.',
    remedy: 'Restaurez une sauvegarde, ou choisissez un autre dossier de données.',
  },
  foreignData: {
    message:
      'Le fichier de données n’est pas celui de Bonne Mesure, ou contient des parties qu’elle ne crée jamais. Il n’a pas été touché.',
    remedy: 'Restaurez une sauvegarde, ou choisissez un autre dossier de données.',
  },
  dataMissing: (folder: string, backup: string) => ({
    message: `Le fichier de données manque dans ${folder}, à côté de ses sauvegardes. Rien n’a été commencé à sa place.`,
    remedy: `Restaurez la dernière sauvegarde (${backup}), ou remettez le fichier à sa place. Pour commencer à neuf, choisissez un autre dossier.`,
  }),
  onlyLog: (folder: string) => ({
    message: `Le fichier de données manque dans ${folder} : seul son journal (le fichier en -wal) y est. Rien n’a été commencé à sa place.`,
    remedy:
      'Remettez le fichier de données à sa place, ou restaurez une sauvegarde. Pour commencer à neuf, choisissez un autre dossier.',
  }),
  diskFullLookOnly: {
    message:
      'Le disque est plein. Rien n’a été changé ; consulter, imprimer et exporter ailleurs restent possibles.',
    remedy: 'Libérez de la place, puis recommencez.',
  },
  dataLookOnly: {
    message:
      'Ce dossier de données ne peut pas être modifié. Rien n’a été changé ; consulter, imprimer et exporter ailleurs restent possibles.',
    remedy: 'Vérifiez vos droits sur ce dossier, ou copiez-le à un endroit où vous pouvez écrire.',
  },
  dataInUse: {
    message: 'Un autre programme écrit dans les données. Rien n’a été changé.',
    remedy: 'Attendez la fin de l’autre travail, puis recommencez.',
  },
  diskFull: {
    message: 'Le disque est plein. Rien n’a été changé.',
    remedy: 'Libérez de la place, puis recommencez.',
  },
  dataFolderUnusable: {
    message: 'Le dossier de données ne peut pas être lu ou écrit. Rien n’a été changé.',
    remedy: 'Vérifiez vos droits sur ce dossier, ou choisissez-en un autre.',
  },
  dataMoved: (folder: string) => ({
    message: `Le dossier de données ${folder} a été déplacé, supprimé ou remplacé pendant que l’application était ouverte. Rien n’y est plus enregistré.`,
    remedy:
      'Enregistrez une copie de ce qui est ouvert (Réglages, onglet Sauvegardes), fermez l’application, remettez le dossier à sa place, puis rouvrez-la.',
  }),
  fileMissing: (path: string) => ({
    message: `Fichier introuvable : ${path}`,
    remedy: 'Vérifiez son nom et son dossier.',
  }),
  fileDenied: (path: string) => ({
    message: `Accès refusé : ${path}`,
    remedy: 'Fermez le programme qui l’utilise ou vérifiez vos droits, puis recommencez.',
  }),
  notAFile: (path: string) => ({
    message: `Ce n’est pas un fichier lisible : ${path}`,
    remedy: 'Indiquez un fichier, pas un dossier.',
  }),
  openData: (path: string) => ({
    message: `Ce fichier est celui des données ouvertes : ${path}. Il n’a pas été lu, et rien n’a été changé.`,
    remedy: 'Choisissez le fichier que vous avez reçu, ou une sauvegarde.',
  }),
  fileHeld: (path: string) => ({
    message: `Un autre programme a ouvert ce fichier : ${path}`,
    remedy:
      'Fermez-le dans Excel ou dans l’autre programme ; s’il est dans OneDrive, démarrez OneDrive. Puis recommencez.',
  }),
  nameTooLong: (path: string) => ({
    message: `Le nom de ce fichier, avec ses dossiers, est trop long : ${path}`,
    remedy: 'Choisissez un dossier plus court, ou un autre nom.',
  }),
  tooManyForWorkbook: (most: number) => ({
    message: `Un classeur de plus de ${formatNumber(most, 'fr')} lignes ne s’ouvrirait pas. Rien n’a été écrit.`,
    remedy: 'Exportez en CSV, où toutes tiennent.',
  }),
  /** The system did not say which file. */
  diskTrouble: {
    message: 'Le disque ou le réseau n’a pas répondu.',
    remedy: 'Vérifiez que le disque ou le dossier partagé est là, puis recommencez.',
  },
  /** A host reads no more than this of what a page asks. */
  requestTooLong: (megabytes: number) => ({
    message: `La demande dépasse ${megabytes} Mo. Rien n’a été fait.`,
    remedy: 'Choisissez un fichier plus petit.',
  }),
  fileTooLarge: (name: string, megabytes: number) => ({
    message: `« ${name} » dépasse ${megabytes} Mo : il n’a pas été lu.`,
    remedy: 'Déposez un export plus court, par exemple une année à la fois.',
  }),
  internal: (detail: string) => ({
    message: `Erreur inattendue : ${detail}`,
    remedy: 'Vos données sont restées comme elles étaient. Recommencez ; si l’erreur revient, signalez-la.',
  }),
  workerStopped: (detail: string) => ({
    message: `Le calcul s’est arrêté tout seul (${detail}). Rien n’a été changé.`,
    remedy: 'Recommencez : il repart à neuf.',
  }),
  workerStoppedInWriting: (detail: string) => ({
    message: `Le travail s’est arrêté tout seul (${detail}). Ce que vous demandiez est enregistré en entier, ou pas du tout.`,
    remedy: 'Regardez si c’est fait avant de recommencer.',
  }),
  notEmpty: {
    message: 'Il y a déjà des données. Les cantines d’exemple n’ont pas été ajoutées.',
    remedy: 'Ouvrez les exemples dans un dossier de données vide.',
  },
  notSample: {
    message: 'Les données présentes ne sont pas les cantines d’exemple. Rien n’a été retiré.',
    remedy: 'Pour retirer un import, annulez-le dans la page Données.',
  },
  staleEdit: {
    undo: {
      message: 'Impossible d’annuler\u00a0: ces données ont changé. Rien n’a été modifié.',
      remedy: 'Une autre fenêtre, un import ou une heure limite les a changées. Corrigez ce qui est affiché.',
    },
    redo: {
      message: 'Impossible de rétablir\u00a0: ces données ont changé. Rien n’a été modifié.',
      remedy: 'Une autre fenêtre, un import ou une heure limite les a changées. Corrigez ce qui est affiché.',
    },
  },
  countNotAsked: (date: string) => ({
    message: `Aucun nombre de repas du ${date} n’attend de réponse.`,
    remedy: 'L’import a peut-être été annulé : rouvrez la page. Rien n’a été changé.',
  }),
  dayNotLow: (date: string) => ({
    message: `Aucun jour très bas n’est signalé le ${date} pour ce site.`,
    remedy: 'Un autre l’a peut-être noté\u00a0: rouvrez la page. Rien n’a été changé.',
  }),
  importNotFound: (batch: number) => ({
    message: `L’import ${batch} n’existe pas ou a déjà été annulé.`,
    remedy: 'La liste des imports donne leurs numéros.',
  }),
  siteInUse: (site: string) => ({
    message: `« ${site} » est déjà le nom d’un autre site. Rien n’a été changé.`,
    remedy: 'Donnez un autre nom, ou fusionnez les deux sites.',
  }),
  nameOfOther: (name: string) => ({
    message: `« ${name} » désigne déjà un autre site. Rien n’a été changé.`,
    remedy: 'Retirez ce nom de l’autre site d’abord, ou fusionnez les deux.',
  }),
  closedBeforeOpen: (site: string, closed: string, open: string) => ({
    message: `${site} : fermé à partir du ${closed}, le site n’aurait jamais été ouvert (ouvert depuis le ${open}). Rien n’a été changé.`,
    remedy: 'La date de fermeture suit celle d’ouverture : corrigez l’une des deux.',
  }),
  mergeWithItself: {
    message: 'Un site ne se fusionne pas avec lui-même. Rien n’a été changé.',
    remedy: 'Choisissez un autre site.',
  },
  siteNotFound: (site: string) => ({
    message: `Aucun site ne correspond à « ${site} ».`,
    remedy: 'Vérifiez le nom ou le numéro dans la liste des sites.',
  }),
  siteExists: (site: string) => ({
    message: `« ${site} » existe déjà. Rien n’a été ajouté.`,
    remedy: 'Ouvrez ce site, ou donnez un autre nom au nouveau.',
  }),
  tooManyAway: (site: string, date: string, away: number, enrolled: number) => ({
    message: `${site}, ${date} : ${away} enfants absents pour ${enrolled} inscrits. Rien n’a été enregistré.`,
    remedy: `Donnez ${enrolled} au plus, ou corrigez l’effectif du site.`,
  }),
  weekendOnly: {
    message: 'Cette période ne contient aucun jour de semaine. Rien n’a été changé.',
    remedy: 'Choisissez une période qui contient un jour de semaine, ou un seul jour.',
  },
  dishNotFound: (dish: string) => ({
    message: `Aucun plat des menus ne correspond à « ${dish} ».`,
    remedy: 'Choisissez un plat de la liste.',
  }),
  sameDish: (dish: string, other: string) => ({
    message: `« ${other} » compte déjà comme «\u00a0${dish} ». Rien n’a été changé.`,
    remedy: 'Séparez d’abord ce plat, puis recommencez.',
  }),
  profileNotFound: (id: number) => ({
    message: `Le profil d’import ${id} n’existe pas ou a déjà été retiré.`,
    remedy: 'La liste des profils donne leurs numéros.',
  }),
  countAhead: {
    message: 'Un jour à venir n’a pas encore de repas servis. Rien n’a été enregistré.',
    remedy: 'Donnez des jours passés\u202f; les jours à venir se commandent dans la semaine.',
  },
  countTooLarge: (count: number, site: string, most: number) => ({
    message: `${count} est plus du double de ce que ${site} a de places ou a jamais servi (${most}). Rien n’a été enregistré.`,
    remedy: 'Vérifiez le nombre et le site. S’il est juste, ajoutez --sure.',
  }),
  questionNotFound: (id: number) => ({
    message: `La question ${id} n’existe plus.`,
    remedy: 'Rouvrez la liste des questions : elle a changé entre-temps.',
  }),
  noForecast: (site: string, date: string, reason: string) => ({
    message: `${site}, ${date} : pas de prévision. ${reason}`,
    remedy: 'Choisissez un autre jour ou un autre site, ou ouvrez ce jour\u00a0: page Données, Calendriers.',
  }),
  asOfTooLate: (asOf: string, date: string) => ({
    message: `Le dernier jour connu (${asOf}) doit précéder le jour prévu (${date}).`,
    remedy: 'Donnez un dernier jour connu plus ancien.',
  }),
  orderRuleRefused: (why: string) => ({
    message: `Règle de commande refusée : ${why} Rien n’a été changé.`,
    remedy: 'Corrigez la règle, puis enregistrez-la de nouveau.',
  }),
  nothingToReplay: (from: string, to: string) => ({
    message: `Aucun relevé entre le ${from} et le ${to} : il n’y a rien à comparer.`,
    remedy: 'Choisissez une période qui contient des relevés.',
  }),
  nothingToServe: (date: string) => ({
    message: `Aucun site ne sert de repas le ${date} : il n’y a pas de feuille à faire.`,
    remedy: 'Choisissez un jour de classe.',
  }),
  noPdfPrinter: {
    message: 'Aucun navigateur capable d’écrire un PDF n’a été trouvé. La feuille n’a pas été écrite.',
    remedy: 'Installez Chrome, Edge ou Chromium, ou demandez la feuille en html et imprimez-la.',
  },
  pdfFailed: (detail: string) => ({
    message: `Le PDF n’a pas pu être écrit (${detail}).`,
    remedy: 'Demandez la feuille en html et imprimez-la depuis votre navigateur.',
  }),
};
