import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// The texts of the licences of all that is packed with the app. The bundler lists what it took into the bundle;
// better-sqlite3 lies beside it. Electron brings its own texts and Chromium's.

/**
 * @typedef {object} Licence
 * @property {string} name
 * @property {string} version
 * @property {string} [identifier] in SPDX
 * @property {string} [text]
 */

/** Where the bundler leaves the list of one environment, under its folder. */
export const licenceList = 'licences.json';
export const licenceFile = 'THIRD-PARTY-LICENSES.txt';
/** The same beside the page, which shows it under *À propos*. */
const shownFile = join('renderer', 'licences.txt');

/**
 * @param {string} project
 * @returns {readonly Licence[]} what is packed without being bundled
 */
function besideTheBundle(project) {
  const folder = join(project, 'node_modules', 'better-sqlite3');
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = readFileSync(join(folder, 'LICENSE'), 'utf8').trim();
  const inter = readFileSync(join(project, 'renderer', 'fonts', 'OFL.txt'), 'utf8').trim();
  return [
    {
      name,
      version,
      identifier: license,
      text: `${text}\n\nIt contains SQLite, which is in the public domain.`,
    },
    { name: 'Inter', version: '4', identifier: 'OFL-1.1', text: inter },
  ];
}

/** @param {Licence} licence */
const heading = ({ name, version, identifier }) => `${name} ${version} (${identifier ?? 'see below'})`;

/**
 * Puts the texts of all licences into one file of a build, in place of the bundler's lists.
 * @param {string} folder of the build
 * @param {string} project
 * @returns {readonly Licence[]} sorted by name
 */
export function writeLicences(folder, project) {
  const lists = ['electron', 'renderer'].map((part) => join(folder, part, licenceList));
  /** @type {Licence[]} */
  const bundled = lists.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')));
  const all = new Map(
    [...bundled, ...besideTheBundle(project)].map((licence) => [heading(licence), licence]),
  );
  const sorted = [...all.keys()].sort().flatMap((key) => all.get(key) ?? []);
  const rule = '-'.repeat(80);
  const texts = sorted.map(
    (licence) => `${heading(licence)}\n\n${licence.text ?? '(its package holds no text)'}`,
  );
  const intro =
    'Bonne Mesure contains the works below. Electron’s licence and those of Chromium lie beside the program.';
  const content = `${[intro, ...texts].join(`\n\n${rule}\n\n`)}\n`;
  for (const file of [licenceFile, shownFile]) writeFileSync(join(folder, file), content);
  for (const file of lists) rmSync(file);
  return sorted;
}
