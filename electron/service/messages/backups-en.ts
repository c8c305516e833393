import type { backups as french } from './backups-fr.ts';

/** Backups and restores, English. */
export const backups: typeof french = {
  diskFull: {
    message: 'The backup could not be written: the disk is full. Your data and earlier backups are intact.',
    remedy: 'Free some space, then choose “Back up now” in the settings.',
  },
  folderUnusable: (folder) => ({
    message: `The backup could not be written to ${folder}. Your data is intact.`,
    remedy: 'Check that this folder exists and that you may write to it, then back up again.',
  }),
  dataDamaged: {
    message: 'The data is damaged: it was not backed up. Earlier backups are intact.',
    remedy: 'Restore the latest backup, in the settings, tab Backups.',
  },
  notWhole: {
    message:
      'The backup did not contain all the data: it was discarded. Your data and earlier backups are intact.',
    remedy: 'Back up again; if this happens again, choose another folder or another disk.',
  },
  notOurs: (name) => ({
    message: `“${name}” is not a backup of Bonne Mesure. Nothing was changed.`,
    remedy: 'Choose a file saved with “Save a copy…”, or a backup from the list.',
  }),
  newer: (name) => ({
    message: `“${name}” comes from a newer version of Bonne Mesure. Nothing was changed.`,
    remedy: 'Install the latest version of Bonne Mesure, then try again.',
  }),
  damaged: (name) => ({
    message: `“${name}” is damaged. Nothing was changed.`,
    remedy: 'Choose another backup, or another copy of this file.',
  }),
  notFound: (name) => ({
    message: `The backup ${name} is no longer there. Nothing was changed.`,
    remedy: 'Choose another one from the list.',
  }),
  notThere: (path) => ({
    message: `The copy cannot take the place of ${path}. Nothing was changed.`,
    remedy: 'Choose another name or another folder.',
  }),
};
