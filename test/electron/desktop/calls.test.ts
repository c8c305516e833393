import { Calls } from '../../../electron/desktop/calls.ts';

test('knows the named calls under way, and forgets them when they end, also badly', async () => {
  const calls = new Calls();
  const good = Promise.withResolvers<number>();
  const bad = Promise.withResolvers<never>();
  const first = calls.track('import', good.promise);
  const second = calls.track('backtest', bad.promise);
  const quick = calls.track(undefined, Promise.resolve('quick'));
  expect(calls.names).toEqual(['import', 'backtest']);
  expect(await quick).toBe('quick');
  good.resolve(1);
  bad.reject(new Error('no'));
  expect(await first).toBe(1);
  await expect(second).rejects.toThrow('no');
  expect(calls.names).toEqual([]);
});

test('settles when the last call has ended', async () => {
  const calls = new Calls();
  const work = Promise.withResolvers<void>();
  const done = calls.track('work', work.promise);
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
  void calls.track('stuck', new Promise(() => undefined));
  await calls.settled(10);
  expect(calls.names).toEqual(['stuck']);
});
