import type { PendingName } from '../../api/records.ts';
import { formatNumber } from '../../service/messages/format.ts';
import type { Command, Terminal } from '../terminal/command.ts';
import { table } from '../terminal/table.ts';

const right = { align: 'right' } as const;

function readable(questions: readonly PendingName[], { texts, language }: Terminal): string {
  const { columns, kinds, proposal: propose, howToAnswer } = texts.questions;
  const rows = questions.map(({ id, kind, name, siteKind, rows: count, firstDay, lastDay, proposal }) => [
    String(id),
    kinds[kind],
    name,
    siteKind ?? '',
    formatNumber(count, language),
    firstDay ?? '',
    lastDay ?? '',
    proposal ? propose(proposal.siteId, proposal.site, proposal.likeness) : '',
  ]);
  const titles = [
    { title: columns.number, ...right },
    { title: columns.kind },
    { title: columns.name },
    { title: columns.siteKind },
    { title: columns.rows, ...right },
    { title: columns.firstDay },
    { title: columns.lastDay },
    { title: columns.proposal },
  ];
  return [table(titles, rows), '', howToAnswer].join('\n');
}

export const questionsCommand: Command = {
  options: {},
  words: [0, 0],
  async run(terminal) {
    const questions = await terminal.call('questions.list', {});
    terminal.answer(questions, () =>
      questions.length > 0 ? readable(questions, terminal) : terminal.texts.questions.none,
    );
    return 0;
  },
};
