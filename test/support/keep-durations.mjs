import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// `node test/support/keep-durations.mjs [test-results/jest.json]`: keeps how long the test files took in a whole run,
// as `.ci/run` leaves it, for the order in which a fresh clone runs them.

const table = new URL('durations.json', import.meta.url);
const [, , results = 'test-results/jest.json'] = process.argv;
/** @type {{ testResults: readonly { name: string, startTime: number, endTime: number }[] }} */
const { testResults } = JSON.parse(readFileSync(results, 'utf8'));
const seconds = testResults
  .map(({ name, startTime, endTime }) => {
    const path = name.replaceAll('\\', '/').replace(/^.*\/test\//, '');
    return /** @type {const} */ ([path, Math.round((endTime - startTime) / 1000)]);
  })
  .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
writeFileSync(table, `${JSON.stringify(Object.fromEntries(seconds), null, 2)}\n`);
console.log(`${seconds.length} test files: ${fileURLToPath(table)}`);
