import type { Command } from '../terminal/command.ts';

export const checkCommand: Command = {
  options: { 'remove-impossible': { type: 'boolean' } },
  words: [0, 0],
  async run(terminal, given) {
    if (given.values['remove-impossible'] === true) {
      const answer = await terminal.call('data.removeImpossible', {});
      terminal.answer(answer, () => terminal.texts.cli.check.removed(answer.removed));
      return 0;
    }
    const report = await terminal.call('data.check', {});
    const { cli } = terminal.texts;
    const list = (lines: readonly string[]) => lines.map((line) => `  - ${line}`);
    const unlikely =
      report.unlikelyCounts.length === 0 ? [] : [cli.check.unlikely, ...list(report.unlikelyCounts)];
    const { findings } = terminal.texts;
    const factors = report.oddFactors.length === 0 ? [] : [findings.oddFactors, ...list(report.oddFactors)];
    const low = report.ok ? (await terminal.call('counts.low', {})).length : 0;
    const lowDays = low === 0 ? [] : [cli.lowDays.listed(low)];
    const state = report.ok
      ? [cli.check.ok(terminal.service.dataFolder, report.schemaVersion)]
      : [cli.check.findings, ...list(report.findings)];
    terminal.answer(report, () => [...state, ...unlikely, ...lowDays, ...factors].join('\n'));
    return report.ok ? 0 : 1;
  },
};
