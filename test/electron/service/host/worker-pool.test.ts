import type { Result } from '../../../../electron/api/contract.ts';
import type { JobRunner, ProgressListener } from '../../../../electron/service/host/job-runner.ts';
import type { JobRequest } from '../../../../electron/service/host/protocol.ts';
import { WorkerPool } from '../../../../electron/service/host/worker-pool.ts';

const idle = 20;
const nothing = () => undefined;
const shown = {
  method: 'plan.week',
  input: { from: '2026-01-12', to: '2026-01-16', serviceLevel: 0.8 },
  language: 'fr',
  dataFolder: '/nowhere',
  today: '2026-01-14',
  now: '2026-01-14T09:12',
  files: [],
} as const satisfies JobRequest;
const past: JobRequest = { ...shown, method: 'plan.past', input: { siteId: 1, date: '2026-01-15' } };

interface Started {
  readonly request: JobRequest;
  readonly progress: ProgressListener;
  answer(result?: Result<unknown>): void;
}

const cancelled = { ok: false, error: { kind: 'cancelled', message: '', remedy: '' } } as const;

/** A thread whose jobs end when the test says so. */
class HandLane implements JobRunner {
  readonly started: Started[] = [];
  closed = 0;

  start(request: JobRequest, progress: ProgressListener) {
    const { promise, resolve } = Promise.withResolvers<Result<unknown>>();
    const answer = (result: Result<unknown> = { ok: true, value: null }) => resolve(result);
    this.started.push({ request, progress, answer });
    return { result: promise, cancel: () => answer(cancelled) };
  }

  warmUp(): void {}

  async close(): Promise<void> {
    this.closed++;
  }
}

function lanes(ahead = true) {
  const [front, back] = [new HandLane(), new HandLane()];
  const both = new WorkerPool({
    interactive: front,
    background: back,
    runsInBackground: (name) => name === 'plan.past',
    ahead,
    idle,
    afterChange: idle,
    spare: idle,
  });
  return { both, front, back };
}

const pause = (times = 3) => new Promise((resolve) => setTimeout(resolve, times * idle));

/** What was asked of a lane: the first day, the day on which it is asked, and whether somebody waits. */
const asked = ({ started }: HandLane) =>
  started.map(({ request }) => [
    (request.input as { from: string }).from,
    request.today,
    request.ahead === true,
  ]);

test('a replay of the past has a thread of its own', () => {
  const { both, front, back } = lanes();
  both.start(past, nothing);
  both.start(shown, nothing);
  expect(front.started.map(({ request }) => request)).toEqual([shown]);
  expect(back.started.map(({ request }) => request)).toEqual([past]);
});

test('where a week must be fitted, the second thread helps once and stops when the answer is there', async () => {
  const { both, front, back } = lanes();
  const heard: number[] = [];
  both.start(shown, (_, done) => heard.push(done));
  front.started[0]?.progress('load', 1);
  front.started[0]?.progress('fit', 0);
  expect(back.started).toEqual([]);
  for (const done of [0.1, 0.2]) front.started[0]?.progress('fit', done);
  expect(asked(back)).toEqual([['2026-01-12', '2026-01-14', true]]);
  expect(heard).toEqual([1, 0, 0.1, 0.2]);
  front.started[0]?.answer();
  await pause();
  expect(asked(back)[1]).toEqual(['2026-01-19', '2026-01-14', true]);
});

test('when a week was shown, those next to it and the next morning are prepared, one after the other', async () => {
  const { both, front, back } = lanes();
  both.start(shown, nothing);
  await pause();
  expect(back.started).toEqual([]);
  front.started[0]?.answer();
  for (let i = 0; i < 4; i++) {
    await pause();
    back.started[i]?.answer();
  }
  expect(asked(back)).toEqual([
    ['2026-01-19', '2026-01-14', true],
    ['2026-01-12', '2026-01-15', true],
    ['2026-01-05', '2026-01-14', true],
  ]);
  await pause();
  // Then the thread is let go.
  expect(back.closed).toBeGreaterThan(0);
  expect(front.closed).toBe(0);
});

test.each([
  ['on a Friday it is Monday of the week after', '2026-01-16', '2026-01-12', ['2026-01-19', '2026-01-19']],
  [
    'of records that ended long ago it is the same week',
    '2026-06-03',
    '2026-01-12',
    ['2026-01-12', '2026-06-04'],
  ],
])('the next morning: %s', async (_, today, from, expected) => {
  const { both, front, back } = lanes();
  both.start({ ...shown, today, input: { from, to: '2026-01-16' } }, nothing);
  front.started[0]?.answer();
  await pause();
  back.started[0]?.answer();
  await pause();
  expect(asked(back)[1]).toEqual([...expected, true]);
});

test('a call makes way, and what it stopped is begun again later', async () => {
  const { both, front, back } = lanes();
  both.start(shown, nothing);
  front.started[0]?.answer();
  await pause();
  expect(back.started).toHaveLength(1);
  both.start({ ...shown, method: 'plan.cell', input: { siteId: 1, date: '2026-01-15' } }, nothing);
  await pause();
  expect(back.started).toHaveLength(1);
  front.started[1]?.answer();
  await pause();
  expect(asked(back)).toEqual([asked(back)[0], asked(back)[0]]);
});

test.each([
  ['a plan of another time', { ...shown, input: { ...shown.input, asOf: '2026-01-09' } }],
  ['a plan of a month', { ...shown, input: { from: '2026-01-01', to: '2026-01-31' } }],
  ['another call', past],
])('%s says nothing of what comes next', async (_, request) => {
  const { both, front, back } = lanes();
  both.start(request, nothing);
  for (const { answer } of [...front.started, ...back.started]) answer();
  await pause();
  expect(back.started.filter((one) => one.request.ahead)).toEqual([]);
});

/** Waits for a lane's job of that number, and answers it. */
async function answerOf({ started }: HandLane, index: number): Promise<void> {
  while (started.length <= index) await pause(1);
  started[index]?.answer();
}

test('after a change elsewhere the week shown last and that of the next morning are prepared anew', async () => {
  const { both, front, back } = lanes();
  both.start(shown, nothing);
  front.started[0]?.answer();
  for (let i = 0; i < 3; i++) await answerOf(back, i);
  both.dataChanged({ today: '2026-01-15', now: '2026-01-15T10:00' });
  for (let i = 3; i < 5; i++) await answerOf(back, i);
  expect(asked(back).slice(3)).toEqual([
    ['2026-01-12', '2026-01-15', true],
    ['2026-01-12', '2026-01-16', true],
  ]);
  await both.close();
});

test('a change before any week was shown prepares nothing', async () => {
  const { both, front, back } = lanes();
  both.dataChanged({ today: '2026-01-15', now: '2026-01-15T10:00' });
  both.start(shown, nothing);
  front.started[0]?.answer();
  await answerOf(back, 0);
  expect(asked(back)).toEqual([['2026-01-19', '2026-01-14', true]]);
  await both.close();
});

test('where nothing is prepared ahead the second thread still helps, and is let go', async () => {
  const { both, front, back } = lanes(false);
  both.start(shown, nothing);
  front.started[0]?.progress('fit', 0.1);
  expect(asked(back)).toEqual([['2026-01-12', '2026-01-14', true]]);
  back.started[0]?.answer();
  front.started[0]?.answer();
  both.dataChanged({ today: '2026-01-15', now: '2026-01-15T10:00' });
  await pause();
  expect(back.started).toHaveLength(1);
  expect(back.closed).toBeGreaterThan(0);
});

test('closing leaves nothing that would begin later', async () => {
  const { both, front, back } = lanes();
  both.start(shown, nothing);
  front.started[0]?.answer();
  await new Promise(setImmediate);
  await both.close();
  await pause();
  expect(back.started).toEqual([]);
});
