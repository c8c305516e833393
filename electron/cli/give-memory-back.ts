/**
 * What the usual C library of Linux (glibc) is told as a process starts. It would keep what a thread has freed for the
 * next need of that thread: some fifty megabytes after an hour of clicks (`npm run bench -- memory-clicks`).
 * See mallopt(3).
 */
const settings = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
} as const;

/**
 * Begins anew, as the same process, so that a program that stays gives back the memory which it does not need any
 * more. The programs that it starts are not told so. Where somebody has chosen another way, that one stays.
 */
export function giveMemoryBack(): void {
  const names = Object.keys(settings) as (keyof typeof settings)[];
  if (names.every((name) => process.env[name] === settings[name])) {
    for (const name of names) delete process.env[name];
    return;
  }
  const isChosen = names.some((name) => process.env[name] !== undefined);
  if (process.platform !== 'linux' || isChosen) return;
  // A process that talks to the one which started it would lose its channel.
  if (process.execve === undefined || process.connected) return;
  const words = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  process.execve(process.execPath, words, { ...process.env, ...settings });
}
