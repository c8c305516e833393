import { html, type Markup } from './markup.ts';

export interface PaperPage {
  /** A named page of the style, whose foot says whose sheet it is. */
  readonly page?: string;
  readonly head: Markup;
  /** “jeudi 17 décembre 2026 · Cuisine centrale”: stands on top of every page but the first. */
  readonly running: string;
  readonly body: readonly (Markup | null)[];
}

/** A sheet known to fit on one page: what comes last stands at its foot. */
export function onePage({ page, head, body }: Omit<PaperPage, 'running'>): Markup {
  return html`<article class="paper" style="page: ${page ?? 'auto'}">${head}${present(body)}</article>`;
}

/**
 * A sheet of as many pages as it takes. Browsers repeat only the head of a table, so the whole sheet is one;
 * on the first page the sheet's own head covers it.
 */
export function manyPages({ page, head, running, body }: PaperPage): Markup {
  return html`<article class="paper long" style="page: ${page ?? 'auto'}"><table class="sheet" role="presentation"><thead aria-hidden="true"><tr><td><div class="running">${running}</div></td></tr></thead><tbody><tr><td>${head}${present(body)}</td></tr></tbody></table></article>`;
}

const present = (parts: readonly (Markup | null)[]) => parts.filter((part) => part !== null);
