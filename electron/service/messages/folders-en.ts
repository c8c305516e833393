import type { folders as french } from './folders-fr.ts';

/** What is told of the data folder, English. */
export const folders: typeof french = {
  gone: (folder, date) => ({
    message: `There was data in ${folder} on ${date}; it is no longer there.`,
    remedy:
      'If the folder is on a disk, a memory stick or a share, connect it and open the app again before you enter anything. If you deleted it, begin anew.',
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
