/** @jest-environment jsdom */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import type { Bridge } from '../../../electron/api/bridge.ts';
import type { ApiEvent, CallOptions } from '../../../electron/api/contract.ts';
import { BridgeProvider } from '../../../renderer/bridge/bridge-context.tsx';
import { useApiQuery } from '../../../renderer/bridge/use-api.ts';
import { createI18n } from '../../../renderer/i18n/i18n.ts';
import { TranslationProvider } from '../../../renderer/i18n/translation-provider.tsx';

/** A host whose answers the test gives by hand. */
class HandHost {
  readonly calls: { method: string; options: CallOptions; answer: (result: unknown) => void }[] = [];
  readonly cancelled: string[] = [];
  #listener: (event: ApiEvent) => void = () => undefined;

  readonly bridge = {
    host: 'browser',
    call: (method: string, _input: unknown, options: CallOptions) =>
      new Promise((answer) => this.calls.push({ method, options, answer })),
    cancel: async (job: string) => {
      this.cancelled.push(job);
    },
    subscribe: (listener: (event: ApiEvent) => void) => {
      this.#listener = listener;
      return () => undefined;
    },
  } as unknown as Bridge;

  tell(event: ApiEvent): void {
    act(() => this.#listener(event));
  }

  async answer(index: number, result: unknown): Promise<void> {
    await act(async () => this.calls[index]?.answer(result));
  }
}

function Sites() {
  const query = useApiQuery('sites.list', {});
  return (
    <>
      <output>
        {query.error?.message ?? query.data?.length ?? (query.stopped ? 'stopped' : 'loading')}{' '}
        {query.progress ? query.progress.done : ''}
      </output>
      <button type="button" onClick={query.cancel}>
        stop
      </button>
    </>
  );
}

function show(host: HandHost) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });
  return render(
    <TranslationProvider i18n={createI18n('en')}>
      <QueryClientProvider client={queries}>
        <BridgeProvider bridge={host.bridge}>
          <Sites />
        </BridgeProvider>
      </QueryClientProvider>
    </TranslationProvider>,
  );
}

const shown = () => screen.getByRole('status').textContent?.trim();

describe('asking the host', () => {
  test('shows progress, then the answer, in the page’s language', async () => {
    const host = new HandHost();
    show(host);
    await waitFor(() => expect(host.calls).toHaveLength(1));
    expect(host.calls[0]?.options.language).toBe('en');
    host.tell({ type: 'progress', job: host.calls[0]?.options.job ?? '', stage: 'load', done: 0.4 });
    expect(shown()).toBe('loading 0.4');
    await host.answer(0, { ok: true, value: [] });
    await waitFor(() => expect(shown()).toBe('0'));
  });

  test('shows a refusal as the host words it', async () => {
    const host = new HandHost();
    show(host);
    await waitFor(() => expect(host.calls).toHaveLength(1));
    await host.answer(0, {
      ok: false,
      error: { kind: 'damaged-data', message: 'The file is damaged.', remedy: '' },
    });
    await waitFor(() => expect(shown()).toBe('The file is damaged.'));
  });

  test('stops the work at the host when it is cancelled', async () => {
    const host = new HandHost();
    show(host);
    await waitFor(() => expect(host.calls).toHaveLength(1));
    await act(async () => screen.getByRole('button').click());
    expect(host.cancelled).toEqual([host.calls[0]?.options.job]);
    await waitFor(() => expect(shown()).toBe('stopped'));
  });

  test('stops the work when the page is left', async () => {
    const host = new HandHost();
    const { unmount } = show(host);
    await waitFor(() => expect(host.calls).toHaveLength(1));
    unmount();
    expect(host.cancelled).toHaveLength(1);
  });

  test('asks again when the data changed', async () => {
    const host = new HandHost();
    show(host);
    await waitFor(() => expect(host.calls).toHaveLength(1));
    await host.answer(0, { ok: true, value: [] });
    host.tell({ type: 'changed' });
    await waitFor(() => expect(host.calls).toHaveLength(2));
    await host.answer(1, { ok: true, value: [{}, {}] });
    await waitFor(() => expect(shown()).toBe('2'));
  });

  test('begins a first reading anew when the data changed under it', async () => {
    const host = new HandHost();
    show(host);
    await waitFor(() => expect(host.calls).toHaveLength(1));
    host.tell({ type: 'changed' });
    await waitFor(() => expect(host.calls).toHaveLength(2));
    await host.answer(0, { ok: true, value: [] });
    await host.answer(1, { ok: true, value: [{}, {}] });
    await waitFor(() => expect(shown()).toBe('2'));
    expect(host.cancelled).toEqual([host.calls[0]?.options.job]);
  });
});
