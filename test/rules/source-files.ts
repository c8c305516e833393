import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from './import-rules.ts';

export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const rooms = ['assets', 'db', 'electron', 'forecasting', 'renderer'];

/** Every TypeScript file of the app below `root`, tests left out, with `/` separated paths. */
export function sourceFiles(root: string = projectFolder): SourceFile[] {
  return rooms
    .filter((room) => existsSync(join(root, room)))
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => {
          const path = `${room}/${name.replaceAll('\\', '/')}`;
          return { path, text: readFileSync(join(root, path), 'utf8') };
        }),
    );
}

/** Every file of code of the project: the app, its tests, and what configures, builds and checks them. */
export function allFiles(): SourceFile[] {
  const atRoot = readdirSync(projectFolder);
  const inFolders = [...rooms, 'test'].flatMap((room) =>
    readdirSync(join(projectFolder, room), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${room}/${name}`,
    ),
  );
  return [...atRoot, ...inFolders]
    .map((name) => name.replaceAll('\\', '/'))
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(projectFolder, path), 'utf8') }));
}
