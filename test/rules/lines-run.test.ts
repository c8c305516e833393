import { linesOf, transformed } from '../support/coverage/lines-run.mjs';
import { temporaryFolder, writeUnder } from '../support/temporary-folder.ts';

const source = `export interface Pair {
  readonly a: number;
}

export function ran(pair: Pair): number {
  const twice = 2 * pair.a;
  return twice;
}

export function never(pair: Pair): number {
  return pair.a;
}
`;

describe('the lines that tests ran', () => {
  const path = writeUnder(temporaryFolder(), 'pair.ts', source);
  const { code } = transformed(path);
  const placeOf = (text: string) => code.indexOf(text);
  /** What a test file ran: the module, and one of its functions or none. */
  const run = (first: number, second: number) =>
    [
      [0, code.length, 1],
      [placeOf('function ran'), placeOf('function never'), first],
      [placeOf('function never'), code.length, second],
    ] as const;

  test('are those of functions that ran, not of types nor of what the transformer adds', () => {
    expect(linesOf(path, [run(1, 0)])).toEqual({ all: 5, run: 3 });
  });

  test('add up over test files', () => {
    expect(linesOf(path, [run(1, 0), run(0, 1)])).toEqual({ all: 5, run: 5 });
  });

  test('are none of a module that no test file read', () => {
    expect(linesOf(path, [])).toEqual({ all: 5, run: 0 });
  });
});
