import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from './builds.js';

// `npm run dist -- --win --x64` (or `--mac`, `--linux`; see electron-builder's own words) builds the app and makes its
// installers in `release`. It publishes nothing.

/**
 * Apple silicon runs nothing unsigned: without a certificate the Mac's app gets a signature that names nobody. The
 * hardened runtime would then refuse Electron's own frameworks, which bear another one.
 * @param {NodeJS.Platform} platform that the installers are made on
 * @param {NodeJS.ProcessEnv} env
 * @returns {readonly string[]} words for electron-builder
 */
export function signing(platform, env) {
  const hasCertificate = Boolean(env.CSC_LINK || env.CSC_NAME);
  return platform === 'darwin' && !hasCertificate
    ? ['-c.mac.identity=-', '-c.mac.hardenedRuntime=false']
    : [];
}

/** @param {readonly string[]} words */
function makeInstallers(words) {
  const run = (/** @type {readonly string[]} */ command) =>
    execFileSync(process.execPath, command, { cwd: projectFolder, stdio: 'inherit' });
  run([join(import.meta.dirname, 'build.js'), '--for-package']);
  const extra = signing(process.platform, process.env);
  if (extra.length > 0) {
    console.log(
      'No certificate: the app is signed without a name. docs/release.md says what users will see.',
    );
  }
  const builder = join(projectFolder, 'node_modules', 'electron-builder', 'cli.js');
  run([builder, ...words, '--publish', 'never', ...extra]);
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) makeInstallers(process.argv.slice(2));
