import {
  type Door,
  inProcess,
  knownOf,
  methods,
  type Tried,
  tryHostile,
} from '../../../endurance/hostile-calls.ts';
import type { Known } from '../../../endurance/hostile-inputs.ts';
import { oddIn } from '../../../support/odd-words.ts';
import { canteens, tuesday } from '../support/two-canteens.ts';

jest.setTimeout(600_000);

/** What would take a generation of the sample, or a run of models, for each input. */
const long: readonly string[] = [
  'sample.load',
  'backtest.run',
  'backtest.dishes',
  'plan.past',
  'library.export',
];
/** What names a site in a message is no word of the message. */
const names = ['La Fontaine', 'Jean Jaurès', 'Partie', 'Inconnue'];
const perMethod = 4;

let door: Door;
let known: Known;
beforeAll(async () => {
  const { service } = await canteens();
  door = inProcess(service);
  known = await knownOf(door, tuesday);
});

/** The whole of it is `npm run bench -- endurance calls`: a thousand calls of each method, over HTTP too. */
test.each(methods)(
  '%s answers hostile inputs, or refuses them in words and changes nothing',
  async (method) => {
    const each = long.includes(method) ? 2 : perMethod;
    const { wrong } = await tryHostile(door, [method], { seed: 1, each, known, judge: oddWords });
    expect(wrong).toEqual([]);
  },
);

function oddWords({ input, language, result }: Tried): readonly string[] {
  if (result.ok) return [];
  const { message, remedy } = result.error;
  const echoed = textsIn(input).filter((text) => text.length <= longestEcho);
  const said = `${message}\n${remedy}`;
  if (said.length > longestMessage) return [`${said.length} characters`];
  return oddIn(said, language, [...names, ...[...new Set(echoed)].slice(0, mostEchoes)]);
}

/** Nobody reads more of what they gave back; nor is it looked for. */
const longestMessage = 3_000;
const longestEcho = 1_000;
const mostEchoes = 500;

/** Every text of an input, and every name of a field. */
function textsIn(input: unknown): readonly string[] {
  if (typeof input === 'string') return [input, input.trim()];
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, part]) => [
    ...(Array.isArray(input) ? [] : [name]),
    ...textsIn(part),
  ]);
}

test.each(['menus.balance', 'menus.month'] as const)(
  '%s says of a site that is gone that it is',
  async (method) => {
    const input = { siteId: 999_999, ...(method === 'menus.month' ? { month: tuesday.slice(0, 7) } : {}) };
    expect(await door.call(method, input, 'fr')).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  },
);
