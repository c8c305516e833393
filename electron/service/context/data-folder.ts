import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

const appName = 'Bonne Mesure';

export interface Environment {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const here = (): Environment => ({ platform: process.platform, env: process.env, home: homedir() });

/** Where the data lie when nobody says otherwise; `BONNE_MESURE_DATA` overrides it. */
export function defaultDataFolder(environment: Environment = here()): string {
  const chosen = environment.env.BONNE_MESURE_DATA;
  return chosen ? resolve(chosen) : ownDataFolder(environment);
}

/** A place for this app alone, which nobody chose. */
export function ownDataFolder({ platform, env, home }: Environment = here()): string {
  if (platform === 'win32') {
    return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), appName);
  }
  if (platform === 'darwin') {
    return join(home, 'Library', 'Application Support', appName);
  }
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'bonne-mesure');
}

/** The database of a data folder. */
export const databaseFile = (dataFolder: string): string => join(dataFolder, 'canteen.sqlite');

/** Fitted models of a data folder: they may be deleted at any time. */
export const modelFolder = (dataFolder: string): string => join(dataFolder, 'models');

/** Backups of a data folder. */
export const backupFolder = (dataFolder: string): string => join(dataFolder, 'backups');

/** Where earlier versions kept the program as Node compiled it: removed when found, as it would be run. */
export const formerCodeFolder = (dataFolder: string): string => join(dataFolder, 'compiled');

/** What this user's programs may keep and lose at any time, apart from all data. */
export function cacheFolder({ platform, env, home }: Environment = here()): string {
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), appName, 'Cache');
  }
  if (platform === 'darwin') {
    return join(home, 'Library', 'Caches', appName);
  }
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'bonne-mesure');
}
