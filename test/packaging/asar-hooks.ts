import fs from 'node:fs';
import { builtinModules, registerHooks, syncBuiltinESMExports } from 'node:module';
import { dirname, join, resolve as resolvePath } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { extractFile, statFile } from '@electron/asar';

// Lets plain Node run a program inside an asar archive in place, as Electron does: modules come from the
// archive, native ones from the folder beside it, and nothing from outside the packaged app.

const inArchive = /^(.*?\.asar)[\\/](.*)$/;

interface Place {
  readonly archive: string;
  readonly name: string;
}

function placeOf(path: string): Place | null {
  const match = inArchive.exec(path);
  return match?.[1] !== undefined && match[2] !== undefined ? { archive: match[1], name: match[2] } : null;
}

function isFile({ archive, name }: Place): boolean {
  try {
    return !('files' in statFile(archive, name));
  } catch {
    return false;
  }
}

/** The file that a path names, with the endings that `require` tries. */
function find(path: string): string | null {
  const place = placeOf(path);
  if (!place) {
    return null;
  }
  for (const ending of ['', '.js', '.json', '/index.js']) {
    if (isFile({ ...place, name: place.name + ending })) {
      return path + ending;
    }
  }
  return null;
}

function findPackage(specifier: string, parent: string): string | null {
  for (let folder = dirname(parent); placeOf(join(folder, 'x')); folder = dirname(folder)) {
    const manifest = join(folder, 'node_modules', specifier, 'package.json');
    const place = placeOf(manifest);
    if (place && isFile(place)) {
      const { main } = JSON.parse(extractFile(place.archive, place.name).toString()) as { main?: string };
      return find(join(dirname(manifest), main ?? 'index.js'));
    }
  }
  return null;
}

function locate(specifier: string, parent: string | undefined): string | null {
  if (specifier.startsWith('file:')) {
    return find(fileURLToPath(specifier));
  }
  if (/^([.]{0,2}\/|[A-Za-z]:\\)/.test(specifier)) {
    return find(resolvePath(parent === undefined ? '.' : dirname(parent), specifier));
  }
  return parent === undefined ? null : findPackage(specifier, parent);
}

const isBuiltIn = (specifier: string) => specifier.startsWith('node:') || builtIn.has(specifier);
const builtIn = new Set(builtinModules);

// Electron's `fs` sees into archives; these are the functions of it that the app and better-sqlite3 use there.
const { existsSync, readFileSync } = fs;
const { readFile } = fs.promises;
const placeIn = (path: unknown) => (typeof path === 'string' ? placeOf(path) : null);

function contentOf(place: Place, options: unknown): string | Buffer {
  const content = extractFile(place.archive, place.name);
  return typeof options === 'string' ? content.toString(options as BufferEncoding) : content;
}

Object.assign(fs, {
  existsSync(path: fs.PathLike) {
    const place = placeIn(path);
    return place ? isFile(place) : existsSync(path);
  },
  readFileSync(path: unknown, ...options: readonly unknown[]) {
    const place = placeIn(path);
    return place ? contentOf(place, options[0]) : Reflect.apply(readFileSync, fs, [path, ...options]);
  },
});
Object.assign(fs.promises, {
  async readFile(path: unknown, ...options: readonly unknown[]) {
    const place = placeIn(path);
    return place ? contentOf(place, options[0]) : Reflect.apply(readFile, fs.promises, [path, ...options]);
  },
});
syncBuiltinESMExports();

registerHooks({
  resolve(specifier, context, next) {
    const parent = context.parentURL?.startsWith('file:') ? fileURLToPath(context.parentURL) : undefined;
    const fromArchive = parent !== undefined && placeOf(parent) !== null;
    if (isBuiltIn(specifier) || specifier === 'electron') {
      return next(specifier, context);
    }
    const found = locate(specifier, fromArchive ? parent : undefined);
    if (found?.endsWith('.node')) {
      const unpacked = found.replace(/\.asar([\\/])/, '.asar.unpacked$1');
      return { url: pathToFileURL(unpacked).href, shortCircuit: true };
    }
    if (found === null) {
      if (fromArchive) {
        throw new Error(`not in the packaged app: ${specifier} (from ${parent})`);
      }
      return next(specifier, context);
    }
    return { url: pathToFileURL(found).href, shortCircuit: true };
  },
  load(url, context, next) {
    const place = url.startsWith('file:') ? placeOf(fileURLToPath(url)) : null;
    if (!place) {
      return next(url, context);
    }
    const format = place.name.startsWith('node_modules') ? 'commonjs' : 'module';
    return { format, source: extractFile(place.archive, place.name), shortCircuit: true };
  },
});
