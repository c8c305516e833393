import type { LibrarySource } from '../../../forecasting/domain/records.ts';
import type { LibraryUse } from '../../api/records.ts';
import { formatNumber, plural, spelledDate } from './format.ts';

const number = (value: number) => formatNumber(value, 'fr');

/** The command about libraries of models, French. */
export const libraryCommands = {
  library: {
    summary:
      'La bibliothèque de modèles\u00a0: voir celle qui est installée, en importer une, exporter la vôtre.',
    line: '[export FICHIER [--name NOM] | import FICHIER | merge FICHIER FICHIER… SORTIE [--name NOM] | remove | on | off]',
    options: {
      'export FICHIER': 'écrire ce que vos relevés apprennent à d’autres communes',
      '--name NOM': 'sous quel nom',
      'import FICHIER': 'importer la bibliothèque d’une autre commune',
      'merge FICHIER FICHIER… SORTIE': 'réunir celles de plusieurs communes en un fichier, SORTIE',
      remove: 'la retirer',
      'on · off': 'prévoir avec elle, ou sans',
    } as Record<string, string>,
  },
};

/** What it says, French. */
export const libraryWords = {
  usage:
    'Écrivez library export FICHIER, library import FICHIER, library merge FICHIER FICHIER… SORTIE, library remove, library on, library off ou library seul.',
  installed: (name: string) => `Installée : ${name}`,
  unnamed: 'Sans nom',
  boxed: (name: string) => `Fournie avec Bonne Mesure\u00a0: ${name}`,
  none: 'Aucune bibliothèque installée.',
  source: ({ sites, siteDays, from, to }: LibrarySource) =>
    `Apprise de ${number(sites)} ${plural(sites, 'fr', 'site', 'sites')}, ${number(siteDays)} ${plural(siteDays, 'fr', 'jour relevé', 'jours relevés')}, du ${spelledDate(from, 'fr')} au ${spelledDate(to, 'fr')}.`,
  uses: {
    off: 'Elle ne sert pas : elle est désactivée.',
    used: 'Elle aide les prévisions, le temps que vos relevés suffisent.',
    enough: 'Elle ne sert plus\u00a0: vos relevés suffisent.',
    future: 'Elle ne sert pas encore : elle a été apprise de jours à venir.',
  } satisfies Record<Exclude<LibraryUse, 'none'>, string>,
  ownDays: (days: number, enough: number) =>
    `${number(days)} ${plural(days, 'fr', 'jour relevé', 'jours relevés')} sur ${number(enough)}.`,
  written: (file: string) => `Bibliothèque écrite : ${file}`,
  goBack: (file: string) => `Elle prend la place de « ${file} ».`,
};
