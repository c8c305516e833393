import { ProgressStore } from '../../../renderer/bridge/progress-store.ts';

describe('the progress of work', () => {
  test('is kept by what was asked for, and told to listeners', () => {
    const store = new ProgressStore();
    const heard = jest.fn();
    store.subscribe(heard);
    const job = store.start('plan');
    store.hear({ type: 'progress', job, stage: 'fit', done: 0.5 });
    expect(store.get('plan')).toEqual({ stage: 'fit', done: 0.5 });
    expect(heard).toHaveBeenCalledTimes(2);
  });

  test('news of an earlier run is not taken for news of the present one', () => {
    const store = new ProgressStore();
    const first = store.start('plan');
    const second = store.start('plan');
    store.hear({ type: 'progress', job: first, stage: 'fit', done: 0.9 });
    expect(store.get('plan')).toBeNull();
    store.end(first);
    store.hear({ type: 'progress', job: second, stage: 'load', done: 0.1 });
    expect(store.get('plan')).toEqual({ stage: 'load', done: 0.1 });
    store.end(second);
    expect(store.get('plan')).toBeNull();
  });

  test('another window’s work is not ours', () => {
    const [mine, theirs] = [new ProgressStore(), new ProgressStore()];
    mine.start('plan');
    mine.hear({ type: 'progress', job: theirs.start('plan'), stage: 'fit', done: 0.5 });
    expect(mine.get('plan')).toBeNull();
  });
});
