import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, dialog } from 'electron';
import { z } from 'zod';
import { cacheFolder, defaultDataFolder } from '../service/context/data-folder.ts';
import { createService } from '../service/host/service.ts';
import { runsInBackground } from '../service/host/use-cases.ts';
import { WorkerPool } from '../service/host/worker-pool.ts';
import { Desktop } from './desktop.ts';
import { Graphics } from './graphics.ts';
import { lockProcesses, lockSession } from './lockdown.ts';
import { endureLoss, keepLog, logFailure } from './log.ts';
import { filesOfArguments } from './opened-files.ts';
import { registerScheme } from './scheme.ts';
import { type Obstacle, obstacleToStart } from './start-check.ts';
import { languageOfPreferences, texts } from './texts.ts';

const processFolder = import.meta.dirname;
const handedOver = z.object({ files: z.array(z.string()) });

/**
 * `bonne-mesure --cli COMMAND …`: the command line of the packaged app, whose program cannot serve as plain
 * Node (a fuse forbids it).
 */
async function runCommandLine(words: readonly string[]): Promise<void> {
  const program = join(processFolder, 'cli.js');
  process.argv = [process.execPath, program, ...words];
  app.dock?.hide();
  await import(pathToFileURL(program).href);
  await Promise.all([process.stdout, process.stderr].map(flushed));
  app.exit(Number(process.exitCode ?? 0));
}

const flushed = (stream: NodeJS.WriteStream) => new Promise((resolve) => stream.write('', resolve));

/** One instance per data folder: the profile lies in it, and Chromium's lock in the profile. */
function startApp(): void {
  const dataFolder = defaultDataFolder();
  const profile = join(dataFolder, 'desktop');
  const obstacle = obstacleToStart(processFolder, profile);
  if (obstacle) {
    tell(obstacle);
    app.exit(1);
    return;
  }
  app.setName('Bonne Mesure');
  app.setPath('userData', profile);
  app.setAppUserModelId('org.bonnemesure.app');
  const files = filesOfArguments(process.argv.slice(1), process.cwd());
  if (!app.requestSingleInstanceLock({ files })) {
    app.quit();
    return;
  }
  keepLog(join(profile, 'desktop.log'));
  endureLoss();
  lockProcesses();
  watchGraphics(profile);
  registerScheme();
  run(dataFolder, files).catch((error: unknown) => {
    logFailure('start', error);
    app.exit(1);
  });
}

/** Without the graphics card where it failed before; what fails now is kept in the log. */
function watchGraphics(profile: string): void {
  const graphics = new Graphics(join(profile, 'graphics.txt'), app.getVersion());
  if (!graphics.accelerated) app.disableHardwareAcceleration();
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    logFailure(`process ${type}`, `${reason}, ${exitCode}`);
    if (type === 'GPU') graphics.died();
  });
  app.on('browser-window-created', (_event, window) => window.once('ready-to-show', () => graphics.shown()));
}

/** In one window, with what to do: there is no page yet to say it. */
function tell({ kind, detail }: Obstacle): void {
  const words = texts[languageOfPreferences(null, app.getPreferredSystemLanguages())];
  dialog.showErrorBox(words.cannotStart, `${words[kind]}\n\n${detail}`);
}

async function run(dataFolder: string, files: readonly string[]): Promise<void> {
  const waiting = [...files];
  let open = (paths: readonly string[]): void => {
    waiting.push(...paths);
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open([path]);
  });
  await app.whenReady();
  lockSession();
  const userFolder = cacheFolder();
  const service = createService({ dataFolder, userFolder, jobs: new WorkerPool({ runsInBackground }) });
  service.warmUp();
  service.followClock();
  const desktop = new Desktop(service, processFolder);
  open = (paths) => desktop.openedFiles.add(paths);
  open(waiting);
  app.on('second-instance', (_event, _words, _folder, data) => {
    desktop.show();
    const parsed = handedOver.safeParse(data);
    open(parsed.success ? parsed.data.files : []);
  });
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    desktop.leave(event).catch((error: unknown) => logFailure('quitting', error));
  });
  await desktop.open();
}

const commandLine = process.argv.indexOf('--cli');
if (commandLine > 0) {
  await runCommandLine(process.argv.slice(commandLine + 1));
} else {
  startApp();
}
