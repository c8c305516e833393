import type {
  backups as french,
  backupCommands as frenchCommands,
  record as frenchRecord,
} from './cli-backups-fr.ts';
import { formatNumber, plural, spelledDate } from './format.ts';

const number = (value: number) => formatNumber(value, 'en');
const sites = (count: number) => `${number(count)} ${plural(count, 'en', 'site', 'sites')}`;
const days = (count: number) => `${number(count)} ${plural(count, 'en', 'recorded day', 'recorded days')}`;

/** Commands about backups, English. */
export const backupCommands: typeof frenchCommands = {
  backup: {
    summary: 'Back up all data to a file, even while the app is at work.',
    line: 'FILE',
    options: {},
  },
  restore: {
    summary: 'Restore a backup; the present data is backed up first.',
    line: 'FILE [--dry-run]',
    options: { '--dry-run': 'show what would change, and change nothing' },
  },
  record: {
    summary: 'Record the meals served on a day, and what diners took of the dishes.',
    line: '--date DATE --site SITE [--served N | --class M=N… | --estimated] [--sure] [--adults N] [--dish "DISH=N[/LEFT]"]… [--prepared N] [--left N] [--ran-out HH:MM]',
    options: {
      '--date DATE': 'the day, YYYY-MM-DD',
      '--site SITE': 'name or number of the site',
      '--served N': 'meals served',
      '--sure': 'save a number far above all on record',
      '--adults N': 'adults served',
      '--class M=N': 'children of one age group, M, E or C; once for each group',
      '--seconds N': 'second helpings of children',
      '--class-seconds M=N': 'second helpings of children of one age group; once for each group',
      '--adult-seconds N': 'second helpings of adults',
      '--estimated': 'nobody counted: the head count stands in, as an estimate',
      '--dish "DISH=N[/LEFT]"':
        'portions taken of a dish of the menus, and portions left; once for each dish',
      '--prepared N': 'portions prepared of the dish; without a dish, meals prepared',
      '--left N': 'portions left, when there is one dish only',
      '--ran-out HH:MM': 'the dish ran out at this time',
      '--reused N': 'portions served again or given away',
      '--thrown N': 'portions thrown away',
      '--reason WORD': 'class-away, strike, disliked, failed, late, over-delivered, other',
      '--note TEXT': 'a remark',
    },
  },
};

/** What the command about one day says, English. */
export const record: typeof frenchRecord = {
  done: (served, site, date) =>
    `Recorded: ${served} meals, ${site}, ${date}. To correct or remove it: page Data, tab Recorded days.`,
  badDish: (text) => `--dish: “${text}” does not read as DISH=N or DISH=N/LEFT. Nothing was done.`,
  leftOfOne:
    '--left goes with a single --dish without leftovers. Write DISH=N/LEFT for each. Nothing was done.',
};

/** What the commands about backups say, English. */
export const backups: typeof french = {
  made: (file, megabytes) => `Backed up and checked: ${file} (${megabytes} MB)`,
  contents: ({ sites: count, siteDays, lastDay }) =>
    `${sites(count)}, ${days(siteDays)}${lastDay ? `, last day ${spelledDate(lastDay, 'en')}` : ''}`,
  unreadable: 'unreadable',
  file: (contents) => `Backup: ${contents}`,
  now: (contents) => `Data now: ${contents}`,
  dryRun: 'Dry run: nothing was changed.',
  restored: (folder) => `Backup restored in ${folder}.`,
  goBack: (file) => `To go back: bonne-mesure restore "${file}"`,
};
