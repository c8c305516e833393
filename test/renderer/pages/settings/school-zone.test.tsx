/** @jest-environment jsdom */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { Bridge } from '../../../../electron/api/bridge.ts';
import type { AppState, Language } from '../../../../electron/api/records.ts';
import { BridgeProvider } from '../../../../renderer/bridge/bridge-context.tsx';
import { createI18n } from '../../../../renderer/i18n/i18n.ts';
import { TranslationProvider } from '../../../../renderer/i18n/translation-provider.tsx';
import { SchoolZoneSetting } from '../../../../renderer/pages/settings/school-zone.tsx';

interface Shown {
  readonly zone?: AppState['settings']['zone'];
  readonly schoolZone: AppState['schoolZone'];
  readonly language?: Language;
}

/** Shows the setting; answers what was saved through it. */
function show({ zone = 'auto', schoolZone, language = 'fr' }: Shown): readonly unknown[] {
  const saved: unknown[] = [];
  const bridge = {
    host: 'browser',
    call: async (method: string, input: unknown) => {
      saved.push([method, input]);
      return { ok: true, value: null };
    },
    subscribe: () => () => undefined,
  } as unknown as Bridge;
  const state = { empty: false, schoolZone, settings: { zone } } as AppState;
  render(
    <TranslationProvider i18n={createI18n(language)}>
      <QueryClientProvider client={new QueryClient()}>
        <BridgeProvider bridge={bridge}>
          <SchoolZoneSetting state={state} />
        </BridgeProvider>
      </QueryClientProvider>
    </TranslationProvider>,
  );
  return saved;
}

test('says which zone was found', () => {
  show({ schoolZone: { zone: 'B', inferred: true } });
  expect(screen.getByRole('status').textContent).toBe('D’après vos données\u00a0: Zone B.');
});

test('says that none was found, and what counts then', () => {
  show({ schoolZone: { zone: null, inferred: false }, language: 'en' });
  expect(screen.getByRole('status').textContent).toContain(
    'Your data does not show your zone yet: choose it.',
  );
});

test('says nothing about a zone that was chosen', () => {
  show({ zone: 'C', schoolZone: { zone: 'C', inferred: false } });
  expect(screen.queryByRole('status')).toBeNull();
  expect(screen.getByRole('button', { name: /Zone scolaire/ }).textContent).toContain('Zone C');
});

test('a choice is saved', async () => {
  const saved = show({ schoolZone: { zone: 'B', inferred: true } });
  // The list for assistive technology and forms; a browser opens the styled one.
  const list = document.querySelector('select') as HTMLSelectElement;
  // Automatic, the three zones, ten territories that keep their own holidays, and no zone at all.
  expect([...list.options].filter(({ value }) => value !== '')).toHaveLength(15);
  const choice = [...list.options].find(({ text }) => text === 'La Réunion');
  await act(async () => fireEvent.change(list, { target: { value: choice?.value } }));
  expect(saved).toEqual([['settings.save', { zone: 'Réunion' }]]);
});
