import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** The rules whose answer follows from colours: the others say the same of a page in every theme. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong, one line for each element. */
export const violationsOf = (page: Page): Promise<readonly string[]> => runAxe(page, null);

/** The same of colours alone, for a page that was looked at whole in another theme. */
export const colourViolationsOf = (page: Page): Promise<readonly string[]> => runAxe(page, ofColours);

async function runAxe(page: Page, rules: readonly string[] | null): Promise<readonly string[]> {
  // Half a megabyte of source: read by a page once, not at each look.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    // What axe finds right is far more than what is wrong, and is not sent.
    const { violations } = await run(document, {
      iframes: false,
      resultTypes: ['violations'],
      ...(values === null ? {} : { runOnly: { type: 'rule', values: [...values] } }),
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id} (${help}): ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    );
  }, rules);
}
