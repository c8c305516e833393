import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { builtProgram } from '../../support/built.ts';
import { describeWhere } from '../../support/describe-where.ts';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';

describeWhere(process.platform === 'linux', 'a host that stays', 'its C library is that of Linux', () => {
  const folder = temporaryFolder();

  test('gives memory back, and has no program that it starts do so', async () => {
    const ofBrowser = join(folder, 'environment');
    const opener = writeUnder(
      folder,
      'bin/xdg-open',
      `#!/bin/sh\nenv > '${ofBrowser}.new'; mv '${ofBrowser}.new' '${ofBrowser}'\n`,
    );
    chmodSync(opener, 0o755);
    const words = ['serve', '--open', '--data', join(folder, 'data')];
    const server = spawn(process.execPath, [builtProgram('cli'), ...words], {
      env: { PATH: `${dirname(opener)}:${process.env.PATH}`, HOME: folder },
      stdio: 'ignore',
    });
    const ended = once(server, 'exit');
    try {
      while (!existsSync(ofBrowser)) await setTimeout(20);
      // What it was started with, under the number of the process that was asked for.
      const own = readFileSync(`/proc/${server.pid}/environ`, 'utf8').split('\0');
      expect(own).toContain('MALLOC_ARENA_MAX=1');
      expect(readFileSync(ofBrowser, 'utf8')).not.toContain('MALLOC_');
    } finally {
      server.kill('SIGINT');
      await ended;
    }
  });
});
