import type { Bridge } from '../api/bridge.ts';
import type { CommandName } from '../api/commands.ts';
import type { ApiEvent } from '../api/contract.ts';
import type { FileRef } from '../api/records.ts';

type Kebab<S extends string> = S extends `${infer Head}${infer Tail}`
  ? Head extends Lowercase<Head>
    ? `${Head}${Kebab<Tail>}`
    : `-${Lowercase<Head>}${Kebab<Tail>}`
  : S;

type ChannelName<S extends string> = `bonne-mesure:${Kebab<S>}`;

/** The bridge's questions to the main process, as they travel: dropped files become their paths. */
export interface Requests extends Omit<Pick<Bridge, RequestName>, 'addFiles'> {
  addFiles(paths: readonly string[]): Promise<readonly FileRef[]>;
}

export type RequestName =
  | 'call'
  | 'cancel'
  | 'pickFiles'
  | 'addFiles'
  | 'printSheet'
  | 'saveSheet'
  | 'saveCopy'
  | 'pickBackup'
  | 'openDataFolder';

/** What the main process tells the page unasked. */
export interface Pushes {
  readonly event: ApiEvent;
  readonly openedFiles: readonly FileRef[];
  readonly command: CommandName;
}

export const channels = {
  call: 'bonne-mesure:call',
  cancel: 'bonne-mesure:cancel',
  pickFiles: 'bonne-mesure:pick-files',
  addFiles: 'bonne-mesure:add-files',
  printSheet: 'bonne-mesure:print-sheet',
  saveSheet: 'bonne-mesure:save-sheet',
  saveCopy: 'bonne-mesure:save-copy',
  pickBackup: 'bonne-mesure:pick-backup',
  openDataFolder: 'bonne-mesure:open-data-folder',
  event: 'bonne-mesure:event',
  openedFiles: 'bonne-mesure:opened-files',
  command: 'bonne-mesure:command',
} as const satisfies { readonly [K in RequestName | keyof Pushes]: ChannelName<K> };
