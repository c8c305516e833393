import { checkFolders } from './folder-rules.ts';
import { checkImports } from './import-rules.ts';
import { sourceFiles } from './source-files.ts';
import { checkUniqueNames } from './unique-names.ts';

// Usage: node check-imports.ts [FOLDER]: the project by default.
const files = sourceFiles(process.argv[2]);
const broken = [...checkImports(files), ...checkFolders(files), ...checkUniqueNames(files)];
for (const line of broken) {
  console.error(line);
}
process.exitCode = broken.length === 0 ? 0 : 1;
