import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { LibraryState } from '../../api/records.ts';
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
    words.installed(installed.name || installed.file),
    words.source(installed.learnedFrom),
    `${words.uses[use]} ${words.ownDays(ownDays, enoughDays)}`,
  ].join('\n');
}

async function textOf(file: string, { language }: Terminal): Promise<string> {
  try {
    return await readFile(file, 'utf8');
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

function stateAfter(words: readonly string[], terminal: Terminal): Promise<LibraryState> {
  const [action, file] = words;
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

/** `library export FILE`, `library import FILE`, `library remove`, `library on`, `library off`; alone it says what is installed. */
export const libraryCommand: Command = {
  options: { name: { type: 'string' } },
  words: [0, 2],
  async run(terminal: Terminal, given: Arguments) {
    const [action, file] = given.positionals;
    const name = textOption(given, 'name');
    if (action === 'export' && file !== undefined) return exportTo(file, terminal, name ?? '');
    if (name !== undefined) throw new UsageError(terminal.texts.cli.library.usage);
    const state = await stateAfter(given.positionals, terminal);
    terminal.answer(state, () => readable(state, terminal));
    return 0;
  },
};
