import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import swcJest from '@swc/jest';
import { projectFolder } from '../../../electron/build/builds.js';
import jestConfig from '../../../jest.config.js';

/** @typedef {readonly [start: number, end: number, count: number]} Range */

const [, options] = /** @type {[string, object]} */ (Object.values(jestConfig.transform ?? {})[0]);
/** @type {{ process(source: string, path: string, options: any): { code: string } }} */
const transformer = /** @type {any} */ (swcJest.createTransformer(options));

/** @param {string} path */
export function transformed(path) {
  const { code } = transformer.process(readFileSync(path, 'utf8'), path, {
    config: { rootDir: projectFolder },
    transformerConfig: options,
    supportsStaticESM: false,
  });
  const [, inline = ''] = /sourceMappingURL=data:application\/json;base64,([\w+/=]+)/.exec(code) ?? [];
  return { code, map: new SourceMap(JSON.parse(Buffer.from(inline, 'base64').toString())) };
}

/**
 * Each place of a module's code that some test file ran: 1, else 0.
 *
 * @param {number} length
 * @param {readonly (readonly Range[])[]} runs
 */
function placesRun(length, runs) {
  const ever = new Uint8Array(length);
  for (const ranges of runs) {
    const now = new Uint8Array(length);
    // Outer functions come before the inner ones.
    for (const [start, end, count] of ranges) now.fill(count > 0 ? 1 : 0, start, end);
    for (let i = 0; i < length; i++) ever[i] |= now[i];
  }
  return ever;
}

/**
 * How many lines of a source hold a statement, and how many of them lie in a function that ran; what stands outside of
 * functions runs when the module is read.
 *
 * @param {string} path
 * @param {readonly (readonly Range[])[]} runs What each test file ran, by places of the code that Jest runs
 */
export function linesOf(path, runs) {
  const { code, map } = transformed(path);
  const ever = placesRun(code.length, runs);
  /** @type {Map<number, boolean>} */
  const lines = new Map();
  let start = 0;
  for (const [i, text] of code.split('\n').entries()) {
    const column = text.search(/\S/);
    // What the transformer adds has no place in the source, and closing brackets are no statement.
    if (
      /\w/.test(text) &&
      !/^\s*(?:"use strict"|Object\.defineProperty|enumerable:|get: function|\/\/#)/.test(text)
    ) {
      const entry = map.findEntry(i, column);
      if ('originalLine' in entry) {
        // An export's getter comes first, and stands for its declaration: the last is the statement itself.
        lines.set(entry.originalLine, ever[start + column] === 1);
      }
    }
    start += text.length + 1;
  }
  return { all: lines.size, run: [...lines.values()].filter((ran) => ran).length };
}
