import type { Page } from 'playwright-core';
import type { Bridge } from '../../../electron/api/bridge.ts';
import type { ApiEvent, Input, Method, Output, Result } from '../../../electron/api/contract.ts';

declare global {
  interface Window {
    readonly bonneMesure?: Bridge;
    eventsSeen?: ApiEvent[];
  }
}

/** Calls a method as the page would. */
export function call<M extends Method>(page: Page, method: M, input: Input<M>, job?: string) {
  return page.evaluate(
    ([name, value, options]) => (window.bonneMesure as Bridge).call(name, value as never, options as never),
    [method, input, { language: 'fr', ...(job === undefined ? {} : { job }) }] as const,
  ) as Promise<Result<Output<M>>>;
}

export async function valueIn<T>(result: Promise<Result<T>>): Promise<T> {
  const answer = await result;
  if (!answer.ok) {
    throw new Error(answer.error.message);
  }
  return answer.value;
}

/** Keeps the events that the page hears from now on. */
export function watchEvents(page: Page): Promise<void> {
  return page.evaluate(() => {
    const seen: ApiEvent[] = [];
    window.eventsSeen = seen;
    window.bonneMesure?.subscribe((event) => seen.push(event));
  });
}

/** Waits for something to come true, for two minutes on a busy machine. */
export async function until(look: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 2_400; tries += 1) {
    if (await look()) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it never came');
}
