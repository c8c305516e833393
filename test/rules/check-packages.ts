import manifest from '../../package.json' with { type: 'json' };
import { checkPackages } from './package-rules.ts';
import { allFiles } from './source-files.ts';

// Usage: node check-packages.ts
const broken = checkPackages(allFiles(), manifest);
for (const line of broken) {
  console.error(line);
}
process.exitCode = broken.length === 0 ? 0 : 1;
