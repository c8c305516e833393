/** Remembered readings of import files, French. */
export const profiles = {
  columns: { number: 'N°', kind: 'Contenu', titles: 'En-têtes', file: 'D’après le fichier', at: 'Le' },
  none: 'Aucun profil d’import.',
  notJson: (path: string) => `« ${path} » n’est pas du JSON lisible. Rien n’a été fait.`,
  oneAtATime: 'Donnez une seule des options --remove, --import et --export. Rien n’a été fait.',
  mappingOrKind: 'Donnez --kind ou --mapping, pas les deux. Rien n’a été fait.',
};
