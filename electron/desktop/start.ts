import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fetchElectron } from './start/fetch-electron.ts';
import { electronFolder, electronProgram } from './start/find-electron.ts';
import { type Ending, endedBySignal, runProgram } from './start/run.ts';
import { type StartTexts, startTexts } from './start/start-texts.ts';
import { languageOfPreferences } from './texts.ts';

// `npm start`: the app in its own window where Electron can be had, else in the browser. Runs in plain Node, also in
// one that is too old for the app itself: Electron brings its own, and the browser host says what to do.

// This file lies in `dist/builds/STAMP/electron`.
const projectFolder = join(import.meta.dirname, '..', '..', '..', '..');
const commandLine = join(import.meta.dirname, 'cli.js');

/** A window that ends with an error sooner than this could not open. */
const openingMilliseconds = 10_000;

const hasDisplay = (): boolean =>
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** A language tag; an empty one where the system does not say. */
function systemLanguage(): string {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  // Without these variables Linux has no language, whatever Node makes of it.
  const fallback = process.platform === 'linux' ? '' : Intl.DateTimeFormat().resolvedOptions().locale;
  return (LC_ALL || LC_MESSAGES || LANG || fallback).replace('_', '-');
}

async function findOrFetchElectron(texts: StartTexts): Promise<string | null> {
  const folder = electronFolder(projectFolder);
  if (folder === null) {
    return null;
  }
  const fetched = electronProgram(folder);
  if (fetched !== null) {
    return fetched;
  }
  await fetchElectron(folder, { onFlow: () => console.error(texts.fetching) });
  return electronProgram(folder);
}

function runWindow(program: string, words: readonly string[]): Promise<Ending> {
  // Chromium's sandbox refuses root; nobody else gives it up.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  return runProgram(program, [...(asRoot ? ['--no-sandbox'] : []), projectFolder, ...words], env);
}

/** Tells whether the window did its work, or could not open. */
async function tryWindow(texts: StartTexts, words: readonly string[]): Promise<Ending | null> {
  if (!hasDisplay()) {
    console.error(texts.noDisplay);
    return null;
  }
  const program = await findOrFetchElectron(texts);
  if (program === null) {
    console.error(texts.noElectron);
    return null;
  }
  const ending = await runWindow(program, words).catch(() => null);
  const failed =
    ending === null ||
    (ending.code !== 0 && !endedBySignal(ending) && ending.milliseconds < openingMilliseconds);
  if (failed) {
    console.error(texts.electronFailed);
    return null;
  }
  return ending;
}

async function start(words: readonly string[]): Promise<number> {
  const language = languageOfPreferences(null, [systemLanguage()]);
  const texts = startTexts[language];
  if (!existsSync(commandLine)) {
    console.error(texts.notBuilt);
    return 2;
  }
  const open = hasDisplay() ? ['--open'] : [];
  const serve = [commandLine, 'serve', '--lang', language, ...open];
  const ending = (await tryWindow(texts, words)) ?? (await runProgram(process.execPath, serve));
  return endedBySignal(ending) ? 0 : (ending.code ?? 1);
}

process.exitCode = await start(process.argv.slice(2));
