import type { Page } from 'playwright-core';
import { describeInChromium } from './support/chromium.ts';
import { shiftOf, strayOf, UNSEEN_SHIFT, watchShifts } from './support/layout-shift.ts';
import { TODAY } from './support/served-app.ts';
import { setUp } from './support/setting.ts';
import { goTo, settled } from './support/window.ts';

jest.setTimeout(240_000);

const notice = (page: Page, words: string | RegExp) =>
  page.locator('.floating .notice').filter({ hasText: words }).waitFor();
const cell = (page: Page, place: string) => page.locator(`[data-cell="${place}"]`);
const free = async (page: Page) => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
};

interface Edit {
  readonly name: string;
  /** Where it is made. */
  readonly place: string;
  /** What is pressed, if it stays: it keeps its place to the pixel. */
  readonly holds?: string;
  /** What is opened before, which may move what it likes. */
  ready?(page: Page): Promise<unknown>;
  act(page: Page): Promise<unknown>;
}

const panelNumber = (page: Page) => page.getByLabel('Repas à commander', { exact: true });

/** What was supposed of a day is put on record: the panel explains another order, under a pointer that rests on it. */
const whatIf = (name: string, place: string, what: RegExp, told: string): Edit => ({
  name: `a what-if that is applied: ${name}`,
  place: 'week',
  holds: '.panel .what-if',
  ready: async (page) => {
    await cell(page, place).click();
    await page.getByRole('switch', { name: what }).click();
    await page.getByRole('button', { name: 'Appliquer' }).scrollIntoViewIfNeeded();
  },
  act: async (page) => {
    await page.getByRole('button', { name: 'Appliquer' }).click();
    await notice(page, told);
  },
});

/** An edit of every kind that a page has; each ends with what it says or shows. */
const edits: readonly Edit[] = [
  {
    name: 'a number typed in the grid',
    place: 'week',
    ready: (page) => cell(page, '0-3').focus(),
    act: async (page) => {
      await page.keyboard.type('50');
      await page.keyboard.press('Enter');
      await notice(page, '50 au lieu de');
    },
  },
  {
    name: 'undo',
    place: 'week',
    ready: (page) => cell(page, '0-3').focus(),
    act: async (page) => {
      await page.keyboard.press('Control+z');
      await notice(page, 'Annulé');
    },
  },
  {
    name: 'another service level',
    place: 'week',
    act: async (page) => {
      await page.getByRole('slider').first().press('ArrowRight');
      await page.locator('output').filter({ hasText: '81' }).first().waitFor();
    },
  },
  {
    name: 'a number and a reason in the panel',
    place: 'week',
    holds: '.panel footer',
    ready: async (page) => {
      await cell(page, '1-3').click();
      await panelNumber(page).fill('61');
    },
    act: async (page) => {
      await page.getByRole('button', { name: 'Enregistrer 61' }).click();
      await notice(page, '61 au lieu de');
    },
  },
  whatIf('a strike', '2-3', /Grève/, 'ajouté au calendrier'),
  whatIf('a class away', '4-3', /Une classe absente/, 'ajouté au calendrier'),
  whatIf('guests', '0-1', /invités/, 'invités ajoutés à la commande'),
  {
    name: 'a school that is closed',
    place: 'week',
    holds: '.panel .what-if',
    ready: async (page) => {
      await cell(page, '3-3').click();
      await page.getByRole('switch', { name: 'École fermée' }).click();
      await page.getByRole('button', { name: 'Appliquer' }).scrollIntoViewIfNeeded();
    },
    act: async (page) => {
      await page.getByRole('button', { name: 'Appliquer' }).click();
      await notice(page, 'ajouté au calendrier');
      await page.locator('.panel .state:not(.bad)').getByText('Le site est fermé').waitFor();
    },
  },
  {
    name: 'undo beside the panel',
    place: 'week',
    holds: '.panel .what-if',
    ready: async (page) => {
      await cell(page, '0-1').click();
      await page.locator('.panel .versions').waitFor();
    },
    act: async (page) => {
      await page.keyboard.press('Control+z');
      await notice(page, 'Annulé');
    },
  },
  {
    name: 'approving',
    place: 'week',
    ready: async (page) => {
      await page.getByRole('button', { name: 'Valider la semaine' }).click();
      await page.getByLabel('Votre nom').fill('C. Morel');
    },
    act: async (page) => {
      await page.keyboard.press('Enter');
      await page.getByText('Semaine validée').waitFor();
    },
  },
  {
    name: 'a revision of an approved order',
    place: 'week',
    ready: (page) => cell(page, '0-3').focus(),
    act: async (page) => {
      await page.keyboard.type('52');
      await page.keyboard.press('Enter');
      await notice(page, '52 au lieu de');
    },
  },
  {
    name: 'an order with its reason',
    place: 'week',
    ready: (page) => cell(page, '1-4').focus(),
    act: async (page) => {
      await page.keyboard.type('47s');
      await page.locator('.reasons button[aria-pressed=true]').waitFor();
      await page.keyboard.press('Enter');
      await notice(page, '47 au lieu de');
    },
  },
  {
    name: 'a head count',
    place: `record/head-count/${TODAY}`,
    ready: (page) => page.locator('.calltable input').first().focus(),
    act: async (page) => {
      const fields = await page.locator('.calltable tbody tr').first().locator('input').all();
      for (const field of fields) {
        await field.focus();
        await page.keyboard.press('=');
      }
      await page.keyboard.press('Enter');
      await notice(page, 'appel enregistré');
    },
  },
  {
    name: 'meals served',
    place: `record/served/${TODAY}`,
    ready: (page) => page.locator('.record-table tbody input').first().focus(),
    act: async (page) => {
      await page.keyboard.type('31');
      await page.keyboard.press('Enter');
      await page
        .locator('.record-table tbody tr')
        .first()
        .getByText(/31|complet|terminé/i)
        .first()
        .waitFor();
    },
  },
  {
    name: 'a menu',
    place: 'menus/2026-12-15',
    ready: async (page) => {
      await page.getByRole('button', { name: 'Modifier le menu' }).press('Enter');
      await page.getByRole('combobox', { name: 'Nom du plat' }).first().fill('Soupe de potiron');
    },
    act: async (page) => {
      await page.keyboard.press('Enter');
      await notice(page, 'Menu du mardi 15 décembre enregistré');
    },
  },
  {
    name: 'a strike in the calendars',
    place: 'data/calendars',
    ready: (page) => page.getByLabel('Du', { exact: true }).fill('08/01/2027'),
    act: async (page) => {
      await page.keyboard.press('Enter');
      await page
        .getByRole('row')
        .filter({ hasText: /8 janvier 2027/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'a count of a month',
    place: 'data/coverage/all_2026-12',
    ready: (page) => page.locator('main table input').first().focus(),
    act: async (page) => {
      await page.keyboard.type('41');
      await page.keyboard.press('Enter');
      await settled(page);
    },
  },
  {
    name: 'who approves',
    place: 'settings/general',
    ready: (page) => page.locator('#person').fill('A. Duval'),
    act: async (page) => {
      await page.keyboard.press('Enter');
      await settled(page);
    },
  },
  {
    name: 'a portion',
    place: 'settings/portions',
    ready: async (page) => {
      await page.getByLabel('Chercher un aliment ou un plat').fill('steak');
      await page.getByLabel('Élémentaire\u00a0: Steak haché').fill('72');
    },
    act: async (page) => {
      await page.keyboard.press('Enter');
      await notice(page, 'enregistré');
    },
  },
];

describeInChromium('nothing moves under the pointer', () => {
  const setting = setUp({ sample: true, window: { language: 'fr' } });

  beforeAll(async () => {
    await setting.page.context().addInitScript(watchShifts);
    await setting.page.reload();
    await setting.page.getByRole('grid').waitFor();
  });

  test.each(edits)('$place: $name', async ({ place, holds, ready, act }) => {
    const { page } = setting;
    await goTo(page, place);
    await settled(page);
    await ready?.(page);
    await settled(page);
    const { value, moved } = await shiftOf(page, async () => {
      if (holds === undefined) await act(page);
      else expect(await strayOf(page, holds, () => act(page))).toBeLessThan(1.5);
    });
    expect(value <= UNSEEN_SHIFT ? [] : [`${value}`, ...moved]).toEqual([]);
    await free(page);
  });
});
