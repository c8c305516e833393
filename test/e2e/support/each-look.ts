import { colourViolationsOf, violationsOf } from './axe.ts';
import { type AppWindow, changeLook, LARGE, SMALL, type WindowOptions } from './window.ts';

const looks = [
  { language: 'fr', dark: false, size: SMALL },
  { language: 'fr', dark: true, size: LARGE },
  { language: 'en', dark: true, size: SMALL },
  { language: 'en', dark: false, size: LARGE },
] as const;

/** A look, with its words for the name of a picture: "fr-dark-1920". */
export interface SeenWindow {
  readonly window: AppWindow;
  readonly look: string;
  /** What axe finds wrong: of all in the small window, where least has room; of colours alone in the other theme. */
  violations(): Promise<readonly string[]>;
}

/** A test in both languages, themes and sizes, in a window for each language: words do not change in an open one. */
export function testInEachLook(
  name: string,
  open: (options: WindowOptions) => Promise<AppWindow>,
  see: (seen: SeenWindow) => Promise<void>,
): void {
  describe.each(['fr', 'en'] as const)('in %s', (language) => {
    let window: AppWindow;

    beforeAll(async () => {
      window = await open({ language });
    });

    afterAll(() => window?.close());

    const own = looks.filter((look) => look.language === language);
    test.each(own)(`${name}: dark $dark, $size.width`, async ({ dark, size }) => {
      const theme = dark ? 'dark' : 'light';
      await changeLook(window.page, { dark, size });
      expect(await window.page.getAttribute('html', 'data-theme')).toBe(theme);
      const violations = () => (size === SMALL ? violationsOf : colourViolationsOf)(window.page);
      await see({ window, look: `${language}-${theme}-${size.width}`, violations });
      expect(window.complaints).toEqual([]);
    });
  });
}
