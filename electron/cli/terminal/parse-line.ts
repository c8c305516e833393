import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Language } from '../../api/records.ts';
import type { Messages } from '../../service/messages/messages.ts';
import type { Arguments, Command } from './command.ts';
import { UsageError } from './errors.ts';

/** Options of every command. */
export const commonOptions = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsOptionsConfig;

type Surroundings = Readonly<Record<string, string | undefined>>;

/** `--lang` wherever it stands, else the system's language; French when in doubt. */
export function languageOfLine(words: readonly string[], env: Surroundings): Language {
  const { values } = parseArgs({ args: [...words], options: commonOptions, strict: false });
  const asked = values.lang ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '';
  return String(asked).toLowerCase().startsWith('en') ? 'en' : 'fr';
}

function explain(error: unknown, { cli }: Messages): UsageError {
  const { code, message } = error as { code?: string; message: string };
  const option = /'(-[^' ]*)/.exec(message)?.[1] ?? message;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    return new UsageError(cli.unknownOption(option));
  }
  return new UsageError(cli.badOption(option.replace(/^-\w, /, '')));
}

function parse(words: readonly string[], options: ParseArgsOptionsConfig, texts: Messages): Arguments {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true }) as Arguments;
  } catch (error) {
    throw explain(error, texts);
  }
}

/** The words after a command as its options and words. Throws `UsageError`. */
export function parseLine(words: readonly string[], command: Command, texts: Messages): Arguments {
  const given = parse(words, { ...commonOptions, ...command.options }, texts);
  const { lang, help } = given.values;
  if (lang !== undefined && lang !== 'fr' && lang !== 'en') {
    throw new UsageError(texts.cli.unknownLanguage(String(lang)));
  }
  if (help) {
    return given;
  }
  const missing = command.required?.find((name) => given.values[name] === undefined);
  if (missing) {
    throw new UsageError(texts.cli.missingOption(`--${missing}`));
  }
  const [least, most] = command.words;
  if (given.positionals.length < least) {
    throw new UsageError(texts.cli.missingWord);
  }
  if (given.positionals.length > most) {
    throw new UsageError(texts.cli.extraWord(String(given.positionals[most])));
  }
  return given;
}

/** An option's text. */
export const textOption = ({ values }: Arguments, name: string): string | undefined => {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
};

/** An option's number; a decimal comma is read too. */
export function numberOption(given: Arguments, name: string, texts: Messages): number | undefined {
  const text = textOption(given, name);
  if (text === undefined) {
    return undefined;
  }
  const value = Number(text.trim().replace(',', '.'));
  if (text.trim() === '' || !Number.isFinite(value)) {
    throw new UsageError(texts.cli.notANumber(`--${name}`, text));
  }
  return value;
}
