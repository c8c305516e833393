import type { RecordedDish } from '../../api/records.ts';
import { formatNumber, spelledDate } from '../../service/messages/format.ts';
import type { Arguments, Command, Terminal } from '../terminal/command.ts';
import { UsageError } from '../terminal/errors.ts';
import { findSite } from '../terminal/find-site.ts';
import { numberOption, textOption } from '../terminal/parse-line.ts';

/** `NAME=SERVED` or `NAME=SERVED/LEFT`; the last `=` counts, a name may have others. */
const dishPattern = /^(?<dish>.*\S)\s*=\s*(?<served>\d+)(?:\s*\/\s*(?<left>\d+))?$/;

function dishOf(text: string, { texts }: Terminal): RecordedDish {
  const { dish, served, left } = dishPattern.exec(text.trim())?.groups ?? {};
  if (dish === undefined) {
    throw new UsageError(texts.cli.record.badDish(text));
  }
  return {
    dish,
    served: Number(served),
    ...(left === undefined ? {} : { left: Number(left) }),
  };
}

/** `--left` says what is left of the one dish. */
function dishesOf(given: Arguments, terminal: Terminal): readonly RecordedDish[] {
  const texts = given.values.dish;
  const dishes = (Array.isArray(texts) ? texts : []).map((text) => dishOf(String(text), terminal));
  const left = numberOption(given, 'left', terminal.texts);
  if (left === undefined) {
    return dishes;
  }
  const [only, another] = dishes;
  if (!only || another || only.left !== undefined) {
    throw new UsageError(terminal.texts.cli.record.leftOfOne);
  }
  return [{ ...only, left }];
}

export const recordCommand: Command = {
  options: {
    date: { type: 'string' },
    site: { type: 'string' },
    served: { type: 'string' },
    dish: { type: 'string', multiple: true },
    left: { type: 'string' },
  },
  words: [0, 0],
  required: ['date', 'site', 'served'],
  async run(terminal, given) {
    const { texts, language } = terminal;
    const date = textOption(given, 'date') ?? '';
    const served = numberOption(given, 'served', texts) ?? Number.NaN;
    const dishes = dishesOf(given, terminal);
    const site = findSite(textOption(given, 'site') ?? '', await terminal.call('sites.list', {}), terminal);
    const { batch } = await terminal.call('attendance.record', { date, siteId: site.id, served, dishes });
    terminal.answer({ date, site: site.name, served, dishes, batch }, () =>
      [
        texts.cli.record.done(formatNumber(served, language), site.name, spelledDate(date, language)),
        ...(batch === null ? [] : [texts.cli.import.done(batch)]),
      ].join('\n'),
    );
    return 0;
  },
};
