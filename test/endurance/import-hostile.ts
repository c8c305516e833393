import { importHostile, type MeasuredOutcome } from './hostile-files.ts';

// Imports one hostile file as a process of its own, and tells what became of it. Its words: a folder, the name of the
// file, and after how many milliseconds it is told to stop.
const [, , folder = '', name = '', cancelAfter] = process.argv;
const outcome = await importHostile(
  folder,
  name,
  cancelAfter === undefined ? undefined : Number(cancelAfter),
);
const megabytes = process.resourceUsage().maxRSS / 1000;
process.stdout.write(JSON.stringify({ ...outcome, megabytes } satisfies MeasuredOutcome));
// What else is open (a socket that was made) must not keep it.
process.exit();
