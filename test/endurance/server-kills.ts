import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Input, Method, Result } from '../../electron/api/contract.ts';
import { firstAddress } from '../e2e/support/door.ts';
import { builtProgram, projectFolder } from '../support/built.ts';
import { enterOverHttp, type HttpDoor, post } from './door-over-http.ts';
import { dataOf, dataState, today } from './fault-matrix.ts';
import { copyOf, type Reference, settledState, wrongAfterKill } from './kills.ts';

/** What a page asks of a server before that is killed, on the folder of the canteens. */
export type ServerWork = (door: HttpDoor, folder: string) => Promise<Result<unknown>>;

const week = { from: '2025-10-06', to: '2025-10-10' };

const call = <M extends Method>(door: HttpDoor, method: M, input: Input<M>): Promise<Result<unknown>> =>
  post(door, '/api/call', JSON.stringify({ method, input, options: { language: 'fr' } }));

const upload = (door: HttpDoor, folder: string, name: string) =>
  post<{ ticket: string }>(door, `/api/files?name=${name}`, new Uint8Array(readFileSync(join(folder, name))));

const asking =
  <M extends Method>(method: M, input: Input<M>): ServerWork =>
  (door) =>
    call(door, method, input);

export const serverWorks: Readonly<Record<string, ServerWork>> = {
  import: async (door, folder) =>
    call(door, 'imports.run', { tickets: [(await upload(door, folder, 'large.csv')).ticket] }),
  undo: asking('imports.undo', { batch: 2 }),
  approve: asking('orders.approve', { ...week, confirmHolidays: true }),
  record: asking('records.save', {
    entries: [{ siteId: 1, date: '2025-10-02', children: 118, dishes: [{ dish: 'Riz', prepared: 90 }] }],
  }),
  order: asking('orders.override', { overrides: [{ siteId: 1, date: '2025-10-09', quantity: 120 }] }),
  backup: asking('backups.make', {}),
  restore: async (door, folder) =>
    call(door, 'backups.restore', { tickets: [(await upload(door, folder, 'earlier.sqlite')).ticket] }),
};

/** The server as `npm start` starts it where there is no display: a process, with its child that serves. */
function startServer(folder: string): ChildProcess {
  const { DISPLAY, WAYLAND_DISPLAY, ...env } = process.env;
  return spawn(process.execPath, [builtProgram('start')], {
    cwd: projectFolder,
    stdio: ['pipe', 'pipe', 'ignore'],
    // A group of its own, which is killed as one.
    detached: true,
    env: {
      ...env,
      BONNE_MESURE_DATA: dataOf(folder),
      BONNE_MESURE_TODAY: today,
      XDG_CACHE_HOME: join(folder, 'cache'),
    },
  });
}

const childrenOf = (pid: number): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);

/** Who is killed: all processes of the server, or the one that serves. */
export const victims = {
  group: (pid: number) => process.kill(-pid, 'SIGKILL'),
  child: (pid: number) => {
    // Before it has a child, it is the start alone that can be killed.
    const children = childrenOf(pid);
    for (const one of children.length > 0 ? children : [pid]) process.kill(one, 'SIGKILL');
  },
} as const;

export type Victim = keyof typeof victims;

/** Has the server do its work to the end, to know how long that takes from its start and what is there then. */
export async function serverReference(root: string, work: ServerWork): Promise<Reference> {
  const folder = copyOf(root, 'canteens');
  const before = dataState(folder);
  const start = performance.now();
  const server = startServer(folder);
  const ended = once(server, 'close');
  const answer = await work(await enterOverHttp(await firstAddress(server)), folder);
  const milliseconds = performance.now() - start;
  server.kill('SIGTERM');
  await ended;
  if (!answer.ok) throw new Error(answer.error.message);
  const states = new Set([before, dataState(folder), await settledState(root, 'canteens')]);
  rmSync(folder, { recursive: true });
  return { milliseconds, states };
}

/** Kills a server after `share` of the time that its start and its work take; answers what is wrong then. */
export async function killServer(
  root: string,
  work: ServerWork,
  { milliseconds, states }: Reference,
  { victim, share }: { readonly victim: Victim; readonly share: number },
): Promise<readonly string[]> {
  const folder = copyOf(root, 'canteens');
  const server = startServer(folder);
  const { pid = 0 } = server;
  const ended = once(server, 'close');
  let processes: readonly number[] = [pid];
  const timer = setTimeout(() => {
    processes = [pid, ...childrenOf(pid)];
    victims[victim](pid);
  }, share * milliseconds);
  // What it answered before it was killed, if anything: nobody hears the rest.
  const asked = firstAddress(server)
    .then(enterOverHttp)
    .then((door) => work(door, folder))
    .catch(() => null);
  await ended;
  clearTimeout(timer);
  await asked;
  return wrongAfterKill(folder, states, processes);
}
