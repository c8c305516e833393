/** @jest-environment jsdom */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import type { Bridge } from '../../../electron/api/bridge.ts';
import { BridgeProvider, useBridge } from '../../../renderer/bridge/bridge-context.tsx';
import type { Underway } from '../../../renderer/bridge/underway.ts';
import { createI18n } from '../../../renderer/i18n/i18n.ts';
import { TranslationProvider } from '../../../renderer/i18n/translation-provider.tsx';
import { Refreshing } from '../../../renderer/ui/refreshing.tsx';

const i18n = createI18n('fr');
const progress = { stage: 'fit', done: 0.4 } as const;

const queries = new QueryClient();
const bridge = { subscribe: () => () => undefined } as unknown as Bridge;
let works: Underway;

function Works() {
  works = useBridge().works;
  return null;
}

const on = (page: React.ReactNode) => (
  <TranslationProvider i18n={i18n}>
    <QueryClientProvider client={queries}>
      <BridgeProvider bridge={bridge}>
        <Works />
        {page}
      </BridgeProvider>
    </QueryClientProvider>
  </TranslationProvider>
);

const shown = (refreshing: boolean, stoppable = false) =>
  on(<Refreshing query={{ refreshing, progress, cancel: () => undefined }} stoppable={stoppable} />);

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

test('work on a newer answer is shown when it takes a moment, and gone when it is there', () => {
  const { rerender } = render(shown(false));
  rerender(shown(true));
  expect(screen.queryByRole('progressbar')).toBeNull();
  act(() => {
    jest.advanceTimersByTime(400);
  });
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('40');
  expect(screen.queryByRole('button')).toBeNull();
  rerender(shown(false));
  expect(screen.queryByRole('progressbar')).toBeNull();
});

test('it can be stopped where the page says so', () => {
  render(shown(true, true));
  act(() => {
    jest.advanceTimersByTime(400);
  });
  expect(screen.getByRole('button', { name: 'Arrêter' })).toBeTruthy();
});

test('opened while the work of another page goes on it says so at once, until what changed is read again', async () => {
  const { rerender } = render(on(null));
  let done: () => void = () => undefined;
  act(() => void works.add(new Promise<void>((resolve) => (done = resolve))));
  rerender(shown(false));
  expect(screen.getByRole('progressbar')).toBeTruthy();
  rerender(shown(true));
  await act(async () => done());
  expect(screen.getByRole('progressbar')).toBeTruthy();
  rerender(shown(false));
  expect(screen.queryByRole('progressbar')).toBeNull();
  // What is begun here later shows nothing at first.
  rerender(shown(true));
  expect(screen.queryByRole('progressbar')).toBeNull();
});
