#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { giveMemoryBack } from './give-memory-back.ts';
import { keepCompiled } from './keep-compiled.ts';

/** The oldest Node that the SQLite binding runs on; older ones crash when it loads. */
const oldest = [22, 14] as const;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  const wanted = oldest.join('.');
  console.error(
    `Bonne Mesure : Node ${process.versions.node} est trop ancien, installez Node ${wanted} ou plus. / Node ${process.versions.node} is too old, install Node ${wanted} or newer.`,
  );
  process.exitCode = 2;
} else {
  const words = process.argv.slice(2);
  if (words[0] === 'serve') giveMemoryBack();
  keepCompiled();
  // Room for new objects stays as it is at the start: it would grow to 34 MB in each thread, and save no time.
  setFlagsFromString('--semi-space-growth-factor=1');
  // Loaded only now, because it loads the SQLite binding.
  const { runCli } = await import('./run-cli.ts');
  process.exitCode = await runCli(words);
}
