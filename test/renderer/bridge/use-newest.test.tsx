/** @jest-environment jsdom */
import { renderHook } from '@testing-library/react';
import { useNewest } from '../../../renderer/bridge/use-newest.ts';

interface Amounts {
  readonly small: number;
  readonly middle: number;
  readonly large: number;
}

const start: Amounts = { small: 1, middle: 2, large: 3 };

/** A host that answers each call when it is told to, and keeps what is below 100; all is read again much later. */
function slowHost() {
  const sent: Amounts[] = [];
  const answers: (() => void)[] = [];
  const read = Promise.withResolvers<boolean>();
  const save = (next: Amounts, taken: () => void) => {
    sent.push(next);
    return new Promise<boolean>((resolve) => {
      answers.push(() => {
        const isKept = Object.values(next).every((amount) => amount < 100);
        if (!isKept) return resolve(false);
        taken();
        resolve(read.promise);
      });
    });
  };
  return {
    sent,
    save,
    readAgain: () => read.resolve(true),
    answer: async () => {
      // Who waits for his turn takes it a moment after the answer before.
      while (answers.length === 0) await Promise.resolve();
      answers.shift()?.();
    },
  };
}

const hookOn = (save: (next: Amounts, taken: () => void) => Promise<boolean>) =>
  renderHook(() => useNewest(start, save)).result.current;

test('a change is sent when the one before it was answered, and builds on it', async () => {
  const host = slowHost();
  const change = hookOn(host.save);
  const done = [
    change((before) => ({ ...before, small: 10 })),
    change((before) => ({ ...before, middle: 20 })),
    change((before) => ({ ...before, large: 30 })),
  ];
  await Promise.resolve();
  expect(host.sent).toEqual([{ small: 10, middle: 2, large: 3 }]);
  for (const _ of done) await host.answer();
  host.readAgain();
  expect(await Promise.all(done)).toEqual([true, true, true]);
  expect(host.sent.at(-1)).toEqual({ small: 10, middle: 20, large: 30 });
});

test('what is refused is no part of what is typed after it', async () => {
  const host = slowHost();
  const change = hookOn(host.save);
  const done = [
    change((before) => ({ ...before, small: 10 })),
    change((before) => ({ ...before, middle: 2000 })),
    change((before) => ({ ...before, large: 30 })),
  ];
  for (const _ of done) await host.answer();
  host.readAgain();
  expect(await Promise.all(done)).toEqual([true, false, true]);
  expect(host.sent.at(-1)).toEqual({ small: 10, middle: 2, large: 30 });
});

test('a call that fails lets the next one go', async () => {
  const change = hookOn((next) =>
    next.small === 10 ? Promise.reject(new Error('gone')) : Promise.resolve(true),
  );
  const first = change((before) => ({ ...before, small: 10 }));
  const second = change((before) => ({ ...before, middle: 20 }));
  await expect(first).rejects.toThrow('gone');
  expect(await second).toBe(true);
});

test('what was taken back meanwhile does not come back with the next change', async () => {
  const sent: Amounts[] = [];
  const save = async (next: Amounts, taken: () => void) => {
    sent.push(next);
    taken();
    return true;
  };
  const { result, rerender } = renderHook(({ read }) => useNewest(read, save), {
    initialProps: { read: start },
  });
  await result.current((before) => ({ ...before, small: 10 }));
  rerender({ read: start });
  await result.current((before) => ({ ...before, middle: 20 }));
  expect(sent.at(-1)).toEqual({ small: 1, middle: 20, large: 3 });
});
