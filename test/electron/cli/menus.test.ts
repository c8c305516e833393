import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { runCliProcess } from './run-process.ts';

const folder = temporaryFolder();
const data = join(folder, 'data');
const on = (...words: string[]) => runCliProcess([...words, '--data', data]);

test('annexe I, what is stated of a dish, and the register on the command line', async () => {
  expect(await on('menus')).toMatchObject({ code: 0, stdout: expect.stringContaining('Aucun repas servi') });
  expect(await on('sample')).toMatchObject({ code: 0 });
  const listed = await on('menus');
  expect(listed.stdout).toContain('Annexe I, arrêté du 30 septembre 2011\u00a0: 20 repas servis');
  expect(listed.stdout.split('\n').filter((line) => /^ *(\d|1\d) +\p{L}/u.test(line))).toHaveLength(15);
  const stated = await on('menus', '--dish', 'Frites', '--attribute', 'fried', '--has', 'no');
  expect(stated.code).toBe(0);
  expect(await on('menus', '--dish', 'Frites')).toMatchObject({ code: 2 });
  const wrong = await on('menus', '--dish', 'Frites', '--attribute', 'cuit', '--has', 'yes');
  expect(wrong.stderr).toContain('fat-over-protein');
  const out = join(folder, 'registre.csv');
  expect(await on('menus', '--register', out)).toMatchObject({ code: 0 });
  expect(readFileSync(out, 'utf8')).toContain('Plat principal');
});
