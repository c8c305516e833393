import { resolve } from 'node:path';
import { formatNumber } from '../../service/messages/format.ts';
import type { Command } from '../terminal/command.ts';

export const backupCommand: Command = {
  options: {},
  words: [1, 1],
  async run(terminal, { positionals }) {
    const file = positionals[0] ?? '';
    const ticket = terminal.service.registerTarget(resolve(file));
    const { bytes } = await terminal.call('backups.save', { tickets: [ticket] });
    const { texts, language } = terminal;
    terminal.answer({ file, bytes }, () =>
      texts.cli.backups.made(file, formatNumber(bytes / 1e6, language, 1)),
    );
    return 0;
  },
};
