/** @jest-environment jsdom */
import { render, screen } from '@testing-library/react';
import type { AppState } from '../../../../electron/api/records.ts';
import { createI18n } from '../../../../renderer/i18n/i18n.ts';
import { TranslationProvider } from '../../../../renderer/i18n/translation-provider.tsx';
import type { Week } from '../../../../renderer/pages/week/week-model.ts';
import { WeekStatus } from '../../../../renderer/pages/week/week-status.tsx';

function show(holidaysTo: string | null, asOf = '2026-11-22'): void {
  const state = { today: '2026-11-23', lastDay: '2026-11-20', holidaysTo } as AppState;
  const week = { asOf, sites: [], days: [{ date: '2026-11-23' }, { date: '2026-11-27' }] } as unknown as Week;
  render(
    <TranslationProvider i18n={createI18n('fr')}>
      <WeekStatus state={state} week={week} />
    </TranslationProvider>,
  );
}

test('a week past the last known holidays says so and leads to the import', () => {
  show('2026-08-31');
  const link = screen.getByRole('link', { name: /Vacances inconnues après le 31 août 2026/ });
  expect(link.getAttribute('href')).toContain('/data');
});

test('no holidays at all are said too', () => {
  show(null);
  expect(screen.getByRole('link').textContent).toBe('Vacances scolaires inconnues');
});

test('a week before the end of the known holidays says nothing of them', () => {
  show('2027-08-31');
  expect(screen.queryByRole('link')).toBeNull();
});

test('a week whose outcome is on record says what its forecast knew', () => {
  show('2027-08-31', '2026-11-15');
  expect(screen.getByText(/Calculé avec/).textContent).toBe(
    'Calculé avec ce qui était connu le 15 nov. 2026',
  );
});
