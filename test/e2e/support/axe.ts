import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds wrong, one line for each element. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  // Half a megabyte of source: read by a page once, not at each look.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    // What axe finds right is far more than what is wrong, and is not sent.
    const { violations } = await run(document, { iframes: false, resultTypes: ['violations'] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id} (${help}): ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    );
  });
}
