import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** Marks the fuses in Electron's program: version 1, eight fuses, all as Electron ships them. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const shippedFuses = '10110001';

/**
 * A folder that looks like Electron's for Linux. Its program is a shell script that carries the fuses, and runs
 * the packaged app's main file in plain Node, from the archive, with the stand-in for `electron`.
 */
export function makeFakeElectron(folder: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  for (const language of ['de', 'en-US', 'fr']) {
    writeFileSync(join(folder, 'locales', `${language}.pak`), '');
  }
  writeFileSync(join(folder, 'version'), '45.4.1');
  writeFileSync(join(folder, 'LICENSE'), 'of Electron');
  const hooks = [
    join(here, '..', 'electron', 'desktop', 'standin', 'register.ts'),
    join(here, 'asar-hooks.ts'),
  ];
  const program = [
    '#!/bin/sh',
    `# ${sentinel}\u0001\u0008${shippedFuses}`,
    'app="$(dirname "$(readlink -f "$0")")/resources/app.asar"',
    `exec '${process.execPath}' ${hooks.map((file) => `--import '${file}'`).join(' ')} \\`,
    '  "$app/dist/electron/main.js" "$@"',
    '',
  ];
  writeFileSync(join(folder, 'electron'), program.join('\n'));
  chmodSync(join(folder, 'electron'), 0o755);
}

/** The state of each fuse, in Electron's order: 0 off, 1 on. */
export function readFuses(program: Buffer): string {
  const start = program.indexOf(sentinel) + sentinel.length;
  return program.subarray(start + 2, start + 2 + (program[start + 1] ?? 0)).toString();
}
