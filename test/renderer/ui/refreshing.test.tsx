/** @jest-environment jsdom */
import { act, render, screen } from '@testing-library/react';
import { createI18n } from '../../../renderer/i18n/i18n.ts';
import { TranslationProvider } from '../../../renderer/i18n/translation-provider.tsx';
import { Refreshing } from '../../../renderer/ui/refreshing.tsx';

const i18n = createI18n('fr');
const progress = { stage: 'fit', done: 0.4 } as const;

const shown = (refreshing: boolean, stoppable = false) => (
  <TranslationProvider i18n={i18n}>
    <Refreshing query={{ refreshing, progress, cancel: () => undefined }} stoppable={stoppable} />
  </TranslationProvider>
);

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

test('work on a newer answer is shown when it takes a moment, and gone when it is there', () => {
  const { rerender } = render(shown(true));
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
