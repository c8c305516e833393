import { CommandStore } from '../../../renderer/shell/command-store.ts';

test('the last offer counts until it is taken back', () => {
  const store = new CommandStore();
  const done: string[] = [];
  expect(store.run('print')).toBe(false);
  store.offer('print', () => done.push('week'));
  const leave = store.offer('print', () => done.push('day'));
  expect(store.run('print')).toBe(true);
  leave();
  store.run('print');
  expect(done).toEqual(['day', 'week']);
  expect([store.offers('print'), store.offers('undo')]).toEqual([true, false]);
});
