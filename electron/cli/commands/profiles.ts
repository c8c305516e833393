import type { Input } from '../../api/contract.ts';
import type { MappingProfile } from '../../api/records.ts';
import type { Arguments, Command, Terminal } from '../terminal/command.ts';
import { UsageError } from '../terminal/errors.ts';
import { numberOption, textOption } from '../terminal/parse-line.ts';
import { readJson } from '../terminal/read-json.ts';
import { table } from '../terminal/table.ts';
import { writeOut } from '../terminal/write-out.ts';

/** Titles shown of one profile; `--json` gives all of them. */
const shownTitles = 6;

function readable(profiles: readonly MappingProfile[], { texts }: Terminal): string {
  const { columns, none } = texts.profiles;
  const rows = profiles.map(({ id, shape, reading, file, at }) => [
    String(id),
    texts.kindNames[reading.kind],
    shape.slice(0, shownTitles).join(', ') + (shape.length > shownTitles ? ' …' : ''),
    file,
    at.replace('T', ' '),
  ]);
  const titles = [
    { title: columns.number, align: 'right' as const },
    { title: columns.kind },
    { title: columns.titles },
    { title: columns.file },
    { title: columns.at },
  ];
  return rows.length > 0 ? table(titles, rows) : none;
}

/** The profiles as they are after what the line asks for. */
async function changed(terminal: Terminal, given: Arguments): Promise<readonly MappingProfile[]> {
  const id = numberOption(given, 'remove', terminal.texts);
  const [from, to] = [textOption(given, 'import'), textOption(given, 'export')];
  if ([id, from, to].filter((option) => option !== undefined).length > 1) {
    throw new UsageError(terminal.texts.profiles.oneAtATime);
  }
  if (id !== undefined) {
    return terminal.call('profiles.remove', { id });
  }
  if (from !== undefined) {
    return terminal.call('profiles.import', (await readJson(from, terminal)) as Input<'profiles.import'>);
  }
  if (to !== undefined) {
    const file = await terminal.call('profiles.export', {});
    await writeOut(to, `${JSON.stringify(file, null, 2)}\n`, terminal);
  }
  return terminal.call('profiles.list', {});
}

export const profilesCommand: Command = {
  options: { remove: { type: 'string' }, export: { type: 'string' }, import: { type: 'string' } },
  words: [0, 0],
  async run(terminal, given) {
    const profiles = await changed(terminal, given);
    terminal.answer(profiles, () => readable(profiles, terminal));
    return 0;
  },
};
