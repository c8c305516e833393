/** Backups and restores, French. */
export const backups = {
  diskFull: {
    message:
      'La sauvegarde n’a pas pu être écrite : le disque est plein. Vos données et les sauvegardes précédentes sont intactes.',
    remedy: 'Libérez de la place, puis choisissez « Sauvegarder maintenant » dans les réglages.',
  },
  folderUnusable: (folder: string) => ({
    message: `La sauvegarde n’a pas pu être écrite dans ${folder}. Vos données sont intactes.`,
    remedy:
      'Vérifiez que ce dossier existe et que vous avez le droit d’y écrire, puis sauvegardez de nouveau.',
  }),
  dataDamaged: {
    message:
      'Les données sont abîmées : elles n’ont pas été sauvegardées. Les sauvegardes précédentes sont intactes.',
    remedy: 'Restaurez la dernière sauvegarde, dans les réglages, onglet Sauvegardes.',
  },
  notWhole: {
    message:
      'La sauvegarde ne contenait pas toutes les données\u00a0: elle n’a pas été conservée. Vos données et les sauvegardes précédentes sont intactes.',
    remedy: 'Sauvegardez de nouveau ; si cela se répète, choisissez un autre dossier ou un autre disque.',
  },
  notOurs: (name: string) => ({
    message: `« ${name} » n’est pas une sauvegarde de Bonne Mesure. Rien n’a été changé.`,
    remedy: 'Choisissez un fichier enregistré par « Enregistrer une copie… », ou une sauvegarde de la liste.',
  }),
  newer: (name: string) => ({
    message: `« ${name} » vient d’une version plus récente de Bonne Mesure. Rien n’a été changé.`,
    remedy: 'Installez la dernière version de Bonne Mesure, puis recommencez.',
  }),
  damaged: (name: string) => ({
    message: `« ${name} » est abîmé. Rien n’a été changé.`,
    remedy: 'Choisissez une autre sauvegarde, ou une autre copie de ce fichier.',
  }),
  notFound: (name: string) => ({
    message: `La sauvegarde ${name} n’est plus là. Rien n’a été changé.`,
    remedy: 'Choisissez-en une autre dans la liste.',
  }),
  notThere: (path: string) => ({
    message: `La copie ne peut pas être écrite à la place de ${path}. Rien n’a été changé.`,
    remedy: 'Choisissez un autre nom ou un autre dossier.',
  }),
};
