import { checkImports } from './import-rules.ts';
import { sourceFiles } from './source-files.ts';

// Usage: node check-imports.ts [FOLDER]: the project by default.
const broken = checkImports(sourceFiles(process.argv[2]));
for (const line of broken) {
  console.error(line);
}
process.exitCode = broken.length === 0 ? 0 : 1;
