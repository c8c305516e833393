import { extname } from 'node:path';
import type { SheetFormat } from '../../api/records.ts';
import type { Command, Terminal } from '../command.ts';
import { UsageError } from '../errors.ts';
import { findSite } from '../find-site.ts';
import { levelOf, levelOptions } from '../level-options.ts';
import { textOption } from '../parse-line.ts';
import { writeOut } from '../write-out.ts';

const formats: readonly SheetFormat[] = ['html', 'csv', 'pdf'];

function formatOf(out: string, { texts }: Terminal): SheetFormat {
  const suffix = extname(out).slice(1).toLowerCase();
  const format = formats.find((known) => known === suffix);
  if (!format) {
    throw new UsageError(texts.cli.sheet.unknownFormat(out, formats));
  }
  return format;
}

export const sheetCommand: Command = {
  options: { date: { type: 'string' }, site: { type: 'string' }, out: { type: 'string' }, ...levelOptions },
  words: [0, 0],
  required: ['date', 'out'],
  async run(terminal, given) {
    const out = textOption(given, 'out') ?? '';
    const format = formatOf(out, terminal);
    const asked = textOption(given, 'site');
    const site =
      asked === undefined ? null : findSite(asked, await terminal.call('sites.list', {}), terminal);
    const date = textOption(given, 'date') ?? '';
    const sheet = await terminal.call('sheet.make', {
      date,
      format,
      ...(site ? { siteId: site.id } : {}),
      ...levelOf(given, terminal.texts),
    });
    await writeOut(out, format === 'pdf' ? Buffer.from(sheet.body, 'base64') : sheet.body, terminal);
    terminal.answer({ file: out, mime: sheet.mime, date, site: site?.name ?? null }, () =>
      terminal.texts.cli.written(out),
    );
    return 0;
  },
};
