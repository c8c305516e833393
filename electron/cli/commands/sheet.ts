import type { Command } from '../terminal/command.ts';
import { formatOf, kindOf, kitchenOf, writeSheet } from '../terminal/file-format.ts';
import { findSite } from '../terminal/find-site.ts';
import { levelOptions, serviceLevelInput } from '../terminal/level-options.ts';
import { textOption } from '../terminal/parse-line.ts';
import { warningLines } from '../terminal/warnings.ts';

const kinds = ['production', 'delivery', 'roll-call'] as const;

export const sheetCommand: Command = {
  options: {
    date: { type: 'string' },
    kind: { type: 'string' },
    site: { type: 'string' },
    kitchen: { type: 'string' },
    out: { type: 'string' },
    ...levelOptions,
  },
  words: [0, 0],
  required: ['date', 'out'],
  async run(terminal, given) {
    const out = textOption(given, 'out') ?? '';
    const format = formatOf(out, terminal);
    const kind = kindOf(given, kinds, terminal);
    const asked = textOption(given, 'site');
    const site =
      asked === undefined ? null : findSite(asked, await terminal.call('sites.list', {}), terminal);
    const date = textOption(given, 'date') ?? '';
    const kitchen = kitchenOf(given, terminal);
    const sheet = await terminal.call('sheet.make', {
      date,
      format,
      // The sheet of a kitchen is its production sheet unless another is asked for.
      ...(kind ? { sheet: kind } : kitchen.kitchenId === undefined ? {} : { sheet: 'production' }),
      ...(site ? { siteId: site.id } : {}),
      ...kitchen,
      ...serviceLevelInput(given, terminal.texts),
    });
    await writeSheet(out, sheet, terminal);
    terminal.answer({ file: out, mime: sheet.mime, date, site: site?.name ?? null }, () =>
      terminal.texts.cli.written(out),
    );
    const period = { from: date, to: date };
    for (const line of warningLines(await terminal.call('plan.warnings', period), terminal))
      terminal.note(line);
    return 0;
  },
};
