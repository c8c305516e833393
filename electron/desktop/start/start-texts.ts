import type { Language } from '../../api/records.ts';

const fr = {
  notBuilt:
    'L’application n’est pas construite\u00a0: lancez «\u00a0npm start\u00a0» dans le dossier du projet.',
  fetching: 'Téléchargement d’Electron (une seule fois)…',
  noDisplay: 'Aucun écran ici\u00a0: l’application est servie à un navigateur, à cette adresse.',
  noElectron: 'Electron n’a pas pu être téléchargé\u00a0: l’application s’ouvre dans le navigateur.',
  electronFailed: 'La fenêtre n’a pas pu s’ouvrir\u00a0: l’application s’ouvre dans le navigateur.',
} as const;

export type StartTexts = Readonly<Record<keyof typeof fr, string>>;

const en: StartTexts = {
  notBuilt: 'The app is not built: run “npm start” in the project’s folder.',
  fetching: 'Downloading Electron (once only)…',
  noDisplay: 'There is no display here: the app is served to a browser, at this address.',
  noElectron: 'Electron could not be downloaded: the app opens in the browser.',
  electronFailed: 'The window could not be opened: the app opens in the browser.',
};

export const startTexts: Readonly<Record<Language, StartTexts>> = { fr, en };
