import type { Bridge } from '../../../electron/api/bridge.ts';
import type { ApiEvent, CallOptions } from '../../../electron/api/contract.ts';
import { EarlyRequests } from '../../../renderer/bridge/first-calls.ts';

/** A host whose answers and events the test gives by hand. */
function handHost() {
  const calls: { options: CallOptions; answer: (value: unknown) => void; fail: (error: Error) => void }[] =
    [];
  const cancelled: string[] = [];
  const listeners: ((event: ApiEvent) => void)[] = [];
  const bridge = {
    host: 'browser',
    call: (_method: string, _input: unknown, options: CallOptions) =>
      new Promise((resolve, reject) =>
        calls.push({ options, answer: (value) => resolve({ ok: true, value }), fail: reject }),
      ),
    cancel: async (job: string) => {
      cancelled.push(job);
    },
    subscribe: (listener: (event: ApiEvent) => void) => {
      listeners.push(listener);
      return () => undefined;
    },
  } as unknown as Bridge;
  const tell = (event: ApiEvent) => listeners.forEach((listener) => void listener(event));
  return { bridge, calls, cancelled, tell };
}

const week = { from: '2026-12-14', to: '2026-12-18', serviceLevel: 0.8 };

describe('calls made before the page is there', () => {
  test('are taken over by the page, once', async () => {
    const host = handHost();
    const first = new EarlyRequests(host.bridge);
    void first.ask('plan.week', week, 'fr');
    const page = first.wrap(host.bridge);
    const answer = page.call('plan.week', { ...week }, { language: 'fr', job: 'mine' });
    host.calls[0]?.answer('the plan');
    expect(await answer).toEqual({ ok: true, value: 'the plan' });
    void page.call('plan.week', week, { language: 'fr', job: 'again' });
    expect(host.calls.map(({ options }) => options.job)).toEqual([expect.stringMatching(/^first-/), 'again']);
  });

  test.each([
    ['another week', { ...week, from: '2026-12-07' }, 'fr'],
    ['another language', week, 'en'],
  ] as const)('are nothing for %s', (_, input, language) => {
    const host = handHost();
    const first = new EarlyRequests(host.bridge);
    void first.ask('plan.week', week, 'fr');
    void first.wrap(host.bridge).call('plan.week', input, { language });
    expect(host.calls).toHaveLength(2);
  });

  test('tell their progress and are cancelled under the name that the page gave', () => {
    const host = handHost();
    const first = new EarlyRequests(host.bridge);
    void first.ask('plan.week', week, 'fr');
    const page = first.wrap(host.bridge);
    void page.call('plan.week', week, { language: 'fr', job: 'mine' });
    const heard: ApiEvent[] = [];
    const own = host.calls[0]?.options.job ?? '';
    const fit = { type: 'progress', job: own, stage: 'fit', done: 0.5 } as const;
    host.tell(fit);
    page.subscribe((event) => heard.push(event));
    host.tell({ ...fit, done: 0.6 });
    host.tell({ ...fit, job: 'theirs' });
    expect(heard).toEqual([
      { ...fit, job: 'mine' },
      { ...fit, job: 'mine', done: 0.6 },
      { ...fit, job: 'theirs' },
    ]);
    void page.cancel('mine');
    void page.cancel('other');
    expect(host.cancelled).toEqual([own, 'other']);
  });

  test('are asked again when the data changed meanwhile, and the page hears of the change', () => {
    const host = handHost();
    const first = new EarlyRequests(host.bridge);
    void first.ask('plan.week', week, 'fr');
    host.tell({ type: 'changed' });
    const page = first.wrap(host.bridge);
    void page.call('plan.week', week, { language: 'fr' });
    expect(host.calls).toHaveLength(2);
    const heard: ApiEvent[] = [];
    page.subscribe((event) => heard.push(event));
    expect(heard).toEqual([{ type: 'changed' }]);
  });

  test('are asked again where the host was not there, so that the page can tell', async () => {
    const host = handHost();
    const first = new EarlyRequests(host.bridge);
    first.ask('plan.week', week, 'fr').catch(() => undefined);
    const answer = first.wrap(host.bridge).call('plan.week', week, { language: 'fr' });
    host.calls[0]?.fail(new Error('no host'));
    await new Promise(setImmediate);
    host.calls[1]?.answer('later');
    expect(await answer).toEqual({ ok: true, value: 'later' });
  });
});
