import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { buildsFolder, placeBuild, publishBuild, sourceStamp } from '../../../electron/build/builds.js';
import { buildFolder, projectFolder } from '../../support/built.ts';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';

const folder = temporaryFolder();
const children = new Set<ChildProcess>();
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** Starts a program and resolves with its first line. */
async function started(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, words, {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, ...env },
  });
  children.add(child);
  const line = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
  const end = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill();
    });
  return { line, end };
}

/** A project with one build whose command line says a word and waits. */
function projectWith(name: string): { readonly project: string; build(word: string): string } {
  const project = join(folder, name);
  const build = (word: string) => {
    const made = join(buildsFolder(project), `new-${word}`);
    writeUnder(made, 'electron/cli.js', `console.log('${word}');\nprocess.stdin.resume();\n`);
    const built = join(buildsFolder(project), word);
    placeBuild(made, built);
    publishBuild(built, project);
    return built;
  };
  writeUnder(project, 'package.json', '{ "type": "module" }');
  return { project, build };
}

const program = (project: string) => join(project, 'dist', 'electron', 'cli.js');

describe('the stamp of the sources', () => {
  const project = join(folder, 'stamped');
  beforeAll(() => {
    for (const room of ['assets', 'db', 'electron', 'forecasting', 'renderer']) {
      writeUnder(project, `${room}/a.ts`, room);
    }
    for (const file of ['package.json', 'package-lock.json', 'vite.config.ts']) {
      writeUnder(project, file, '{}');
    }
  });

  test('tells content and names, not times and not the tests', () => {
    const before = sourceStamp(project);
    utimesSync(join(project, 'db/a.ts'), 1, 1);
    writeUnder(project, 'test/a.ts', 'test');
    expect(sourceStamp(project)).toBe(before);
    writeUnder(project, 'db/a.ts', 'other');
    const after = sourceStamp(project);
    expect(after).not.toBe(before);
    writeUnder(project, 'db/b.ts', '');
    expect(sourceStamp(project)).not.toBe(after);
  });
});

describe('a build', () => {
  test('stays whole under a process that runs from it, whatever is built meanwhile', async () => {
    const { project, build } = projectWith('running');
    const first = build('first');
    const { line, end } = await started([program(project)]);
    expect(line).toBe('first');
    const others = Array.from({ length: 8 }, (_, i) => build(`build-${i}`));
    expect(existsSync(join(first, 'electron/cli.js'))).toBe(true);
    expect(others.filter((path) => existsSync(path)).length).toBeLessThan(others.length);
    const next = await started([program(project)]);
    expect(next.line).toBe('build-7');
    await Promise.all([end(), next.end()]);
    build('last');
    expect(existsSync(first)).toBe(false);
    expect(readFileSync(join(project, 'dist', 'current'), 'utf8')).toBe('last');
  });

  test('gives the running app its pages while others are built', async () => {
    const project = join(folder, 'served');
    mkdirSync(project);
    symlinkSync(join(projectFolder, 'node_modules'), join(project, 'node_modules'), 'junction');
    writeUnder(project, 'package.json', '{ "type": "module" }');
    const build = (name: string) => {
      const made = join(buildsFolder(project), `new-${name}`);
      for (const part of ['electron', 'renderer']) {
        cpSync(join(buildFolder(), part), join(made, part), { recursive: true });
      }
      const built = join(buildsFolder(project), name);
      placeBuild(made, built);
      publishBuild(built, project);
    };
    build('app');
    const { line, end } = await started([program(project), 'serve', '--data', join(folder, 'data')]);
    for (const name of ['1', '2', '3', '4', '5', '6']) build(name);
    const admitted = await fetch(line, { redirect: 'manual' });
    const cookie = admitted.headers.get('set-cookie')?.split(';')[0] ?? '';
    for (const file of readdirSync(join(buildFolder(), 'renderer', 'assets'))) {
      const answer = await fetch(new URL(`/assets/${file}`, line), { headers: { cookie } });
      expect([file, answer.status]).toEqual([file, 200]);
      await answer.arrayBuffer();
    }
    await end();
  });

  test('is not made again where nothing changed', () => {
    const page = join(buildFolder(), 'renderer', 'index.html');
    const before = statSync(page).mtimeMs;
    const said = execFileSync(process.execPath, [join(projectFolder, 'electron/build/build.js')], {
      encoding: 'utf8',
    });
    expect(said.trim()).toBe(buildFolder());
    expect(statSync(page).mtimeMs).toBe(before);
  });
});

describe('the lock of builds', () => {
  const builds = pathToFileURL(join(projectFolder, 'electron', 'build', 'builds.js')).href;
  const run = promisify(execFile);
  /** Holds the lock for a while in a process of its own; resolves with the times of taking and of leaving it. */
  const hold = async (lock: string) => {
    const script = `import { alone } from '${builds}';
      await alone(${JSON.stringify(lock)}, async () => {
        const from = process.hrtime.bigint();
        await new Promise((resolve) => setTimeout(resolve, 100));
        console.log(from + ' ' + process.hrtime.bigint());
      });`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script]);
    return stdout.trim().split(' ').map(BigInt);
  };

  test('is held by one process at a time', async () => {
    const lock = join(folder, 'builds.lock');
    const times = await Promise.all([hold(lock), hold(lock), hold(lock)]);
    times.sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [i, [from]] of times.slice(1).entries()) expect(from > times[i][1]).toBe(true);
    expect(existsSync(lock)).toBe(false);
  });

  test('is taken over from a process that has died', async () => {
    const dead = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await new Promise((resolve) => dead.once('exit', resolve));
    const lock = writeUnder(folder, 'dead.lock', String(dead.pid));
    await hold(lock);
    expect(existsSync(lock)).toBe(false);
  });
});
