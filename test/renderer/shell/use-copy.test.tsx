/** @jest-environment jsdom */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import type { Bridge } from '../../../electron/api/bridge.ts';
import { BridgeProvider } from '../../../renderer/bridge/bridge-context.tsx';
import { apiErrorOf } from '../../../renderer/bridge/failure.ts';
import { createI18n } from '../../../renderer/i18n/i18n.ts';
import { TranslationProvider } from '../../../renderer/i18n/translation-provider.tsx';
import { CopyOrder } from '../../../renderer/pages/week/copy-order.tsx';
import { failureIn } from '../../../renderer/shell/notices.ts';
import { ShellProvider, useShellState } from '../../../renderer/shell/shell-context.tsx';

const bridge = { host: 'browser', subscribe: () => () => undefined } as unknown as Bridge;

function Said() {
  const { notices } = useShellState();
  const said = notices.map((notice) => {
    if (notice.type === 'done') return notice.words;
    const { message, remedy } = apiErrorOf(failureIn(notice));
    return `${message} ${remedy}`;
  });
  return <p>{said.join(' | ')}</p>;
}

function show(language: 'fr' | 'en') {
  render(
    <TranslationProvider i18n={createI18n(language)}>
      <QueryClientProvider client={new QueryClient()}>
        <BridgeProvider bridge={bridge}>
          <ShellProvider>
            <CopyOrder name="Primeur" lines={[]} />
            <Said />
          </ShellProvider>
        </BridgeProvider>
      </QueryClientProvider>
    </TranslationProvider>,
  );
}

const clipboard = (value: unknown) =>
  Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

test('what is copied is said', async () => {
  const copied: string[] = [];
  clipboard({ writeText: async (text: string) => copied.push(text) });
  show('en');
  fireEvent.click(screen.getByRole('button'));
  await screen.findByText(/^Copied: Primeur/);
  expect(copied).toEqual(['']);
});

test.each([
  [
    'refuses',
    'fr',
    { writeText: () => Promise.reject(new Error('NotAllowedError')) },
    /^Rien n’a été copié.*Ctrl\+C\.$/,
  ],
  [
    'refuses',
    'en',
    { writeText: () => Promise.reject(new Error('NotAllowedError')) },
    /^Nothing was copied.*Ctrl\+C\.$/,
  ],
  ['has none', 'en', undefined, /^Nothing was copied.*Ctrl\+C\.$/],
] as const)(
  'a browser that %s (%s): said with what to do, and nothing as copied',
  async (_, language, of, words) => {
    clipboard(of);
    show(language);
    fireEvent.click(screen.getByRole('button'));
    await screen.findByText(words);
    expect(screen.queryByText(/^(Copié|Copied)/)).toBeNull();
  },
);
