import type { Command } from '../command.ts';
import { formatOf, kindOf, kitchenOf, writeSheet } from '../file-format.ts';
import { levelOf, levelOptions } from '../level-options.ts';
import { textOption } from '../parse-line.ts';

const kinds = ['supplier', 'kitchen', 'delivery'] as const;

export const exportCommand: Command = {
  options: {
    kind: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    kitchen: { type: 'string' },
    out: { type: 'string' },
    ...levelOptions,
  },
  words: [0, 0],
  required: ['kind', 'from', 'to', 'out'],
  async run(terminal, given) {
    const out = textOption(given, 'out') ?? '';
    const kind = kindOf(given, kinds, terminal) ?? 'supplier';
    const [from, to] = [textOption(given, 'from') ?? '', textOption(given, 'to') ?? ''];
    const file = await terminal.call('orders.export', {
      kind,
      from,
      to,
      format: formatOf(out, terminal),
      ...kitchenOf(given, terminal),
      ...levelOf(given, terminal.texts),
    });
    await writeSheet(out, file, terminal);
    terminal.answer({ file: out, mime: file.mime, kind, from, to }, () => terminal.texts.cli.written(out));
    return 0;
  },
};
