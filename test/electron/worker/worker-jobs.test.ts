import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiEvent } from '../../../electron/api/contract.ts';
import type { FileRef } from '../../../electron/api/records.ts';
import { createService, type Service } from '../../../electron/service/host/service.ts';
import { WorkerJobs } from '../../../electron/service/host/worker-jobs.ts';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { attendanceCsv } from '../canteen-files.ts';

const folder = temporaryFolder();
const services: Service[] = [];
const recent = writeUnder(folder, 'recent.csv', attendanceCsv('2025-09-01', '2026-01-13'));
const long = writeUnder(folder, 'long.csv', attendanceCsv('1940-09-01', '2025-07-01'));
const french = { language: 'fr' } as const;

function serviceOn(name: string, jobs = new WorkerJobs()): Service {
  const service = createService({ dataFolder: join(folder, name), today: () => '2026-01-14', jobs });
  services.push(service);
  return service;
}

afterEach(() => Promise.all(services.splice(0).map((service) => service.close())));

async function importing(service: Service, path: string, job: string) {
  const { ticket } = await service.registerFile(path);
  return service.call('imports.run', { tickets: [ticket] }, { ...french, job });
}

test('long work runs in the worker and the caller stays free', async () => {
  const service = serviceOn('free');
  const events: ApiEvent[] = [];
  service.subscribe((event) => events.push(event));
  let ticks = 0;
  const timer = setInterval(() => ticks++, 5);
  const result = await importing(service, long, 'long');
  clearInterval(timer);
  expect(result).toMatchObject({ ok: true, value: { batch: 1 } });
  expect(ticks).toBeGreaterThan(5);
  const progress = events.flatMap((event) => (event.type === 'progress' ? event.done : []));
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(progress.at(-1)).toBe(1);
  expect(events.at(-1)).toEqual({ type: 'changed' });
  // What the worker wrote is seen by this thread's own connection.
  expect(await service.call('imports.list', {}, french)).toMatchObject({ ok: true, value: [{ batch: 1 }] });
});

test('a plan is made in the worker from what it has just imported', async () => {
  const service = serviceOn('plan');
  await importing(service, recent, 'import');
  const week = { from: '2026-01-15', to: '2026-01-16' };
  const first = await service.call('plan.week', week, french);
  const second = await service.call('plan.week', week, french);
  expect(first).toMatchObject({ ok: true, value: { asOf: '2026-01-14' } });
  expect(second).toEqual(first);
});

test('cancelling during an import leaves no trace', async () => {
  const service = serviceOn('cancel');
  service.subscribe((event) => {
    if (event.type === 'progress') {
      service.cancel('import');
    }
  });
  expect(await importing(service, long, 'import')).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
  expect(await service.call('imports.list', {}, french)).toEqual({ ok: true, value: [] });
  expect(await service.call('app.state', {}, french)).toMatchObject({ ok: true, value: { empty: true } });
  const again = await importing(service, recent, 'again');
  expect(again.ok ? null : again.error).toBeNull();
  expect(again).toMatchObject({ ok: true, value: { batch: 1 } });
});

test('jobs wait for each other; one that waits can be cancelled', async () => {
  const service = serviceOn('queue');
  const done: string[] = [];
  const note =
    (name: string) =>
    <T>(result: T) => {
      done.push(name);
      return result;
    };
  // Files are registered first: which is found soonest must not decide the order of the calls.
  const [early, late] = await Promise.all([service.registerFile(long), service.registerFile(recent)]);
  const call = (file: FileRef, job: string) =>
    service.call('imports.run', { tickets: [file.ticket] }, { ...french, job }).then(note(job));
  const first = call(early, 'first');
  const second = call(late, 'second');
  const third = call(late, 'third');
  await new Promise((resolve) => setTimeout(resolve, 20));
  service.cancel('second');
  expect(await second).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
  expect(done).toEqual(['second']);
  expect(await first).toMatchObject({ ok: true });
  expect(await third).toMatchObject({ ok: true });
  expect(done).toEqual(['second', 'first', 'third']);
});

test('a worker that falls is an error, and the next call gets a new one', async () => {
  const broken = writeUnder(
    folder,
    'broken-worker.mjs',
    "import { parentPort } from 'node:worker_threads';\nparentPort.on('message', () => process.exit(7));\n",
  );
  const service = serviceOn('broken', new WorkerJobs(broken));
  for (const _time of [1, 2]) {
    expect(await importing(service, recent, 'import')).toEqual({
      ok: false,
      error: {
        kind: 'internal',
        message: 'Le calcul s’est arrêté tout seul (exit 7). Rien n’a été changé.',
        remedy: 'Recommencez\u00a0: il repart à neuf.',
      },
    });
  }
});

test('a worker that throws, or that is not there, is an error too', async () => {
  const throwing = writeUnder(folder, 'throwing-worker.mjs', "throw new Error('no memory');\n");
  for (const [name, file, detail] of [
    ['throwing', throwing, 'no memory'],
    ['absent', join(folder, 'absent.mjs'), 'absent.mjs'],
  ] as const) {
    const service = serviceOn(name, new WorkerJobs(file));
    const result = await importing(service, recent, 'import');
    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'internal', message: expect.stringContaining(detail) },
    });
  }
});

test('a worker that needs too much memory ends with words, and the next call gets a new one', async () => {
  const hungry = writeUnder(
    folder,
    'hungry-worker.mjs',
    "import { parentPort } from 'node:worker_threads';\nconst kept = [];\nparentPort.on('message', () => { for (;;) kept.push(new Array(10_000).fill(kept.length)); });\n",
  );
  const service = serviceOn('hungry', new WorkerJobs(hungry, 32));
  for (const _time of [1, 2]) {
    expect(await importing(service, recent, 'import')).toMatchObject({
      ok: false,
      error: { kind: 'internal', message: expect.stringContaining('memory') },
    });
  }
});

test('closing ends the work under way', async () => {
  const service = serviceOn('close');
  const running = importing(service, long, 'import');
  await new Promise((resolve) => setTimeout(resolve, 100));
  await service.close();
  expect(await running).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
  const again = serviceOn('close');
  expect(await again.call('imports.list', {}, french)).toEqual({ ok: true, value: [] });
});

test('a worker is asked to end at closing; one that does not listen is stopped', async () => {
  const left = join(folder, 'left');
  const begun = (name: string) => join(folder, `${name}-begun`);
  const worker = (name: string, rest: string) =>
    writeUnder(
      folder,
      `${name}-worker.mjs`,
      `import { writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ type }) => {
  if (type === 'job') writeFileSync(${JSON.stringify(begun(name))}, '');
  ${rest}
});
`,
    );
  const polite = worker(
    'polite',
    `if (type === 'close') { writeFileSync(${JSON.stringify(left)}, ''); process.exit(); }`,
  );
  const deaf = worker('deaf', 'for (;;);');
  for (const [name, file] of [
    ['polite', polite],
    ['deaf', deaf],
  ] as const) {
    const service = serviceOn(name, new WorkerJobs(file));
    const running = importing(service, recent, 'import');
    while (!existsSync(begun(name))) await new Promise((resolve) => setTimeout(resolve, 10));
    await service.close();
    expect(await running).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
  }
  expect(existsSync(left)).toBe(true);
});

test('a worker that does not hear a cancel is stopped, and what it had unpacked is removed', async () => {
  const begun = join(folder, 'busy-begun');
  const busy = writeUnder(
    folder,
    'busy-worker.mjs',
    `import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { parentPort, threadId } from 'node:worker_threads';
parentPort.on('message', ({ id, type }) => {
  if (type === 'close') process.exit();
  if (existsSync(${JSON.stringify(begun)})) {
    parentPort.postMessage({ type: 'done', id, result: { ok: true, value: { batch: null } } });
    return;
  }
  const own = mkdtempSync(tmpdir() + '/bonne-mesure-import-' + process.pid + 't' + threadId + '-');
  writeFileSync(${JSON.stringify(begun)}, own);
  for (;;);
});
`,
  );
  const service = serviceOn('busy', new WorkerJobs(busy));
  const running = importing(service, recent, 'import');
  const waiting = importing(service, recent, 'next');
  while (!existsSync(begun) || readFileSync(begun, 'utf8') === '') {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  service.cancel('import');
  expect(await running).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
  expect(await waiting).toMatchObject({ ok: true });
  expect(existsSync(readFileSync(begun, 'utf8'))).toBe(false);
});

/** A cancel says nothing to a call that has not begun: it is asked again until it is heard. */
async function cancelledOnce(service: Service, running: Promise<unknown>, job: string): Promise<void> {
  const timer = setInterval(() => service.cancel(job), 10);
  await running;
  clearInterval(timer);
}

test('what is being kept is no longer cancelled, nor is its worker stopped', async () => {
  const begun = join(folder, 'keeping-begun');
  const go = join(folder, 'keeping-go');
  const keeping = writeUnder(
    folder,
    'keeping-worker.mjs',
    `import { existsSync, writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id, type, flag }) => {
  if (type === 'close') process.exit();
  Atomics.compareExchange(flag, 0, 0, 2);
  writeFileSync(${JSON.stringify(begun)}, '');
  while (!existsSync(${JSON.stringify(go)}));
  parentPort.postMessage({ type: 'done', id, result: { ok: true, value: { batch: Atomics.load(flag, 0) } } });
});
`,
  );
  const service = serviceOn('keeping', new WorkerJobs(keeping));
  const running = importing(service, recent, 'import');
  while (!existsSync(begun)) await new Promise((resolve) => setTimeout(resolve, 10));
  const deaf = writeUnder(
    folder,
    'stopped-worker.mjs',
    "import { parentPort } from 'node:worker_threads';\nparentPort.on('message', () => { for (;;); });\n",
  );
  const other = serviceOn('stopped', new WorkerJobs(deaf));
  const stopped = importing(other, recent, 'other');
  service.cancel('import');
  // One that is cancelled after it is stopped: so long had this one to answer, too.
  await cancelledOnce(other, stopped, 'other');
  writeUnder(folder, 'keeping-go', '');
  expect(await running).toMatchObject({ ok: true, value: { batch: 2 } });
});

test('a cancel at the end leaves nothing, or all that the answer says', async () => {
  const service = serviceOn('late');
  service.subscribe((event) => {
    if (event.type === 'progress' && event.done >= 1) service.cancel('import');
  });
  const result = await importing(service, recent, 'import');
  const imports = await service.call('imports.list', {}, french);
  expect(imports).toMatchObject({ ok: true, value: result.ok ? [{ batch: 1 }] : [] });
});
