import { extname } from 'node:path';
import type { Sheet, SheetFormat } from '../../api/records.ts';
import type { Arguments, Terminal } from './command.ts';
import { UsageError } from './errors.ts';
import { numberOption, textOption } from './parse-line.ts';
import { writeOut } from './write-out.ts';

const formats: readonly SheetFormat[] = ['html', 'csv', 'pdf', 'xlsx'];

/** The format that the ending of a file's name asks for. Throws `UsageError`. */
export function formatOf(out: string, { texts }: Terminal): SheetFormat {
  const suffix = extname(out).slice(1).toLowerCase();
  const format = formats.find((known) => known === suffix);
  if (!format) {
    throw new UsageError(texts.cli.sheet.unknownFormat(out, formats));
  }
  return format;
}

/** One of the kinds that `--kind` may name; `undefined` when it is not given. Throws `UsageError`. */
export function kindOf<K extends string>(
  given: Arguments,
  kinds: readonly K[],
  { texts }: Terminal,
): K | undefined {
  const asked = textOption(given, 'kind');
  const kind = kinds.find((known) => known === asked);
  if (asked !== undefined && kind === undefined) {
    throw new UsageError(texts.dishPlan.cli.unknownKind(asked, kinds));
  }
  return kind;
}

/** `--kitchen N` as the input of a method. */
export function kitchenOf(given: Arguments, { texts }: Terminal): { readonly kitchenId?: number } {
  const kitchenId = numberOption(given, 'kitchen', texts);
  return kitchenId === undefined ? {} : { kitchenId };
}

/** Writes a sheet as it came: text, or bytes written as base64. */
export function writeSheet(out: string, { mime, body }: Sheet, terminal: Terminal): Promise<void> {
  return writeOut(out, mime.startsWith('text/') ? body : Buffer.from(body, 'base64'), terminal);
}
