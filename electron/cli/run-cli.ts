import { resolve } from 'node:path';
import { type Messages, messagesIn } from '../service/messages/messages.ts';
import type { Arguments, Command, CommandName, ExitCode } from './command.ts';
import { commands, isCommand } from './commands.ts';
import { CallFailed, UsageError } from './errors.ts';
import { commandHelp, generalHelp } from './help.ts';
import { languageOf, parseLine, textOption } from './parse-line.ts';

/** A reader that has seen enough (`| head`) closes the pipe: that is no failure. */
function endQuietlyWhenNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 2);
  });
}

function tell(error: unknown, json: boolean, texts: Messages, name: CommandName): ExitCode {
  const usage = error instanceof UsageError;
  if (!usage && !(error instanceof CallFailed)) {
    throw error;
  }
  const told = usage
    ? { kind: 'invalid-input', message: error.message, remedy: texts.cli.seeHelp(name) }
    : error.error;
  if (json) {
    process.stdout.write(`${JSON.stringify({ error: told })}\n`);
  }
  process.stderr.write(`${told.message}\n${told.remedy}\n`);
  return 2;
}

async function execute(command: Command, given: Arguments, texts: Messages): Promise<ExitCode> {
  const [{ createService }, { WorkerJobs }, { defaultDataFolder }, { ProcessTerminal }] = await Promise.all([
    import('../service/service.ts'),
    import('../service/jobs/worker-jobs.ts'),
    import('../service/data-folder.ts'),
    import('./process-terminal.ts'),
  ]);
  const folder = textOption(given, 'data');
  const dataFolder = folder === undefined ? defaultDataFolder() : resolve(folder);
  const service = createService({ dataFolder, jobs: new WorkerJobs() });
  const language = texts === messagesIn('fr') ? 'fr' : 'en';
  try {
    return await command.run(new ProcessTerminal(service, language, given.values.json === true), given);
  } finally {
    await service.close();
  }
}

async function runCommand(name: CommandName, words: readonly string[], texts: Messages): Promise<ExitCode> {
  const command = await commands[name]();
  try {
    const given = parseLine(words, command, texts);
    if (given.values.help) {
      process.stdout.write(`${commandHelp(name, texts)}\n`);
      return 0;
    }
    return await execute(command, given, texts);
  } catch (error) {
    return tell(error, words.includes('--json'), texts, name);
  }
}

/** Runs one command line and returns its exit code. */
export async function runCli(words: readonly string[]): Promise<ExitCode> {
  endQuietlyWhenNobodyReads();
  const texts = messagesIn(languageOf(words, process.env));
  const place = words.findIndex(
    (word, i) => !word.startsWith('-') && !/^--(data|lang)$/.test(words[i - 1] ?? ''),
  );
  const name = words[place];
  if (name === undefined || name === 'help') {
    const asked = name === 'help' || words.includes('--help') || words.includes('-h');
    (asked ? process.stdout : process.stderr).write(`${generalHelp(texts)}\n`);
    return asked ? 0 : 2;
  }
  if (!isCommand(name)) {
    process.stderr.write(`${texts.cli.unknownCommand(name, Object.keys(commands))}\n`);
    return 2;
  }
  return runCommand(name, words.toSpliced(place, 1), texts);
}
