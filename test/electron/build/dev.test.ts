import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder, projectFolder } from '../../support/built.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { until } from '../desktop/page-calls.ts';

const folder = temporaryFolder();
let child: ChildProcess;
let said = '';
const address = () => /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];

const callAs = (origin: string) =>
  fetch(new URL('/api/call', address()), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ method: 'app.state', input: {}, options: { language: 'fr' } }),
  });

beforeAll(async () => {
  // `npm ci` leaves a build, without which no service starts.
  buildFolder();
  const dev = join(projectFolder, 'electron', 'build', 'dev.js');
  child = spawn(process.execPath, [dev, '--data', join(folder, 'data'), '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Where CI is set, the address would be written in colours.
    env: { ...process.env, NODE_ENV: 'development', NO_COLOR: '1' },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  await until(() => address() !== undefined || child.exitCode !== null);
  if (address() === undefined) throw new Error(`it did not start: ${said}`);
}, 120_000);

afterAll(async () => {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
});

test('npm run dev serves the pages from their sources, and the sample from a folder of its own', async () => {
  const page = await (await fetch(address() ?? '')).text();
  expect(page).toContain('/@vite/client');
  const entry = await (await fetch(new URL('/app/entry.ts', address()))).text();
  expect(entry).toContain('sourceMappingURL');
  const answer = await (await callAs(new URL(address() ?? '').origin)).json();
  expect(answer).toMatchObject({ ok: true, value: { sample: true, dataFolder: join(folder, 'data') } });
});

test('other pages of the browser are not let in', async () => {
  expect((await callAs('http://127.0.0.1:9')).status).toBe(404);
});

test('a change of the service starts it anew', async () => {
  const file = join(projectFolder, 'electron', 'worker', 'worker.ts');
  expect(readFileSync(file, 'utf8')).not.toBe('');
  utimesSync(file, new Date(), new Date());
  await until(() => said.includes('service restarted'));
  expect(await (await callAs(new URL(address() ?? '').origin)).json()).toMatchObject({ ok: true });
}, 120_000);
