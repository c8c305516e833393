import { join } from 'node:path';
import type { DataContents, Restored, RestorePreview } from '../../api/records.ts';
import { backupFolder } from '../../service/context/data-folder.ts';
import type { Command, Terminal } from '../terminal/command.ts';

function comparison({ file, now }: RestorePreview, { texts }: Terminal): readonly string[] {
  const { backups } = texts.cli;
  const words = (contents: DataContents | null) =>
    contents ? backups.contents(contents) : backups.unreadable;
  return [backups.file(words(file)), backups.now(words(now))];
}

function readable(restored: Restored, terminal: Terminal): string {
  const { backups } = terminal.texts.cli;
  const { dataFolder } = terminal.service;
  const { before } = restored;
  return [
    ...comparison(restored, terminal),
    backups.restored(dataFolder),
    ...(before ? [backups.goBack(join(backupFolder(dataFolder), before.name))] : []),
  ].join('\n');
}

export const restoreCommand: Command = {
  options: { 'dry-run': { type: 'boolean' } },
  words: [1, 1],
  async run(terminal, { positionals, values }) {
    const { ticket } = await terminal.service.registerFile(positionals[0] ?? '');
    const input = { tickets: [ticket] };
    if (values['dry-run']) {
      const preview = await terminal.call('backups.inspect', input);
      const lines = [...comparison(preview, terminal), terminal.texts.cli.backups.dryRun];
      terminal.answer({ dryRun: true, ...preview }, () => lines.join('\n'));
    } else {
      const restored = await terminal.call('backups.restore', input);
      terminal.answer(restored, () => readable(restored, terminal));
    }
    return 0;
  },
};
