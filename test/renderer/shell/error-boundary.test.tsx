/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react';
import { createI18n } from '../../../renderer/i18n/i18n.ts';
import { TranslationProvider } from '../../../renderer/i18n/translation-provider.tsx';
import { ErrorBoundary } from '../../../renderer/shell/error-boundary.tsx';

const i18n = createI18n('fr');
let broken = true;

function Page() {
  if (broken) throw new Error('une case manque');
  return <p>la page</p>;
}

const show = (place: string) => (
  <TranslationProvider i18n={i18n}>
    <ErrorBoundary place={place}>
      <Page />
    </ErrorBoundary>
  </TranslationProvider>
);

describe('a page that fails', () => {
  beforeEach(() => {
    broken = true;
    // React tells of every caught error; the test looks at the page instead.
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
  });

  afterEach(() => jest.restoreAllMocks());

  test('says what happened and that the data are safe, and opens again', () => {
    render(show('/week'));
    expect(screen.getByRole('alert').textContent).toContain('Vos données ne sont pas touchées');
    expect(screen.getByText('une case manque')).toBeTruthy();
    broken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Rouvrir la page' }));
    expect(screen.getByText('la page')).toBeTruthy();
  });

  test('does not take the next page with it', () => {
    const { rerender } = render(show('/week'));
    broken = false;
    rerender(show('/day'));
    expect(screen.getByText('la page')).toBeTruthy();
  });
});
