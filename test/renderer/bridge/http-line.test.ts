import type { ApiEvent } from '../../../electron/api/contract.ts';
import { httpLine } from '../../../renderer/bridge/http-line.ts';

// How a page gets its key is tested in a browser.
jest.mock('../../../renderer/bridge/page-key.ts', () => ({
  pageKey: async () => 'key',
  forgetPageKey: () => undefined,
}));

const told = (...events: readonly ApiEvent[]) =>
  new Response(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''));
const progress: ApiEvent = { type: 'progress', job: 'a', stage: 'fit', done: 0.5 };

afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

test('after a time without the host, everything is read again: what changed meanwhile was not heard', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  const answers = [told(progress), new Error('the host is not there'), told(progress)];
  jest.spyOn(globalThis, 'fetch').mockImplementation(async () => {
    const answer = answers.shift() ?? new Promise<Response>(() => undefined);
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const heard: ApiEvent[] = [];
  const end = httpLine.subscribe((event) => heard.push(event));
  while (answers.length > 0 || heard.length < 3) {
    await new Promise((resolve) => setImmediate(resolve));
    await jest.advanceTimersByTimeAsync(3_000);
  }
  expect(heard).toEqual([progress, { type: 'changed' }, progress]);
  end();
});
