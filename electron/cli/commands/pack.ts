import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { longestLibrary } from '../../api/library-limits.ts';
import type { LibraryFile, LibraryState } from '../../api/records.ts';
import { toApiError } from '../../service/context/errors.ts';
import type { Arguments, Command, ExitCode, Terminal } from '../terminal/command.ts';
import { CallFailed, UsageError } from '../terminal/errors.ts';
import { textOption } from '../terminal/parse-line.ts';
import { writeOut } from '../terminal/write-out.ts';

function readable(
  { installed, refused, use, ownDays, enoughDays }: LibraryState,
  { texts }: Terminal,
): string {
  const words = texts.cli.library;
  if (refused !== null) return `${refused.message} ${refused.remedy}`;
  if (installed === null || use === 'none') return words.none;
  return [
    installed.file === null ? words.boxed(installed.name) : words.installed(installed.name || installed.file),
    words.source(installed.learnedFrom),
    ...installed.towns.map((town) => `${town.name || words.unnamed} — ${words.source(town.learnedFrom)}`),
    `${words.uses[use]} ${words.ownDays(ownDays, enoughDays)}`,
  ].join('\n');
}

/** No further than anybody looks: what is longer is refused. */
async function readBeginning(file: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(file, { end: longestLibrary })) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function textOf(file: string, { language }: Terminal): Promise<string> {
  try {
    return await readBeginning(file);
  } catch (error) {
    throw new CallFailed(toApiError(error, language));
  }
}

async function exportTo(file: string, terminal: Terminal, name: string): Promise<ExitCode> {
  const { body, learnedFrom } = await terminal.call('library.export', { name });
  await writeOut(file, body, terminal);
  const words = terminal.texts.cli.library;
  terminal.answer({ file, learnedFrom }, () => `${words.written(file)}\n${words.source(learnedFrom)}`);
  return 0;
}

async function importFrom(file: string, terminal: Terminal): Promise<LibraryState> {
  const text = await textOf(file, terminal);
  const { state, replaced } = await terminal.call('library.import', { file: basename(file), text });
  if (replaced !== null) terminal.note(terminal.texts.cli.library.goBack(replaced));
  return state;
}

/** The last word is the file that is written. */
async function mergeTo(words: readonly string[], terminal: Terminal, name: string): Promise<ExitCode> {
  const texts = terminal.texts.cli.library;
  const out = words.at(-1);
  const sources = words.slice(0, -1);
  if (out === undefined || sources.length < 2) throw new UsageError(texts.usage);
  const files: LibraryFile[] = [];
  for (const file of sources) files.push({ file: basename(file), text: await textOf(file, terminal) });
  const { body, towns, ...merged } = await terminal.call('library.merge', { files, name });
  await writeOut(out, body, terminal);
  const { learnedFrom } = merged;
  terminal.answer({ file: out, name: merged.name, learnedFrom, towns }, () =>
    [
      texts.written(out),
      ...towns.map((town) => `${town.name || texts.unnamed} — ${texts.source(town.learnedFrom)}`),
    ].join('\n'),
  );
  return 0;
}

function stateAfter(words: readonly string[], terminal: Terminal): Promise<LibraryState> {
  const [action, file, ...more] = words;
  if (more.length > 0) throw new UsageError(terminal.texts.cli.library.usage);
  if (action === 'import' && file !== undefined) return importFrom(file, terminal);
  if (file !== undefined) throw new UsageError(terminal.texts.cli.library.usage);
  switch (action) {
    case undefined:
      return terminal.call('library.read', {});
    case 'remove':
      return terminal.call('library.remove', {}).then(({ state }) => state);
    case 'on':
    case 'off':
      return terminal.call('library.use', { on: action === 'on' });
    default:
      throw new UsageError(terminal.texts.cli.library.usage);
  }
}

/** `library export FILE`, `library import FILE`, `library merge FILE FILE… OUT`, `library remove`, `library on`, `library off`; alone it says what is installed. */
export const libraryCommand: Command = {
  options: { name: { type: 'string' } },
  words: [0, 52],
  async run(terminal: Terminal, given: Arguments) {
    const [action, file, ...more] = given.positionals;
    const name = textOption(given, 'name');
    if (action === 'export' && file !== undefined && more.length === 0)
      return exportTo(file, terminal, name ?? '');
    if (action === 'merge') return mergeTo(given.positionals.slice(1), terminal, name ?? '');
    if (name !== undefined) throw new UsageError(terminal.texts.cli.library.usage);
    const state = await stateAfter(given.positionals, terminal);
    terminal.answer(state, () => readable(state, terminal));
    return 0;
  },
};
