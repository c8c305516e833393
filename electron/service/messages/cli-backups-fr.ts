import type { DataContents } from '../../api/records.ts';
import { formatNumber, plural, spelledDate } from './format.ts';

const number = (value: number) => formatNumber(value, 'fr');
const sites = (count: number) => `${number(count)} ${plural(count, 'fr', 'site', 'sites')}`;
const days = (count: number) => `${number(count)} ${plural(count, 'fr', 'jour relevé', 'jours relevés')}`;

/** Commands about backups, French. */
export const backupCommands = {
  backup: {
    summary: 'Sauvegarder toutes les données dans un fichier, même pendant que l’application travaille.',
    line: 'FICHIER',
    options: {} as Record<string, string>,
  },
  restore: {
    summary: 'Restaurer une sauvegarde\u202f; les données actuelles sont sauvegardées d’abord.',
    line: 'FICHIER [--dry-run]',
    options: { '--dry-run': 'montrer ce qui changerait sans rien changer' } as Record<string, string>,
  },
  record: {
    summary: 'Saisir les repas servis d’un jour, et ce que les convives ont pris des plats.',
    line: '--date DATE --site SITE [--served N | --class M=N… | --estimated] [--sure] [--adults N] [--dish "PLAT=N[/RESTE]"]… [--prepared N] [--left N] [--ran-out HH:MM]',
    options: {
      '--date DATE': 'le jour, AAAA-MM-JJ',
      '--site SITE': 'nom ou numéro du site',
      '--served N': 'repas servis',
      '--sure': 'enregistrer un nombre bien au-dessus de tous les relevés',
      '--adults N': 'adultes servis',
      '--class M=N': 'enfants d’une tranche d’âge, M, E ou C ; autant de fois que de tranches',
      '--seconds N': 'repas resservis aux enfants',
      '--class-seconds M=N':
        'repas resservis aux enfants d’une tranche d’âge ; autant de fois que de tranches',
      '--adult-seconds N': 'repas resservis aux adultes',
      '--estimated': 'personne n’a compté : l’appel en tient lieu, comme estimation',
      '--dish "PLAT=N[/RESTE]"':
        'portions prises d’un plat des menus, et portions restées ; autant de fois que de plats',
      '--prepared N': 'portions préparées du plat ; sans plat, repas préparés',
      '--left N': 'portions restées, quand il n’y a qu’un plat',
      '--ran-out HH:MM': 'le plat a manqué à cette heure',
      '--reused N': 'portions resservies ou données',
      '--thrown N': 'portions jetées',
      '--reason MOT': 'class-away, strike, disliked, failed, late, over-delivered, other',
      '--note TEXTE': 'une remarque',
    } as Record<string, string>,
  },
};

/** What the command about one day says, French. */
export const record = {
  done: (served: string, site: string, date: string) =>
    `Enregistré : ${served} repas, ${site}, ${date}. Pour corriger ou effacer : page Données, onglet Jours relevés.`,
  badDish: (text: string) =>
    `--dish : « ${text} » ne se lit pas comme PLAT=N ou PLAT=N/RESTE. Rien n’a été fait.`,
  leftOfOne: '--left va avec un seul --dish sans reste. Écrivez PLAT=N/RESTE pour chacun. Rien n’a été fait.',
};

/** What the commands about backups say, French. */
export const backups = {
  made: (file: string, megabytes: string) => `Sauvegardé et contrôlé : ${file} (${megabytes}\u00a0Mo)`,
  contents: ({ sites: count, siteDays, lastDay }: DataContents) =>
    `${sites(count)}, ${days(siteDays)}${lastDay ? `, dernier jour ${spelledDate(lastDay, 'fr')}` : ''}`,
  unreadable: 'illisibles',
  file: (contents: string) => `Sauvegarde : ${contents}`,
  now: (contents: string) => `Données actuelles : ${contents}`,
  dryRun: 'Essai : rien n’a été changé.',
  restored: (folder: string) => `Sauvegarde restaurée dans ${folder}.`,
  goBack: (file: string) => `Pour revenir en arrière : bonne-mesure restore "${file}"`,
};
