import { chmodSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { writeUnder } from '../support/temporary-folder.ts';

const here = dirname(fileURLToPath(import.meta.url));

export type PackagingTarget = 'linux' | 'win' | 'mac';

/** Marks the fuses in Electron's program: version 1, nine fuses, all as Electron ships them. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuses = `${sentinel}\u0001\u0009101100011`;

const languages = ['de', 'en-US', 'fr'];
const macLanguages = ['de', 'en', 'fr'];

/** A folder that looks, to electron-builder, like Electron's for a system. */
export function makeFakeElectron(folder: string, target: PackagingTarget): void {
  writeUnder(folder, 'version', '45.4.1');
  writeUnder(folder, 'LICENSE', 'of Electron');
  if (target === 'mac') {
    makeMacBundle(join(folder, 'Electron.app', 'Contents'));
    return;
  }
  for (const language of languages) {
    writeUnder(folder, `locales/${language}.pak`, '');
  }
  writeUnder(folder, 'resources/empty', '');
  if (target === 'win') {
    writeFileSync(join(folder, 'electron.exe'), windowsProgram());
  } else {
    chmodSync(writeUnder(folder, 'electron', shellProgram()), 0o755);
  }
}

/** Carries the fuses, and runs the packaged app's main file from its archive in plain Node over the stand-in. */
function shellProgram(): string {
  const register = join(here, '..', 'electron', 'desktop', 'standin', 'register.ts');
  const hooks = [register, join(here, 'asar-hooks.ts')].map((file) => `--import '${file}'`);
  return [
    '#!/bin/sh',
    `# ${fuses}`,
    'app="$(dirname "$(readlink -f "$0")")/resources/app.asar"',
    `exec '${process.execPath}' ${hooks.join(' ')} "$app/dist/electron/main.js" "$@"`,
    '',
  ].join('\n');
}

const english = { lang: 1033, codepage: 1200 } as const;

/** The least program that Windows' own tools can read: a version, and the fuses behind it. */
function windowsProgram(): Buffer {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues(english, { ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  program.setExtraData(new TextEncoder().encode(fuses).buffer as ArrayBuffer);
  return Buffer.from(program.generate());
}

/** What Windows shows of a program, and what Electron compares its archive with; `null` without. */
export function readWindowsProgram(program: Buffer): {
  readonly name: string | undefined;
  readonly integrity: unknown;
} {
  const { entries } = NtExecutableResource.from(NtExecutable.from(program));
  const [version] = Resource.VersionInfo.fromEntries(entries);
  const sealed = entries.find(({ type }) => type === 'INTEGRITY');
  return {
    name: version?.getStringValues(english).ProductName,
    integrity: sealed ? JSON.parse(Buffer.from(sealed.bin).toString()) : null,
  };
}

function makeMacBundle(contents: string): void {
  const plist = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>CFBundleExecutable</key><string>Electron</string></dict></plist>`;
  const helper = 'Frameworks/Electron Helper.app/Contents';
  writeUnder(contents, 'Info.plist', plist);
  writeUnder(contents, 'MacOS/Electron', '');
  writeUnder(contents, `${helper}/Info.plist`, plist);
  writeUnder(contents, `${helper}/MacOS/Electron Helper`, '');
  writeUnder(contents, macFuses, fuses);
  for (const language of macLanguages) {
    writeUnder(contents, `Resources/${language}.lproj/locale.pak`, '');
    writeUnder(contents, `${macFramework}/Versions/A/Resources/${language}.lproj/locale.pak`, '');
  }
}

const macFramework = 'Frameworks/Electron Framework.framework';

/** Where a mac bundle keeps its fuses, under its contents. */
export const macFuses = `${macFramework}/Electron Framework`;

/** The state of each fuse, in Electron's order: 0 off, 1 on. */
export function readFuses(program: Buffer): string {
  const start = program.indexOf(sentinel) + sentinel.length;
  return program.subarray(start + 2, start + 2 + (program[start + 1] ?? 0)).toString();
}
