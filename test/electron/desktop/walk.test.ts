import type { Page } from 'playwright-core';
import { describeStandIn } from './standin/describe-standin.ts';
import { StandInApp } from './standin/launch.ts';
import { walk } from './walk.ts';

/** Where no Electron can be had: what is walked here is what `real-electron.test.ts` walks where there is one. */
describeStandIn('a walk through the app', () => {
  walk({
    start: async (dataFolder, words = []) => new StandInApp({ dataFolder, words }),
    // The stand-in reads a file's path in its name.
    drop: async (page: Page, path: string) => {
      await page.evaluate((name) => {
        const files = new DataTransfer();
        files.items.add(new File([''], name.replaceAll('/', '∕')));
        for (const type of ['dragenter', 'dragover', 'drop']) {
          document.body.dispatchEvent(
            new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: files }),
          );
        }
      }, path);
    },
  });
});
