import { isRefusal, type Notice, type ShownNotice, withNotice } from '../../../renderer/shell/notices.ts';

const done = (words: string): Notice => ({
  type: 'done',
  words,
  edit: null,
  takesFocus: false,
  doubt: false,
});
const refused = (message: string): Notice => ({
  type: 'failed',
  problem: new Error(message),
  takesFocus: false,
});
const all = (...notices: readonly Notice[]) =>
  notices.reduce<readonly ShownNotice[]>((shown, notice) => withNotice(shown, notice), []);
const brief = (shown: readonly ShownNotice[]) =>
  shown.map((notice) => (notice.type === 'done' ? notice.words : isRefusal(notice) ? 'refused' : 'step'));

test('what was done takes the place of what was done before', () => {
  expect(brief(all(done('one'), done('two')))).toEqual(['two']);
});

test('a refusal stays, whatever is done after it, and is said once', () => {
  expect(brief(all(refused('locked'), done('one'), done('two')))).toEqual(['refused', 'two']);
  const again = all(refused('locked'), done('one'), refused('locked'));
  expect(again.filter(isRefusal)).toHaveLength(1);
});

test('no notice is taken for another one that is shown', () => {
  const ids = all(refused('locked'), done('one'), done('two')).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
