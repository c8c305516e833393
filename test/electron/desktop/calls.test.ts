import { Calls } from '../../../electron/desktop/calls.ts';

const reading = { job: 'plan', missed: false };
const writing = { job: 'import', missed: true };

test('knows the calls under way, and forgets them when they end, also badly', async () => {
  const calls = new Calls();
  const good = Promise.withResolvers<number>();
  const bad = Promise.withResolvers<never>();
  const first = calls.track(reading, good.promise);
  expect(calls.wouldBeMissed).toBe(false);
  const second = calls.track(writing, bad.promise);
  const quick = calls.track({ job: undefined, missed: false }, Promise.resolve('quick'));
  expect(calls.jobs).toEqual(['plan', 'import']);
  expect(calls.wouldBeMissed).toBe(true);
  expect(await quick).toBe('quick');
  good.resolve(1);
  bad.reject(new Error('no'));
  expect(await first).toBe(1);
  await expect(second).rejects.toThrow('no');
  expect(calls.jobs).toEqual([]);
  expect(calls.wouldBeMissed).toBe(false);
});

test('settles when the last call has ended', async () => {
  const calls = new Calls();
  const work = Promise.withResolvers<void>();
  const done = calls.track(writing, work.promise);
  let settled = false;
  const waiting = calls.settled(60_000).then(() => {
    settled = true;
  });
  await Promise.resolve();
  expect(settled).toBe(false);
  work.resolve();
  await Promise.all([done, waiting]);
  expect(settled).toBe(true);
});

test('does not wait for ever', async () => {
  const calls = new Calls();
  void calls.track(writing, new Promise(() => undefined));
  await calls.settled(10);
  expect(calls.jobs).toEqual(['import']);
});
