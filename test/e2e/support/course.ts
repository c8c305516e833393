import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { labelsIn } from '../../../renderer/help/guide/labels.ts';
import { createI18n } from '../../../renderer/i18n/i18n.ts';
import { projectFolder } from '../../rules/source-files.ts';

type Role = 'button' | 'link' | 'radio' | 'tab' | 'heading' | 'textbox' | 'switch' | 'dialog';

/** Follows a course of the guide: what its text names is looked for on the page by the same key. */
export interface Course {
  /** The labels of the course that were found so far. */
  readonly found: ReadonlySet<string>;
  /** The labels that its text names. */
  readonly named: ReadonlySet<string>;
  /** Waits for a label of the course on the page, in a role where one is given. */
  see(key: string, role?: Role, values?: Readonly<Record<string, string>>): Promise<Locator>;
  /** Presses what a label of the course names. */
  press(key: string, role?: Role): Promise<void>;
}

/** A text with any figure where the page puts one, as a pattern. */
const patternOf = (text: string) =>
  new RegExp(
    text
      .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll(/\s/g, '.')
      .replaceAll('…', '.+'),
  );

export function courseOf(page: Page, chapter: string, language: 'fr' | 'en'): Course {
  const path = join(projectFolder, 'renderer', 'public', 'guide', language, `${chapter}.md`);
  const { t } = createI18n(language);
  const found = new Set<string>();
  const see = async (key: string, role?: Role, values: Readonly<Record<string, string>> = {}) => {
    const name = patternOf(t(key, { ...values, defaultValue: key }));
    const places = role ? page.getByRole(role, { name }) : page.getByText(name);
    const place = places.filter({ visible: true }).first();
    await place.waitFor();
    found.add(key);
    return place;
  };
  return {
    found,
    named: new Set(labelsIn(readFileSync(path, 'utf8'))),
    see,
    press: async (key, role = 'button') => (await see(key, role)).click(),
  };
}
