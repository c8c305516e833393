import type { backups as french, backupCommands as frenchCommands } from './cli-backups-fr.ts';
import { formatDate, formatNumber, plural } from './format.ts';

const number = (value: number) => formatNumber(value, 'en');
const sites = (count: number) => `${number(count)} ${plural(count, 'en', 'site', 'sites')}`;
const days = (count: number) => `${number(count)} ${plural(count, 'en', 'site-day', 'site-days')}`;

/** Commands about backups, English. */
export const backupCommands: typeof frenchCommands = {
  backup: {
    summary: 'Back up all data to a file, even while the app is at work.',
    line: 'FILE',
    options: {},
  },
  restore: {
    summary: 'Put a backup in place of the data, which are backed up first.',
    line: 'FILE [--dry-run]',
    options: { '--dry-run': 'say what would change, and change nothing' },
  },
};

/** What the commands about backups say, English. */
export const backups: typeof french = {
  made: (file, megabytes) => `Backed up and checked: ${file} (${megabytes} MB)`,
  contents: ({ sites: count, siteDays, lastDay }) =>
    `${sites(count)}, ${days(siteDays)}${lastDay ? `, last day ${formatDate(lastDay, 'en')}` : ''}`,
  unreadable: 'unreadable',
  file: (contents) => `Backup: ${contents}`,
  now: (contents) => `Data now: ${contents}`,
  dryRun: 'Dry run: nothing was changed.',
  restored: (folder) => `The backup is in place in ${folder}.`,
  goBack: (file) => `To go back: bonne-mesure restore "${file}"`,
};
