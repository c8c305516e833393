import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { alone, buildFolder, buildsFolder, placeBuild, projectFolder, publishBuild } from './builds.js';
import { licenceFile, writeLicences } from './licences.js';

// `node build.js` builds the page, the app's processes and the preload script, unless that was done since the last
// change of the sources, and prints the folder. `--for-package` copies the build to where electron-builder looks.

/** @param {string} folder */
async function runVite(folder) {
  // A test runner's `test` would build React for development.
  process.env.NODE_ENV = 'production';
  const { createBuilder } = await import('vite');
  const outDir = (/** @type {string} */ part) => ({ build: { outDir: join(folder, part) } });
  const builder = await createBuilder({
    configFile: join(projectFolder, 'vite.config.ts'),
    logLevel: 'warn',
    environments: { client: outDir('renderer'), main: outDir('electron'), preload: outDir('electron') },
  });
  await builder.buildApp();
  writeLicences(folder, projectFolder);
}

/** Builds what is not built yet; resolves with the folder of the build. */
export async function build() {
  const folder = buildFolder();
  await alone(`${buildsFolder()}.lock`, async () => {
    if (!existsSync(folder)) {
      const made = join(buildsFolder(), `new-${process.pid}`);
      await runVite(made);
      placeBuild(made, folder);
    }
    publishBuild(folder);
  });
  return folder;
}

/** What is packed lies apart, as nobody runs from it. */
function copyForPackage(/** @type {string} */ folder) {
  const target = join(projectFolder, 'dist', 'package');
  rmSync(target, { recursive: true, force: true });
  for (const part of ['electron', 'renderer']) {
    cpSync(join(folder, part), join(target, part), { recursive: true });
  }
  cpSync(join(folder, licenceFile), join(target, licenceFile));
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  const folder = await build();
  if (process.argv.includes('--for-package')) copyForPackage(folder);
  if (!process.argv.includes('--quiet')) console.log(folder);
}
