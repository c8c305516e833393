import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { attendanceCsv } from '../canteen-files.ts';
import { type Ended, runCliProcess, startCli } from './run-process.ts';

const folder = temporaryFolder();
const data = join(folder, 'data');
const on = (...words: string[]) => runCliProcess([...words, '--data', data]);
const answer = ({ stdout }: Ended) => JSON.parse(stdout);
const file = join(folder, 'copie.sqlite');

describe('backup and restore', () => {
  beforeAll(async () => {
    const csv = writeUnder(folder, 'a.csv', attendanceCsv('2025-09-01', '2025-12-12'));
    expect((await on('import', csv)).code).toBe(0);
  }, 30_000);

  test('a backup is made while the app has the data open', async () => {
    const app = startCli(['serve', '--data', data, '--json']);
    const [told] = await once(app.child.stdout as NodeJS.ReadableStream, 'data');
    expect(JSON.parse(String(told)).url).toContain('http://127.0.0.1');
    const ended = await on('backup', file, '--json');
    expect(ended.code).toBe(0);
    expect(answer(ended)).toEqual({ file, bytes: statSync(file).size });
    app.child.kill('SIGTERM');
    await app.ended;
  }, 30_000);

  test('a dry run says what would change, and changes nothing', async () => {
    const more = writeUnder(folder, 'b.csv', attendanceCsv('2025-12-15', '2026-01-13'));
    await on('import', more);
    const ended = await on('restore', file, '--dry-run');
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.stdout).toContain('Sauvegarde\u00a0: 2 sites');
    expect(ended.stdout).toContain('dernier jour 12 décembre 2025');
    expect(ended.stdout).toContain('dernier jour 13 janvier 2026');
    expect(ended.stdout).toContain('rien n’a été changé');
    expect(answer(await on('imports', '--json'))).toHaveLength(2);
  }, 30_000);

  test('a restore puts the data back, and says how to go back', async () => {
    const ended = await on('restore', file, '--json');
    expect(ended.code).toBe(0);
    const { before, file: contents } = answer(ended);
    expect(contents.lastDay).toBe('2025-12-12');
    expect(answer(await on('imports', '--json'))).toHaveLength(1);
    expect(readdirSync(join(data, 'backups'))).toContain(before.name);
    const back = await on('restore', join(data, 'backups', before.name));
    expect(back.stdout).toContain('bonne-mesure restore "');
    expect(answer(await on('imports', '--json'))).toHaveLength(2);
  }, 30_000);

  test('a restore into a new folder moves the data there', async () => {
    const elsewhere = join(folder, 'elsewhere');
    const ended = await runCliProcess(['restore', file, '--data', elsewhere, '--json']);
    expect(answer(ended).before).toBeNull();
    expect(answer(await runCliProcess(['imports', '--json', '--data', elsewhere]))).toHaveLength(1);
  }, 30_000);

  test('what cannot be done says why, and exits with 2', async () => {
    writeFileSync(join(folder, 'note.txt'), 'no backup');
    const wrong = await on('restore', join(folder, 'note.txt'));
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('n’est pas une sauvegarde de Bonne Mesure');
    const missing = await on('restore', join(folder, 'missing.sqlite'));
    expect(missing.stderr).toContain('Fichier introuvable');
    const nowhere = await on('backup', join(folder, 'not', 'there.sqlite'));
    expect(nowhere).toMatchObject({ code: 2, stdout: '' });
    if (process.platform !== 'win32') {
      const pipe = join(folder, 'pipe');
      execFileSync('mkfifo', [pipe]);
      const device = await on('backup', pipe);
      expect([device.code, device.stderr]).toEqual([2, expect.stringContaining('Rien n’a été changé')]);
      expect(lstatSync(pipe).isFIFO()).toBe(true);
    }
    const over = await on('backup', join(data, 'canteen.sqlite'));
    expect(over).toMatchObject({ code: 2, stdout: '' });
    expect((await on('check')).code).toBe(0);
  }, 30_000);
});
