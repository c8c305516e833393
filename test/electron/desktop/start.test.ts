import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { builtProgram, projectFolder } from '../../support/built.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { until } from './page-calls.ts';

const program = builtProgram('start');
const folder = temporaryFolder();
const started = new Set<ChildProcess>();
afterAll(() => {
  for (const child of started) {
    child.kill('SIGKILL');
  }
});

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  said(): string;
}

/** Runs what `npm start` runs after the build. */
function start(env: Readonly<Record<string, string>>, words: readonly string[] = []): Started {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...rest } = process.env;
  const language = { LANG: 'fr_FR.UTF-8', LC_ALL: 'fr_FR.UTF-8', NODE_OPTIONS: '' };
  const child = spawn(process.execPath, [program, ...words], {
    env: { ...rest, ...language, BONNE_MESURE_DATA: mkdtempSync(join(folder, 'data-')), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      started.delete(child);
      resolve(code);
    });
  });
  return { child, ended, said: () => said };
}

const addressIn = (text: string): string | undefined =>
  /http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]+/.exec(text)?.[0];

/** Waits for the browser host, asks it for its page, and ends it. `from`: what says its address. */
async function expectServed(
  { child, ended, said }: Started,
  signal: NodeJS.Signals = 'SIGTERM',
  from = said,
): Promise<void> {
  await until(() => addressIn(from()) !== undefined);
  const address = addressIn(from()) ?? '';
  const page = await fetch(address);
  expect(page.status).toBe(200);
  await page.arrayBuffer();
  child.kill(signal);
  expect(await ended).toBe(0);
  await expect(fetch(address)).rejects.toThrow();
}

describe('npm start without a display', () => {
  test('speaks the system’s language', async () => {
    const run = start({ LC_ALL: '', LANG: 'en_GB.UTF-8' });
    await expectServed(run);
    expect(run.said()).toMatch(/There is no display here[\s\S]*This address works once/);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'serves the app at the address it prints, until %s',
    async (signal) => {
      const run = start({});
      await expectServed(run, signal);
      expect(run.said()).toMatch(/Aucun écran ici[\s\S]*Cette adresse sert une fois/);
    },
  );
});

// Programs of these tests are shell scripts.
const describeWithShell = process.platform === 'win32' ? describe.skip : describe;

describeWithShell('npm start with a display', () => {
  const script = (file: string, body: string): string => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\n${body}\n`);
    chmodSync(file, 0o755);
    return file;
  };
  /** An environment with an Electron of ours, and a system browser that notes what it was to open. */
  const surroundings = (name: string, electron: string | null) => {
    const place = join(folder, name);
    if (electron !== null) {
      script(join(place, 'electron'), electron);
    }
    const opened = join(place, 'opened');
    // Its command line, and what it is given to read.
    for (const opener of ['xdg-open', 'open'])
      script(
        join(place, 'bin', opener),
        `(echo "$@"; cat "$1") > '${opened}.new'; mv '${opened}.new' '${opened}'`,
      );
    const env = {
      DISPLAY: ':99',
      ELECTRON_OVERRIDE_DIST_PATH: place,
      ELECTRON_RUN_AS_NODE: '1',
      PATH: `${join(place, 'bin')}:${process.env.PATH}`,
      // Nobody answers here: as good as no network.
      ELECTRON_MIRROR: 'http://127.0.0.1:9/',
      electron_config_cache: join(place, 'cache'),
    };
    return { env, opened };
  };

  test('runs Electron on the project, with the files it was given', async () => {
    const { env } = surroundings('good', 'echo "ran [$ELECTRON_RUN_AS_NODE] $@"');
    const run = start(env, ['relevés.csv']);
    expect(await run.ended).toBe(0);
    const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
    const words = [...(asRoot ? ['--no-sandbox'] : []), projectFolder, 'relevés.csv'];
    expect(run.said()).toBe(`ran [] ${words.join(' ')}\n`);
  });

  test('opens the browser where Electron’s window cannot open', async () => {
    const { env, opened } = surroundings('broken', 'exit 127');
    const run = start(env);
    await until(() => existsSync(opened));
    const [line] = readFileSync(opened, 'utf8').split('\n');
    expect(line).toMatch(/^\/\S+\/bonne-mesure\.html$/);
    expect([lstatSync(line ?? '').mode & 0o777, lstatSync(dirname(line ?? '')).mode & 0o777]).toEqual([
      0o600, 0o700,
    ]);
    expect(run.said().split('\n')[0]).toMatch(/^La fenêtre n’a pas pu s’ouvrir/);
    expect(addressIn(run.said())).toBeUndefined();
    await expectServed(run, 'SIGTERM', () => readFileSync(opened, 'utf8'));
    expect(existsSync(line ?? '')).toBe(false);
  });

  test('says in one line that Electron cannot be had, and opens the browser', async () => {
    const { env, opened } = surroundings('offline', null);
    const run = start(env);
    await until(() => existsSync(opened));
    expect(run.said().split('\n')[0]).toMatch(/^Electron n’a pas pu être téléchargé/);
    await expectServed(run, 'SIGTERM', () => readFileSync(opened, 'utf8'));
  });

  test('prints the address where no browser can be opened either', async () => {
    const { env } = surroundings('bare', 'exit 127');
    for (const opener of ['xdg-open', 'open']) script(join(folder, 'bare', 'bin', opener), 'exit 3');
    const run = start(env);
    await until(() => addressIn(run.said()) !== undefined);
    expect(run.said()).toContain('Le navigateur n’a pas pu être ouvert');
    await expectServed(run);
  });

  test('a second start opens the one that runs, by a new address', async () => {
    const data = mkdtempSync(join(folder, 'data-'));
    const first = start({ BONNE_MESURE_DATA: data });
    await until(() => addressIn(first.said()) !== undefined);
    const { env, opened } = surroundings('second', 'exit 127');
    const second = start({ ...env, BONNE_MESURE_DATA: data });
    expect(await second.ended).toBe(0);
    expect(second.said()).toContain('Bonne Mesure est déjà ouverte sur ces données.');
    const third = start({ BONNE_MESURE_DATA: data });
    expect(await third.ended).toBe(0);
    const addresses = [first.said(), readFileSync(opened, 'utf8'), third.said()].map(
      (text) => addressIn(text) ?? '',
    );
    expect(new Set(addresses.map((address) => new URL(address).port)).size).toBe(1);
    for (const address of addresses.slice(1)) expect((await fetch(address)).status).toBe(200);
    await expectServed(first);
  });
});
