/** @jest-environment jsdom */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fireEvent, render, screen } from '@testing-library/react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { findTerms } from '../../../renderer/help/find-terms.ts';
import { shortcutsOf } from '../../../renderer/help/shortcuts.ts';
import { createI18n } from '../../../renderer/i18n/i18n.ts';
import { TranslationProvider } from '../../../renderer/i18n/translation-provider.tsx';
import { TermHelp } from '../../../renderer/ui/term-help.tsx';
import { type HelpTerm, TERMS } from '../../../renderer/ui/terms.ts';

beforeAll(() => {
  // jsdom lacks it; the popover escapes a selector.
  Object.assign(globalThis, { CSS: { escape: (text: string) => text, supports: () => false } });
});

test('a term is explained beside it, and leads to the glossary', () => {
  const place = memoryLocation({ path: '/week', record: true });
  render(
    <TranslationProvider i18n={createI18n('fr')}>
      <Router hook={place.hook}>
        <TermHelp name="level" />
      </Router>
    </TranslationProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: /Niveau de service/ }));
  expect(screen.getByRole('dialog').textContent).toContain('personne ne manque de repas');
  fireEvent.click(screen.getByText('Glossaire'));
  expect(place.history.at(-1)).toBe('/help/level');
});

const pages = join(__dirname, '..', '..', '..', 'renderer');
const sources = readdirSync(pages, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => readFileSync(join(pages, file), 'utf8'))
  .join('\n');

/** Explained by the help of a whole table, or told by the number itself. */
const ELSEWHERE: readonly HelpTerm[] = ['order', 'chance', 'backtest', 'staff', 'mean4'];

test.each(TERMS.filter((term) => !ELSEWHERE.includes(term)))(
  '%s is explained where it heads something',
  (term) => {
    const helps = [...sources.matchAll(/(?:<TermHelp name|^ +term)=(?:"\w+"|\{[^}]*\})/gm)].map(
      ([whole]) => whole,
    );
    expect(helps.some((help) => new RegExp(`['"]${term}['"]`).test(help))).toBe(true);
  },
);

const terms = [
  { name: 'Portion', text: 'Ce qu’un convive reçoit d’un plat.' },
  { name: 'Taux de prise', text: 'La part des convives qui prennent un plat.' },
];

test.each([
  [[], ['Portion', 'Taux de prise']],
  [['prise'], ['Taux de prise']],
  [['portoin'], ['Portion']],
  [['convives'], ['Taux de prise', 'Portion'].toSorted()],
  [['zinc'], []],
])('%j finds %j', (words, names) => {
  expect(findTerms(terms, words).map(({ name }) => name)).toEqual(names);
});

describe('the keys', () => {
  const keysOf = (host: 'desktop' | 'browser', mac: boolean, name: string) =>
    shortcutsOf(host, mac, 5)
      .find((shortcut) => shortcut.name === name)
      ?.keys.map((keys) => keys.map((key) => ('name' in key ? key.name : key.sign)).join(' '));

  test('are those of the host and the keyboard', () => {
    expect(keysOf('desktop', false, 'pages')).toEqual(['ctrl 1–5']);
    expect(keysOf('browser', false, 'pages')).toEqual(['alt 1–5']);
    expect(keysOf('desktop', true, 'palette')).toEqual(['⌘ K']);
    expect(keysOf('browser', false, 'redo')).toEqual(['ctrl shift Z', 'ctrl Y']);
    expect(keysOf('desktop', true, 'approve')).toEqual(['⌘ enter']);
    expect(keysOf('desktop', false, 'notices')).toEqual(['F8']);
  });
});
