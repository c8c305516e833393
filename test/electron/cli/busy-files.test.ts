import { existsSync, mkdirSync, readdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../support/built.ts';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { attendanceCsv } from '../canteen-files.ts';
import { type Ended, runCliProcess } from './run-process.ts';

interface Fault {
  readonly call: 'rmSync' | 'renameSync' | 'linkSync' | 'utimesSync';
  readonly code: string;
  readonly path: string;
  readonly times?: number;
}

const folder = temporaryFolder();
const preload = join(projectFolder, 'test', 'support', 'faulty-fs.mjs');
const temporaries = 'bonne-mesure-(import|restore|sample)-\\d';
const parts = '\\.part$';
const answer = ({ stdout }: Ended) => JSON.parse(stdout);

let runs = 0;

/** Data of one import, and a file that holds more days. */
async function prepared() {
  runs += 1;
  const data = join(folder, `data-${runs}`);
  const first = writeUnder(folder, 'a.csv', attendanceCsv('2025-09-01', '2025-09-30'));
  await runCliProcess(['import', first, '--data', data]);
  const run = (fault: Fault | null, ...words: string[]) =>
    runCliProcess([...words, '--data', data], {
      ...(fault && { NODE_OPTIONS: `--import=${preload}`, FAULT: JSON.stringify(fault) }),
    });
  const imports = async () => Number(answer(await run(null, 'imports', '--json')).length);
  return { data, run, imports };
}

const busy = (call: Fault['call'], path: string, times?: number, code = 'EBUSY'): Fault => ({
  call,
  code,
  path,
  ...(times !== undefined && { times }),
});

const more = () => writeUnder(folder, 'b.csv', attendanceCsv('2025-10-01', '2025-10-10'));

describe('a system that says “not now”', () => {
  test.each([
    ['its temporary folder is held for a moment', busy('rmSync', temporaries, 1)],
    ['its temporary folder is held for good', busy('rmSync', temporaries)],
    ['its temporary folder may not be removed', busy('rmSync', temporaries, undefined, 'EPERM')],
    ['the backup before it is held for a moment', busy('linkSync', parts, 1)],
    ['no backup can be given its name', busy('linkSync', parts, undefined, 'EIO')],
    ['the time of the backup cannot be set', busy('utimesSync', parts)],
  ])('an import is done, and says so, though %s', async (_what, fault) => {
    const { run, imports } = await prepared();
    const ended = await run(fault, 'import', more());
    expect(ended.stderr).not.toMatch(/\bE[A-Z]{3,}\b/);
    expect([ended.code, await imports()]).toEqual([0, 2]);
  });

  test('a restore is done, and says so, though its copy cannot be removed', async () => {
    const { data, run, imports } = await prepared();
    const copy = join(folder, 'copy.sqlite');
    expect((await run(null, 'backup', copy)).code).toBe(0);
    await run(null, 'import', more());
    const ended = await run(busy('rmSync', temporaries), 'restore', copy);
    expect([ended.code, await imports()]).toEqual([0, 1]);
    expect(readdirSync(join(data, 'backups')).filter((name) => !name.endsWith('.sqlite'))).toEqual([]);
  });

  test('a backup that a scanner holds for a moment is made; one that it never lets go is refused', async () => {
    const { run } = await prepared();
    const copy = join(folder, 'held.sqlite');
    expect((await run(busy('renameSync', parts, 2), 'backup', copy)).code).toBe(0);
    const refused = await run(busy('renameSync', parts), 'backup', copy);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('Vos données sont intactes');
  });

  test('what a killed run left is removed at the next start; what a running one has stays', async () => {
    const { run } = await prepared();
    // No system gives a process this number.
    const folderOf = (pid: number) => join(tmpdir(), `bonne-mesure-import-${pid}-abcdef`);
    const [left, used] = [folderOf(2 ** 31 - 1), folderOf(process.pid)];
    for (const path of [left, used]) mkdirSync(path, { recursive: true });
    await run(null, 'imports');
    expect([left, used].map((path) => existsSync(path))).toEqual([false, true]);
    rmdirSync(used);
  });
});
