import { type Edit, EditStack } from '../../../renderer/shell/edit-stack.ts';

/** A word on a sheet of paper, written, taken back and written again. */
function writing(paper: string[], word: string, part: Partial<Edit> = {}): Edit {
  paper.push(word);
  return {
    words: word,
    undo: () => paper.pop(),
    redo: () => paper.push(word),
    ...part,
  };
}

test('the last edit is taken back first, and done again last', async () => {
  const [paper, edits]: [string[], EditStack] = [[], new EditStack()];
  for (const word of ['one', 'two', 'three']) edits.push(writing(paper, word));
  await edits.step('undo');
  expect((await edits.step('undo'))?.edit.words).toBe('two');
  expect(paper).toEqual(['one']);
  await edits.step('redo');
  expect(paper).toEqual(['one', 'two']);
  expect([edits.next('undo')?.words, edits.next('redo')?.words]).toEqual(['two', 'three']);
});

test('a new edit forgets what was taken back', async () => {
  const [paper, edits]: [string[], EditStack] = [[], new EditStack()];
  edits.push(writing(paper, 'one'));
  await edits.step('undo');
  edits.push(writing(paper, 'two'));
  expect(edits.next('redo')).toBeNull();
  expect(await edits.step('redo')).toBeNull();
});

test('an edit that cannot be done again is taken back for good', async () => {
  const [paper, edits]: [string[], EditStack] = [[], new EditStack()];
  edits.push(writing(paper, 'one', { redo: null }));
  await edits.step('undo');
  expect([paper, edits.next('redo')]).toEqual([[], null]);
});

test('a refusal is told, and does not stand in the way of the edits before it', async () => {
  const [paper, edits]: [string[], EditStack] = [[], new EditStack()];
  const refused = new Error('the site is gone');
  edits.push(writing(paper, 'one'));
  edits.push(writing(paper, 'two', { undo: () => Promise.reject(refused) }));
  expect((await edits.step('undo'))?.problem).toBe(refused);
  expect(edits.next('redo')).toBeNull();
  expect((await edits.step('undo'))?.edit.words).toBe('one');
});

test('steps asked for at once are taken one after the other', async () => {
  const [order, edits]: [string[], EditStack] = [[], new EditStack()];
  const slow = (word: string, wait: number): Edit => ({
    words: word,
    undo: () => new Promise((done) => setTimeout(() => done(order.push(word)), wait)),
    redo: null,
  });
  edits.push(slow('first', 0));
  edits.push(slow('last', 20));
  await Promise.all([edits.step('undo'), edits.step('undo'), edits.step('undo')]);
  expect(order).toEqual(['last', 'first']);
});

test('an edit is taken back out of turn, once', async () => {
  const [paper, edits]: [string[], EditStack] = [[], new EditStack()];
  const first = writing(paper, 'one');
  edits.push(first);
  edits.push(writing(paper, 'two'));
  expect((await edits.step('undo', first))?.edit).toBe(first);
  expect(await edits.step('undo', first)).toBeNull();
  expect(edits.next('undo')?.words).toBe('two');
});

test('listeners hear of every change until they leave', async () => {
  const edits = new EditStack();
  let heard = 0;
  const leave = edits.subscribe(() => heard++);
  edits.push(writing([], 'one'));
  await edits.step('undo');
  leave();
  edits.push(writing([], 'two'));
  expect(heard).toBe(2);
});

test('an edit that is made while another is taken back can be taken back too', async () => {
  const [paper, edits]: [string[], EditStack] = [[], new EditStack()];
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  edits.push(writing(paper, 'one', { undo: () => held }));
  const step = edits.step('undo');
  await Promise.resolve();
  edits.push(writing(paper, 'two'));
  go();
  await step;
  expect(edits.next('undo')?.words).toBe('two');
});
