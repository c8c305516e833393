import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Loaded before a program: as it ends, says on standard error how much memory its process held at most, in MB. */
if (isMainThread) {
  process.on('exit', () => {
    // Linux counts what started this process into `maxRSS`; the status file does not.
    const own =
      process.platform === 'linux'
        ? Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
        : process.resourceUsage().maxRSS;
    process.stderr.write(`\npeak ${Math.round(own / 1000)} MB\n`);
  });
}
