import type { Command } from '../terminal/command.ts';

export const sampleCommand: Command = {
  options: {},
  words: [0, 0],
  async run(terminal) {
    const report = await terminal.call('sample.load', {});
    terminal.answer(report, () => terminal.texts.cli.sampleLoaded(terminal.service.dataFolder));
    return 0;
  },
};
