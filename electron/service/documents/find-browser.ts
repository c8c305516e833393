import { accessSync, constants, readSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { withOpenFile } from '../../../db/files/reading.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const linuxNames = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
];

const windowsPaths = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];

const macPaths = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Chromium.app/Contents/MacOS/Chromium',
];

/** Where a browser that prints to PDF may be, the likeliest first. */
export function browserCandidates(platform: NodeJS.Platform, environment: Environment): readonly string[] {
  const chosen = environment.BONNE_MESURE_BROWSER;
  const first = chosen === undefined || chosen === '' ? [] : [chosen];
  if (platform === 'win32') {
    const roots = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
    return [
      ...first,
      ...roots.flatMap((root) => (root ? windowsPaths.map((path) => join(root, ...path)) : [])),
    ];
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', join(environment.HOME ?? '/', 'Applications')];
    return [...first, ...roots.flatMap((root) => macPaths.map((path) => join(root, path)))];
  }
  const folders = [...(environment.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  const unique = [...new Set(folders.filter((folder) => folder !== ''))];
  return [...first, ...linuxNames.flatMap((name) => unique.map((folder) => join(folder, name)))];
}

/**
 * The first installed browser, or `null`. `BONNE_MESURE_BROWSER` names one that is somewhere else. A snap comes last: it
 * sees little of the disk.
 */
export function findBrowser(
  platform: NodeJS.Platform = process.platform,
  environment: Environment = process.env,
): string | null {
  const installed = browserCandidates(platform, environment).filter(isExecutable);
  const wanted = (path: string) => path === environment.BONNE_MESURE_BROWSER || !isSnap(path);
  return installed.find(wanted) ?? installed[0] ?? null;
}

/**
 * Is this a program of snap, or a script that starts one, as Ubuntu's `/usr/bin/chromium-browser` is? Such a program
 * sees neither the folder for temporary files nor hidden ones.
 */
export function isSnap(path: string): boolean {
  try {
    return /^\/snap\/|\/snap$/.test(realpathSync(path)) || /\/snap\/bin\//.test(beginningOf(path));
  } catch {
    return false;
  }
}

/** Enough of a script to see what it starts; a real browser begins with other bytes. */
function beginningOf(path: string): string {
  return withOpenFile(path, 'r', (file) => {
    const bytes = Buffer.alloc(4096);
    const text = bytes.toString('latin1', 0, readSync(file, bytes));
    return text.startsWith('#!') ? text : '';
  });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
