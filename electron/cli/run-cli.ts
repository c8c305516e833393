import { resolve } from 'node:path';
import type { ApiError } from '../api/contract.ts';
import type { Language } from '../api/records.ts';
import { toApiError } from '../service/context/errors.ts';
import { messagesIn } from '../service/messages/messages.ts';
import { commandNamed, commands } from './commands.ts';
import type { Arguments, CliCommandName, Command, ExitCode } from './terminal/command.ts';
import { CallFailed, UsageError } from './terminal/errors.ts';
import { commandHelp, generalHelp } from './terminal/help.ts';
import { languageOfLine, parseLine, textOption } from './terminal/parse-line.ts';

/** A reader that has seen enough (`| head`) closes the pipe: that is no failure. */
function endQuietlyWhenNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 2);
  });
}

/** Any failure of a command as an error in words. */
export function failureOf(error: unknown, name: CliCommandName, language: Language): ApiError {
  if (error instanceof UsageError) {
    const remedy = messagesIn(language).cli.seeHelp(name);
    return { kind: 'invalid-input', message: error.message, remedy };
  }
  return error instanceof CallFailed ? error.error : toApiError(error, language);
}

function tell({ message, remedy, ...error }: ApiError, json: boolean): ExitCode {
  if (json) {
    process.stdout.write(`${JSON.stringify({ error: { ...error, message, remedy } })}\n`);
  }
  process.stderr.write(`${message}\n${remedy}\n`);
  return 2;
}

async function execute(command: Command, given: Arguments, language: Language): Promise<ExitCode> {
  const [
    { createService },
    { WorkerPool },
    { runsInBackground },
    { cacheFolder, defaultDataFolder },
    { ProcessTerminal },
  ] = await Promise.all([
    import('../service/host/service.ts'),
    import('../service/host/worker-pool.ts'),
    import('../service/host/use-cases.ts'),
    import('../service/context/data-folder.ts'),
    import('./terminal/process-terminal.ts'),
  ]);
  const folder = textOption(given, 'data');
  const dataFolder = folder === undefined ? defaultDataFolder() : resolve(folder);
  const service = createService({
    dataFolder,
    userFolder: cacheFolder(),
    // A command makes one call after the other: a second thread for those of no hurry would only take memory.
    jobs: new WorkerPool({ runsInBackground: command.serves === true ? runsInBackground : () => false }),
  });
  const terminal = new ProcessTerminal(service, language, given.values.json === true);
  try {
    for (const { message, remedy } of service.notesOfNewFolder(language)) {
      terminal.note(`${message}\n${remedy}`);
    }
    return await command.run(terminal, given);
  } finally {
    await service.close();
  }
}

async function runCommand(
  name: CliCommandName,
  words: readonly string[],
  language: Language,
): Promise<ExitCode> {
  const texts = messagesIn(language);
  const command = await commands[name]();
  try {
    const given = parseLine(words, command, texts);
    if (given.values.help) {
      process.stdout.write(`${commandHelp(name, texts)}\n`);
      return 0;
    }
    return await execute(command, given, language);
  } catch (error) {
    return tell(failureOf(error, name, language), words.includes('--json'));
  }
}

/** Runs one command line and returns its exit code. */
export async function runCli(words: readonly string[]): Promise<ExitCode> {
  endQuietlyWhenNobodyReads();
  const language = languageOfLine(words, process.env);
  const texts = messagesIn(language);
  const place = words.findIndex(
    (word, i) => !word.startsWith('-') && !/^--(data|lang)$/.test(words[i - 1] ?? ''),
  );
  const name = words[place];
  if (name === undefined || name === 'help') {
    const asked = name === 'help' || words.includes('--help') || words.includes('-h');
    (asked ? process.stdout : process.stderr).write(`${generalHelp(texts)}\n`);
    return asked ? 0 : 2;
  }
  const command = commandNamed(name);
  if (command === null) {
    process.stderr.write(`${texts.cli.unknownCommand(name, Object.keys(commands))}\n`);
    return 2;
  }
  return runCommand(command, words.toSpliced(place, 1), language);
}
