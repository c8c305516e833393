import type { Command } from '../terminal/command.ts';
import { UsageError } from '../terminal/errors.ts';

export const undoCommand: Command = {
  options: {},
  words: [1, 1],
  async run(terminal, { positionals }) {
    const { cli } = terminal.texts;
    const word = positionals[0] ?? '';
    if (!/^[1-9]\d{0,8}$/.test(word)) {
      throw new UsageError(cli.notAnImport(word));
    }
    const report = await terminal.call('imports.undo', { batch: Number(word) });
    const kept = report.keptSites.map(({ site }) => site);
    terminal.answer(report, () =>
      [
        cli.undone(report),
        ...(kept.length > 0 ? [cli.keptSites(kept)] : []),
        ...(report.keptOrders.length > 0 ? [cli.keptOrders(report.keptOrders)] : []),
      ].join('\n'),
    );
    return 0;
  },
};
