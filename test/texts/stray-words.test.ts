import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { proseIn } from './stray-words.ts';

const project = join(__dirname, '..', '..');

/** The catalogues of texts, which the other tests of this folder read, and the invented canteens of the sample. */
const catalogues =
  /^(?:electron\/service\/messages\/|renderer\/i18n\/|electron\/desktop\/texts|electron\/desktop\/start\/start-texts|electron\/service\/sample\/|electron\/service\/documents\/\w+-texts)/;

/** Words elsewhere, and why they are not in a catalogue. */
const elsewhere: Readonly<Record<string, string>> = {
  'electron/api/balance-words.ts': 'words of the law on menus, which the terminal and the pages share',
  'electron/api/domain-lists.ts': 'names of school zones, as the official calendar writes them',
  'electron/api/counterfactual-words.ts':
    'what orders are compared with, which the terminal and the page share',
  'electron/api/commands.ts':
    'names of pages, which the desktop and the pages share, and what search finds them by',
  'electron/api/domain-words.ts': 'words of the canteen, which pages, sheets, files and the terminal share',
  'electron/api/file-kinds.ts': 'names of kinds of files, which the terminal and the pages share',
  'electron/browser/api-routes.ts': 'answers to other programs',
  'electron/browser/server.ts': 'answers to other programs',
  'electron/browser/static-files.ts': 'answers to other programs',
  'electron/cli/commands/import-returns.ts': 'an option, told as it is typed',
  'electron/cli/main.ts': 'said in both languages before anything can be loaded',
  'electron/desktop/desktop.ts': 'the log of the program',
  'electron/desktop/ipc.ts': 'the log of the program',
  'electron/desktop/lockdown.ts': 'the log of the program',
  'electron/desktop/printing.ts': 'the log of the program',
  'electron/desktop/recent-files.ts': 'the log of the program',
  'electron/desktop/requests.ts': 'the log of the program',
  'electron/desktop/window.ts': 'the log of the program',
  'electron/desktop/page-answer.ts': 'answers to other programs',
  'electron/desktop/scheme.ts': 'answers to other programs',
  'electron/desktop/main.ts': 'the name of the program',
  'electron/desktop/menu-template.ts': 'the name of the program, and of a language in itself',
  'electron/cli/terminal/open-browser.ts': 'the name of the program',
  'electron/service/context/data-folder.ts': 'names of folders',
  'electron/service/context/shared-folder.ts': 'names of programs',
  'electron/service/models/model-store.ts': 'the log of the program',
  'electron/service/documents/find-browser.ts': 'names of programs',
  'electron/service/documents/pack-names.ts': 'words that the names of packs are read by',
  'electron/service/documents/print-pdf.ts': 'details of an error',
  'renderer/app/app.tsx': 'the name of the program',
  'renderer/palette/find-sites.ts': 'words that questions are read by',
  'renderer/palette/question.ts': 'words that questions are read by',
  'renderer/palette/use-command-entries.ts': 'the name of a language in itself',
  'renderer/pages/settings/general-settings.tsx': 'the name of a language in itself',
  'renderer/shell/error-boundary.tsx': 'what a browser’s own error says',
  'renderer/ui/button.tsx': 'names of classes',
  'renderer/pages/accuracy/site-errors.tsx': 'names of classes',
  'renderer/pages/settings/data/backup-list.tsx': 'a selector',
  'renderer/bridge/paper.ts': 'rights of a frame',
};

const sources = ['electron', 'renderer'].flatMap((room) =>
  readdirSync(join(project, room), { recursive: true, encoding: 'utf8' })
    .map((file) => `${room}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !catalogues.test(file)),
);

const prose = new Map(
  sources.map(
    (file) => [file, proseIn(readFileSync(join(project, file), 'utf8'), file.endsWith('x'))] as const,
  ),
);

test('words for a person stand in the catalogues, where both languages are read and compared', () => {
  const stray = [...prose].flatMap(([file, texts]) =>
    file in elsewhere ? [] : texts.map((text) => `${file}: ${text}`),
  );
  expect(stray).toEqual([]);
});

test('each file that may have words has some', () => {
  expect(Object.keys(elsewhere).filter((file) => !prose.get(file)?.length)).toEqual([]);
});

test('a stray word is found: in a string, a template, an attribute and a piece of HTML', () => {
  const source =
    'const a = <p title="Le total du jour" className="soft big">{b}</p>; const c = `<p>Rien à faire</p>`; const d = "two words"; const e = { f: "no sentence".length };';
  expect(proseIn(source, true)).toEqual(['Le total du jour', 'Rien à faire', 'two words', 'no sentence']);
  expect(proseIn('const a = `<th scope="col">`; throw new Error("not for a reader");', false)).toEqual([]);
});
