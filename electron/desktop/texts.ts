import type { Language } from '../api/records.ts';

const fr = {
  file: 'Fichier',
  importFiles: 'Importer des fichiers…',
  print: 'Imprimer…',
  openDataFolder: 'Ouvrir le dossier des données',
  quit: 'Quitter',
  edit: 'Édition',
  undo: 'Annuler',
  redo: 'Rétablir',
  cut: 'Couper',
  copy: 'Copier',
  paste: 'Coller',
  selectAll: 'Tout sélectionner',
  view: 'Affichage',
  zoomIn: 'Zoom avant',
  zoomOut: 'Zoom arrière',
  zoomReset: 'Taille réelle',
  fullScreen: 'Plein écran',
  theme: 'Thème',
  themeSystem: 'Comme le système',
  themeLight: 'Clair',
  themeDark: 'Sombre',
  developerTools: 'Outils de développement',
  help: 'Aide',
  about: 'À propos de Bonne Mesure',
  dataFiles: 'Fichiers de données',
  allFiles: 'Tous les fichiers',
  pickTitle: 'Choisir les fichiers à importer',
  saveTitle: 'Enregistrer la feuille',
  notSaved: 'La feuille n’a pas pu être enregistrée.',
  notSavedRemedy:
    'Rien n’est perdu dans l’application. Choisissez un autre dossier ou fermez le fichier s’il est ouvert ailleurs.',
  busy: 'Un calcul ou un import est en cours.',
  busyDetail: 'Quitter l’interrompt proprement\u00a0: les données restent comme elles étaient avant lui.',
  quitAnyway: 'Interrompre et quitter',
  stay: 'Rester',
  pageGone: 'La fenêtre s’est arrêtée.',
  pageGoneDetail: 'Les données enregistrées sont intactes.',
  reload: 'Recharger',
} as const;

export type Texts = Readonly<Record<keyof typeof fr, string>>;

const en: Texts = {
  file: 'File',
  importFiles: 'Import files…',
  print: 'Print…',
  openDataFolder: 'Open the data folder',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Actual size',
  fullScreen: 'Full screen',
  theme: 'Theme',
  themeSystem: 'Same as the system',
  themeLight: 'Light',
  themeDark: 'Dark',
  developerTools: 'Developer tools',
  help: 'Help',
  about: 'About Bonne Mesure',
  dataFiles: 'Data files',
  allFiles: 'All files',
  pickTitle: 'Choose the files to import',
  saveTitle: 'Save the sheet',
  notSaved: 'The sheet could not be saved.',
  notSavedRemedy:
    'Nothing is lost in the app. Choose another folder, or close the file if it is open elsewhere.',
  busy: 'A computation or an import is under way.',
  busyDetail: 'Quitting stops it cleanly: the data stay as they were before it.',
  quitAnyway: 'Stop it and quit',
  stay: 'Stay',
  pageGone: 'The window stopped working.',
  pageGoneDetail: 'The saved data are intact.',
  reload: 'Reload',
};

export const texts: Readonly<Record<Language, Texts>> = { fr, en };

/** The chosen language, or the system's; French when in doubt. */
export function languageOf(chosen: Language | null, preferred: readonly string[]): Language {
  const first = preferred.find((tag) => /^(fr|en)\b/i.test(tag));
  return chosen ?? (first?.toLowerCase().startsWith('en') ? 'en' : 'fr');
}
