import type { folders as french } from './folders-fr.ts';

/** What is told of the data folder, English. */
export const folders: typeof french = {
  gone: (folder, date) => ({
    message: `There was data in ${folder} on ${date}; it is no longer there.`,
    remedy:
      'If the folder is on a disk, a memory stick or a share, connect it and open the app again before you enter anything. If you deleted it, begin anew.',
  }),
  older: (folder) => ({
    message: `The data in ${folder} is older than when you last had it open: the latest entries or imports are missing. A sync program or a person probably put an earlier copy back. Nothing was changed.`,
    remedy:
      'If that was not intended, close the app and put the newer file back, or restore the latest backup (Settings, tab Backups). Otherwise go on: this notice goes away once as much has been entered again.',
  }),
  open: (folder) => ({
    message: `Every user of this computer can write in the data folder ${folder}.`,
    remedy: 'Any of them can change or replace your data: keep this folder for your account.',
  }),
  synced: (folder, by) => ({
    message: `${by} synchronises the data folder ${folder}. It may copy the file while it is being written, or put an older version back.`,
    remedy: `Keep the data in a folder that ${by} does not follow, and put copies there instead (Settings, tab Backups).`,
  }),
  network: (folder, by) => ({
    message: `The data folder ${folder} is on a network (${by}). A lost connection, or two computers at once, can damage the file.`,
    remedy:
      'Keep the data on this computer’s disk, and put copies on the network instead (Settings, tab Backups).',
  }),
};
