import type { Settings } from '../../../electron/api/records.ts';
import { UnsavedSettings } from '../../../renderer/shell/unsaved-settings.ts';

/** A host whose answers the test gives by hand. */
function host() {
  const written: Partial<Settings>[] = [];
  const answers: ((problem?: Error) => void)[] = [];
  let read = 0;
  const store = new UnsavedSettings<number>();
  const save = (change: Partial<Settings>) =>
    store.save(
      change,
      (all) => {
        written.push(all);
        const at = written.length;
        return new Promise((resolve, reject) => {
          answers.push((problem) => (problem ? reject(problem) : resolve(at)));
        });
      },
      async () => {
        read++;
      },
    );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { store, written, answers, save, settle, read: () => read };
}

test('one save is under way at a time; what changes meanwhile is saved in one after it', async () => {
  const { store, written, answers, save, settle, read } = host();
  const done = [0.81, 0.82, 0.83].map((serviceLevel) => save({ serviceLevel }));
  await settle();
  // All three were there before the first was sent.
  expect(written).toEqual([{ serviceLevel: 0.83 }]);
  const later = [save({ serviceLevel: 0.84 }), save({ personName: 'Anne' } as Partial<Settings>)];
  await settle();
  expect(written).toHaveLength(1);
  answers[0]?.();
  expect(await Promise.all(done)).toEqual([1, 1, 1]);
  await settle();
  expect(written[1]).toEqual({ serviceLevel: 0.84, personName: 'Anne' });
  expect(store.shown()).toMatchObject({ serviceLevel: 0.84 });
  expect(read()).toBe(0);
  answers[1]?.();
  expect(await Promise.all(later)).toEqual([2, 2]);
  await settle();
  expect([store.shown(), read()]).toEqual([{}, 1]);
});

test('a save that is refused is told, its change is shown no more, and the next one goes', async () => {
  const { store, written, answers, save, settle } = host();
  const refused = save({ serviceLevel: 0.9 });
  await settle();
  answers[0]?.(new Error('full'));
  await expect(refused).rejects.toThrow('full');
  await settle();
  expect(store.shown()).toEqual({});
  const next = save({ serviceLevel: 0.7 });
  await settle();
  answers[1]?.();
  expect(await next).toBe(2);
  expect(written).toHaveLength(2);
});
