import type { ImportRecord } from '../../api/records.ts';
import { formatNumber } from '../../service/messages/format.ts';
import type { Command } from '../terminal/command.ts';
import { table } from '../terminal/table.ts';

const countNames = ['read', 'imported', 'updated', 'unchanged', 'refused', 'asked'] as const;

/** Names shown of one import; the others are counted. */
const shownNames = 2;

function namesOf({ files }: ImportRecord): string {
  const names = files.slice(0, shownNames).map(({ file }) => file);
  return files.length > shownNames ? `${names.join(', ')} +${files.length - shownNames}` : names.join(', ');
}

export const importsCommand: Command = {
  options: {},
  words: [0, 0],
  async run(terminal) {
    const imports = await terminal.call('imports.list', {});
    const { cli } = terminal.texts;
    const columns = [
      { title: cli.import.number, align: 'right' as const },
      { title: cli.import.at },
      { title: cli.import.files },
      ...countNames.map((name) => ({ title: cli.counts[name], align: 'right' as const })),
    ];
    const rows = imports.map((batch) => [
      String(batch.batch),
      batch.at.replace('T', ' '),
      namesOf(batch),
      ...countNames.map((name) => formatNumber(batch[name], terminal.language)),
    ]);
    terminal.answer(imports, () => (rows.length ? table(columns, rows) : cli.import.none));
    return 0;
  },
};
