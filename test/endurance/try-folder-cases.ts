import { folderCases, prepareFolders, tryFolderCase } from './folder-cases.ts';

// Tries changes of a folder as a process of its own: files that are mapped into memory are changed in it, and the
// system ends a process that looks at a part that went. Its words: a folder of its own, and the names of the cases.
const [, , root = '', ...names] = process.argv;
await prepareFolders(root);
const wrong: string[] = [];
for (const [index, one] of folderCases.filter(({ name }) => names.includes(name)).entries()) {
  const found = await tryFolderCase(root, index, one);
  wrong.push(...found.map((problem) => `${one.name}: ${problem}`));
}
process.stdout.write(JSON.stringify(wrong));
