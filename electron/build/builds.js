import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

// Where builds lie. Each has a folder of its own, named by what it was built from, and is never changed: whoever runs
// from one keeps it whatever is built meanwhile. The few files of `dist/electron` only lead to the newest.

export const projectFolder = dirname(dirname(import.meta.dirname));

/** What a build is made from. */
const sources = [
  'assets',
  'db',
  'electron',
  'forecasting',
  'renderer',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
];

/** Programs that are started by their path: by npm, by Electron, by people. */
const programs = ['cli.js', 'main.js', 'start.js'];

/** Builds kept beside the current one and those in use: going back to another branch then builds nothing. */
const keptBuilds = 4;

/**
 * @param {string} path
 * @returns {readonly string[]} the files under a path, sorted
 */
function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A text that differs between two states of the sources: their content counts, not their times. */
export function sourceStamp(project = projectFolder) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((path) => filesUnder(join(project, path)))) {
    const content = readFileSync(file);
    hash.update(`${relative(project, file).split(sep).join('/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

export const buildsFolder = (project = projectFolder) => join(project, 'dist', 'builds');

/** The folder of the build of the sources as they are, whether it is there or not. */
export const buildFolder = (project = projectFolder) => join(buildsFolder(project), sourceStamp(project));

/** @param {string} pid */
function isRunning(pid) {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * @param {string} folder
 * @returns {readonly string[]}
 */
function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** @param {string} build */
const usersOf = (build) => join(build, 'users');

/** @param {string} build */
const isInUse = (build) => namesIn(usersOf(build)).some(isRunning);

/**
 * Keeps a build for as long as this process runs.
 * @param {string} build
 */
export function holdBuild(build) {
  mkdirSync(usersOf(build), { recursive: true });
  writeFileSync(join(usersOf(build), String(process.pid)), '');
}

/**
 * Written in one step: a reader finds the old content or the new.
 * @param {string} path
 * @param {string} content
 */
function replaceFile(path, content) {
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, content);
  renameSync(fresh, path);
}

/** Says, as a build's first module, that a process runs from it. */
const inUse = `import { mkdirSync, writeFileSync } from 'node:fs';
try {
  const users = new URL('./users/', import.meta.url);
  mkdirSync(users, { recursive: true });
  writeFileSync(new URL(String(process.pid), users), '');
} catch {
  // A folder that cannot be written is not tidied either.
}
`;

/**
 * Moves a finished build to its place.
 * @param {string} made
 * @param {string} build
 */
export function placeBuild(made, build) {
  writeFileSync(join(made, 'in-use.js'), inUse);
  try {
    renameSync(made, build);
  } catch (error) {
    // Another process built the same.
    rmSync(made, { recursive: true, force: true });
    if (namesIn(build).length === 0) throw error;
  }
}

/**
 * Has the programs of `dist/electron` lead to a build, and removes builds that nobody uses or will.
 * @param {string} build
 */
export function publishBuild(build, project = projectFolder) {
  const folder = join(project, 'dist', 'electron');
  const stamp = relative(buildsFolder(project), build);
  mkdirSync(folder, { recursive: true });
  for (const program of programs) {
    const imports = ['in-use.js', `electron/${program}`].map(
      (file) => `import '../builds/${stamp}/${file}';\n`,
    );
    replaceFile(join(folder, program), imports.join(''));
  }
  replaceFile(join(project, 'dist', 'current'), stamp);
  const now = new Date();
  utimesSync(build, now, now);
  removeOldBuilds(build, project);
}

/**
 * @param {string} current
 * @param {string} project
 */
function removeOldBuilds(current, project) {
  const others = namesIn(buildsFolder(project))
    .map((name) => join(buildsFolder(project), name))
    .filter((build) => build !== current && !build.endsWith('.lock') && !isInUse(build))
    .map((build) => ({ build, time: statSync(build, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.time - a.time);
  for (const { build } of others.slice(keptBuilds)) rmSync(build, { recursive: true, force: true });
}

/**
 * Runs work that one process at a time may do; a lock whose owner has ended is taken over.
 * @template T
 * @param {string} lock
 * @param {() => Promise<T>} work
 */
export async function alone(lock, work) {
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      await ownerEnds(lock);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @param {string} lock */
async function ownerEnds(lock) {
  try {
    const owner = readFileSync(lock, 'utf8');
    if (owner !== '' && !isRunning(owner)) rmSync(lock, { force: true });
  } catch {
    return;
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
}
