import { join } from 'node:path';
import { commands } from '../../../electron/cli/commands.ts';
import { failureOf } from '../../../electron/cli/run-cli.ts';
import type { CliCommandName, Command } from '../../../electron/cli/terminal/command.ts';
import { parseLine } from '../../../electron/cli/terminal/parse-line.ts';
import { ProcessTerminal } from '../../../electron/cli/terminal/process-terminal.ts';
import type { Service } from '../../../electron/service/host/service.ts';
import { messagesIn } from '../../../electron/service/messages/messages.ts';
import { seededRandom } from '../../../forecasting/numerics/seeded.ts';
import { oddIn } from '../../support/odd-words.ts';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { canteens } from '../service/support/two-canteens.ts';

jest.setTimeout(600_000);

const folder = temporaryFolder();
/** `serve` runs until it is stopped; the sample takes long, and says nothing of what it is asked. */
const left: readonly CliCommandName[] = ['serve', 'sample'];
/** What takes the data away comes last. */
const last: readonly CliCommandName[] = ['undo', 'restore'];
const names = (Object.keys(commands) as CliCommandName[]).filter((name) => !left.includes(name));
const inOrder = [...names.filter((name) => !last.includes(name)), ...last];
const lines = 10;

const files = {
  csv: writeUnder(folder, 'a.csv', 'date;site;repas\n2026-02-30;Jean Jaurès;-4\n;;\n'),
  json: writeUnder(folder, 'a.json', '{"a": [1'),
  other: writeUnder(folder, 'b.json', '[{"x": 1}]'),
  empty: writeUnder(folder, 'empty.csv', ''),
  xlsx: writeUnder(folder, 'a.xlsx', 'PK\u0003\u0004 not a workbook'),
};
const values = [
  ...['Jean Jaurès', 'nowhere', '1', '0', '-1', '50', '1e9', 'x', '', '12,5', '100001', '3/4', '0/0', 'NaN'],
  ...[
    '2026-01-15',
    '2026-01-13',
    '2025-09-01',
    '2026-02-30',
    '0026-12-03',
    '9999-12-31',
    '15/01/2026',
    '08:30',
  ],
  ...['E', 'lead:2@08:30', 'attendance', 'supplier', 'kitchen', 'yes', 'no', 'rice', 'g'],
  ...[
    ...Object.values(files),
    folder,
    join(folder, 'none.csv'),
    join(folder, 'out.csv'),
    join(folder, 'no/out.pdf'),
  ],
];

const start = process.cwd();
let service: Service;
let written: string[] = [];
beforeAll(async () => {
  // An odd word may be the name of a file to write: it is written where all else of this test lies.
  process.chdir(folder);
  ({ service } = await canteens());
});
afterAll(() => process.chdir(start));
afterEach(() => jest.restoreAllMocks());

test.each(inOrder)('%s answers an odd line, or refuses it in words', async (name) => {
  const command = await commands[name]();
  const random = seededRandom(inOrder.indexOf(name) + 1);
  for (let round = 0; round < lines; round += 1) {
    const words = lineOf(command, random);
    const language = round % 2 === 0 ? 'fr' : 'en';
    const said = await run(name, command, words, language);
    const odd = oddIn(said, language, [...values, 'La Fontaine', 'Jean Jaurès', ...Object.keys(commands)]);
    if (odd.length > 0) throw new Error(`${name} ${words.join(' ')}\n${said}\n→ ${odd.join(' | ')}`);
  }
});

function lineOf(
  { options, required = [], words: [, most] }: Command,
  random: () => number,
): readonly string[] {
  const pick = () => values[Math.floor(random() * values.length)] as string;
  const given = Object.entries(options ?? {}).flatMap(([name, { type }]) => {
    if (!required.includes(name) && random() < 0.6) return [];
    return type === 'boolean' ? [`--${name}`] : [`--${name}=${pick()}`];
  });
  return [...given, '--', ...Array.from({ length: Math.round(random() * Math.min(most, 3)) }, pick)];
}

/** All that the command writes, and how it ends. */
async function run(
  name: CliCommandName,
  command: Command,
  words: readonly string[],
  language: 'fr' | 'en',
): Promise<string> {
  written = [];
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  }
  try {
    const given = parseLine(words, command, messagesIn(language));
    await command.run(new ProcessTerminal(service, language, false), given);
  } catch (error) {
    const { kind, message, remedy } = failureOf(error, name, language);
    written.push(`${message}\n${remedy}\n`, kind === 'internal' ? 'Error (internal)' : '');
  } finally {
    jest.restoreAllMocks();
  }
  return written.join('');
}
