/** @jest-environment jsdom */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { type ReactNode, useEffect, useState } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Bridge } from '../../../electron/api/bridge.ts';
import type { AppState, Language, Plan } from '../../../electron/api/records.ts';
import { BridgeProvider } from '../../../renderer/bridge/bridge-context.tsx';
import { createI18n } from '../../../renderer/i18n/i18n.ts';
import { TranslationProvider } from '../../../renderer/i18n/translation-provider.tsx';
import { Palette } from '../../../renderer/palette/palette.tsx';
import { ACCURACY_PARTS } from '../../../renderer/routes/accuracy-parts.ts';
import { DATA_TABS } from '../../../renderer/routes/data-tabs.ts';
import { SETTINGS_TABS } from '../../../renderer/routes/settings-tabs.ts';
import { CommandProvider, useOffer } from '../../../renderer/shell/commands.tsx';
import { ShellProvider, useShell } from '../../../renderer/shell/shell-context.tsx';

const row = (siteId: number, site: string, date: string, order: number) => ({
  siteId,
  site,
  date,
  order,
  low: order - 13,
  high: order + 3,
  decision: { source: siteId === 2 ? 'override' : 'recommended', approved: null },
});

const planOf = (from: string, shift: number) =>
  ({
    from,
    days: [{ date: from, closed: null, dishes: [{ dish: 'Hachis parmentier' }] }],
    rows: [row(1, 'Jean Jaurès', from, 142 + shift), row(2, 'Jean Moulin', from, 60 + shift)],
    serviceLevel: 0.8,
    totals: [{ date: from, order: 202 + shift, low: 190, high: 210 }],
  }) as unknown as Plan;

const answers: Readonly<Record<string, (input: never) => unknown>> = {
  'sites.list': () => [
    { id: 1, name: 'Jean Jaurès', kind: 'E' },
    { id: 2, name: 'Jean Moulin', kind: 'M' },
  ],
  'dishes.list': () => [{ key: 'hachis', name: 'Hachis parmentier', spellings: ['HACHIS PARM.'] }],
  'plan.week': ({ from }: { readonly from: string }) => planOf(from, from === '2026-12-14' ? 0 : 5),
};

const state = {
  empty: false,
  today: '2026-12-14',
  suggestedWeek: '2026-12-14',
  settings: { theme: 'system', language: null, serviceLevel: 0.8 },
} as AppState;

beforeAll(() => {
  // What jsdom lacks: it lays nothing out, and escapes no selector.
  Object.assign(globalThis, { CSS: { escape: (text: string) => text, supports: () => false } });
  Element.prototype.scrollIntoView = () => undefined;
  Element.prototype.scrollTo = () => undefined;
});

/** Shows the palette; what it asked for and where it led can be looked at. */
function show(language: Language = 'fr', children: ReactNode = null) {
  const calls: unknown[] = [];
  const bridge = {
    host: 'browser',
    call: async (method: string, input: never) => {
      calls.push([method, input]);
      return { ok: true, value: answers[method]?.(input) ?? null };
    },
    cancel: async () => undefined,
    subscribe: () => () => undefined,
  } as unknown as Bridge;
  const place = memoryLocation({ path: '/week', record: true });
  const closed = jest.fn();
  render(
    <TranslationProvider i18n={createI18n(language)}>
      <QueryClientProvider client={new QueryClient()}>
        <BridgeProvider bridge={bridge}>
          <Router hook={place.hook}>
            <ShellProvider>
              <CommandProvider>{children ?? <Palette state={state} onClose={closed} />}</CommandProvider>
            </ShellProvider>
          </Router>
        </BridgeProvider>
      </QueryClientProvider>
    </TranslationProvider>,
  );
  return { calls, closed, path: () => place.history.at(-1) };
}

const field = () => screen.getByRole('combobox');
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const press = (key: string) => fireEvent.keyDown(field(), { key });
const chosen = () => screen.getByRole('option', { selected: true }).textContent;
const pressEnter = async () => {
  await act(async () => {
    press('Enter');
    await new Promise((resolve) => setTimeout(resolve));
  });
};

test('the field points at the chosen line, which the arrows move; the ends meet', async () => {
  show();
  type('combien lundi');
  await waitFor(() => expect(chosen()).toContain('Tous les sites'));
  const pointed = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '');
  press('ArrowDown');
  expect(pointed()?.textContent).toContain('Jean Jaurès, lundi 14 décembre');
  press('ArrowUp');
  press('ArrowUp');
  expect(pointed()).toBe(screen.getAllByRole('option').at(-1));
  press('ArrowDown');
  expect(chosen()).toContain('Tous les sites');
});

test('an answer says the meals and their range, and leads to its cell', async () => {
  const { path, closed } = show();
  type('combien lundi jaures');
  await waitFor(() => expect(chosen()).toContain('142 repas'));
  expect(chosen()).toContain('fourchette 129–145');
  await pressEnter();
  expect(closed).toHaveBeenCalledTimes(1);
  expect(path()).toBe('/week/2026-12-14/1/2026-12-14');
});

test('an ambiguous name lists its sites', async () => {
  show('en');
  type('how many monday jean');
  await waitFor(() => expect(screen.getAllByText(/^Jean .*, Monday 14 December$/)).toHaveLength(2));
});

test('another week is worked out when it is asked for', async () => {
  const { calls, path } = show('en');
  type('why jaures 21/12');
  await waitFor(() => expect(chosen()).toContain('147 meals'));
  expect(calls).toContainEqual(['plan.week', { from: '2026-12-21', to: '2026-12-25', allLevels: true }]);
  await pressEnter();
  expect(path()).toBe('/week/2026-12-21/1/2026-12-21/why');
});

test('an order that a person decided says so', async () => {
  show();
  type('combien lundi moulin');
  await waitFor(() => expect(chosen()).toContain('modifiée à la main'));
});

test('why leads to the reasons, how many to the cell', async () => {
  const { path } = show();
  type('pourquoi 142');
  await waitFor(() => expect(chosen()).toContain('142 repas'));
  await pressEnter();
  expect(path()).toBe('/week/2026-12-14/1/2026-12-14/why');
});

test('a number that nobody orders is answered by the closest', async () => {
  show();
  type('pourquoi 140');
  await waitFor(() => expect(chosen()).toContain('142 repas'));
  expect(chosen()).toContain('commande la plus proche');
});

test('sites, dishes, pages, commands and terms are found by their names', async () => {
  const { path } = show();
  type('moulin');
  await waitFor(() => expect(chosen()).toContain('Jean Moulin'));
  type('hachis');
  await waitFor(() => expect(chosen()).toContain('Hachis parmentier'));
  type('reglages');
  expect(chosen()).toContain('Réglages');
  type('taux de prise');
  expect(chosen()).toContain('Taux de prise');
  await pressEnter();
  expect(path()).toBe('/help/takeUp');
});

const TABS = [
  ['fréquences', '/menus/frequencies'],
  ['jours à compléter', '/data/coverage'],
  ['données sites', '/data/sites'],
  ['noms à identifier', '/data/questions'],
  ['historique des imports', '/data/imports'],
  ['grèves', '/data/calendars'],
  ['liste des plats', '/data/dishes'],
  ['précision comparaison', '/accuracy/comparison'],
  ['précision sites', '/accuracy/sites'],
  ['repas manquant', '/accuracy/dial'],
  ['plus gros écarts', '/accuracy/biggest'],
  ['vos modifications', '/accuracy/own'],
  ['réglages général', '/settings/general'],
  ['réglages portions', '/settings/portions'],
  ['conditionnements', '/settings/packs'],
  ['fournisseurs', '/settings/suppliers'],
  ['cuisines', '/settings/kitchens'],
  ['réglages convives', '/settings/guests'],
  ['réglages modèles', '/settings/models'],
  ['réglages données', '/settings/data'],
] as const;

test.each(TABS)('« %s » leads to %s', async (words, place) => {
  const { path } = show();
  type(words);
  const name = within(screen.getByRole('group', { name: 'Pages' })).getAllByRole('option')[0];
  fireEvent.click(name as HTMLElement);
  await act(() => new Promise((resolve) => setTimeout(resolve)));
  expect(path()).toBe(place);
});

test('no tab is left without its line', () => {
  const places = TABS.map(([, place]) => place.split('/').slice(1).join(' '));
  const tabs = [
    ...DATA_TABS.map((tab) => `data ${tab}`),
    ...ACCURACY_PARTS.map((part) => `accuracy ${part}`),
    ...SETTINGS_TABS.map((tab) => `settings ${tab}`),
  ];
  expect(places).toEqual(expect.arrayContaining(tabs));
});

test('a setting is saved from its line', async () => {
  const { calls } = show();
  type('niveau 85');
  expect(chosen()).toContain('85');
  await pressEnter();
  expect(calls).toContainEqual(['settings.save', { serviceLevel: 0.85 }]);
});

test('an example fills the field; a question asked is the first of the last choices', async () => {
  localStorage.clear();
  show();
  const example = await screen.findByRole('option', { name: 'pourquoi 142' });
  fireEvent.click(example);
  await waitFor(() => expect(chosen()).toContain('142 repas'));
  expect(field()).toHaveProperty('value', 'pourquoi 142');
  await pressEnter();
  type('');
  const recent = screen.getByRole('group', { name: 'Derniers choix' });
  expect(recent.textContent).toContain('pourquoi 142');
});

/** A page on which something was done before the palette opens. */
function AfterEdit({ undo }: { undo(): void }) {
  const { notifyUndoable } = useShell();
  const [ready, setReady] = useState(false);
  useOffer('undo', undo);
  useEffect(() => {
    notifyUndoable('Grève ajoutée.', undo);
    setReady(true);
  }, [notifyUndoable, undo]);
  return ready && <Palette state={state} onClose={() => undefined} />;
}

test('undo says what it takes back', async () => {
  const undo = jest.fn();
  show('fr', <AfterEdit undo={undo} />);
  type('annuler');
  expect(chosen()).toContain('Grève ajoutée.');
  await pressEnter();
  expect(undo).toHaveBeenCalledTimes(1);
});

test('last choices that cannot be read are none', () => {
  localStorage.setItem('bonne-mesure.recent-choices', '{"id":');
  show();
  expect(screen.queryByRole('group', { name: 'Derniers choix' })).toBeNull();
  localStorage.setItem('bonne-mesure.recent-choices', '[3,{"id":7},{"id":"site 99"}]');
  show();
  expect(screen.queryByRole('group', { name: 'Derniers choix' })).toBeNull();
});

test('says how many it found, once the typing rests', async () => {
  show('en');
  type('xyzzy');
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('No result'), { timeout: 2000 });
  expect(screen.getByText('Nothing matches “xyzzy”')).toBeTruthy();
});
