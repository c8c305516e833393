import type { Method } from '../../../../electron/api/contract.ts';
import { schemas } from '../../../../electron/api/schemas.ts';
import type { Service } from '../../../../electron/service/host/service.ts';
import { seededRandom } from '../../../../forecasting/numerics/seeded.ts';
import { oddIn } from '../../../support/odd-words.ts';
import { anyInput } from '../support/any-input.ts';
import { canteens } from '../support/two-canteens.ts';

jest.setTimeout(600_000);

/** What takes the data away, or fills it anew, comes last. */
const last: readonly Method[] = ['data.removeImpossible', 'imports.undo', 'backups.restore', 'sample.clear'];
/** What would take a generation of the sample, or a run of models, for each input. */
const long: readonly Method[] = ['sample.load', 'backtest.run', 'backtest.dishes', 'plan.past'];
const methods = [...(Object.keys(schemas) as Method[]).filter((method) => !last.includes(method)), ...last];
/** What names a site in a message is no word of the message. */
const names = ['La Fontaine', 'Jean Jaurès'];
const perMethod = 4;

let service: Service;
beforeAll(async () => {
  ({ service } = await canteens());
});

test.each(methods)('%s answers odd and wrong inputs, or refuses them in words', async (method) => {
  const random = seededRandom(methods.indexOf(method) + 1);
  for (let round = 0; round < (long.includes(method) ? 3 : perMethod); round += 1) {
    const input = anyInput(method, random);
    const language = round % 2 === 0 ? 'fr' : 'en';
    const result = await service.call(method, input as never, { language });
    if (result.ok) continue;
    const { kind, message, remedy } = result.error;
    const odd = oddIn(`${message}\n${remedy}`, language, [...names, ...textsIn(input)]);
    if (kind === 'internal' || odd.length > 0) {
      throw new Error(
        `${method} ${JSON.stringify(input)}\n${kind}: ${message}\n${remedy}\n→ ${odd.join(' | ')}`,
      );
    }
  }
});

/** Every text of an input, and every name of a field. */
function textsIn(input: unknown): readonly string[] {
  if (typeof input === 'string') return [input, input.trim()];
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, part]) => [
    ...(Array.isArray(input) ? [] : [name]),
    ...textsIn(part),
  ]);
}
