import type { DataContents } from '../../api/records.ts';
import { formatDate, formatNumber, plural } from './format.ts';

const number = (value: number) => formatNumber(value, 'fr');
const sites = (count: number) => `${number(count)} ${plural(count, 'fr', 'site', 'sites')}`;
const days = (count: number) => `${number(count)} ${plural(count, 'fr', 'jour-site', 'jours-sites')}`;

/** Commands about backups, French. */
export const backupCommands = {
  backup: {
    summary: 'Sauvegarder toutes les données dans un fichier, même pendant que l’application travaille.',
    line: 'FICHIER',
    options: {} as Record<string, string>,
  },
  restore: {
    summary: 'Remettre une sauvegarde à la place des données, qui sont sauvegardées d’abord.',
    line: 'FICHIER [--dry-run]',
    options: { '--dry-run': 'dire ce qui changerait sans rien changer' } as Record<string, string>,
  },
};

/** What the commands about backups say, French. */
export const backups = {
  made: (file: string, megabytes: string) => `Sauvegardé et contrôlé : ${file} (${megabytes} Mo)`,
  contents: ({ sites: count, siteDays, lastDay }: DataContents) =>
    `${sites(count)}, ${days(siteDays)}${lastDay ? `, dernier jour ${formatDate(lastDay, 'fr')}` : ''}`,
  unreadable: 'illisibles',
  file: (contents: string) => `Sauvegarde : ${contents}`,
  now: (contents: string) => `Données actuelles : ${contents}`,
  dryRun: 'Essai : rien n’a été changé.',
  restored: (folder: string) => `Sauvegarde remise dans ${folder}.`,
  goBack: (file: string) => `Pour revenir en arrière : bonne-mesure restore "${file}"`,
};
