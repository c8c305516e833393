import { withoutHidden } from '../../../db/fold.ts';

/** Text that is already HTML. Only `html` makes it, so whatever comes from a file is escaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Markup | null | readonly (string | Markup)[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return withoutHidden(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A template in which every inserted value is escaped unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((string, i) => string + toHtml(parts[i] ?? null)).join(''));
}

function toHtml(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(toHtml).join('');
  return escapeHtml(String(part));
}

/** A CSS string literal. Everything but letters, digits and a few marks is written as a code point. */
export function cssString(text: string): string {
  const escaped = withoutHidden(text).replace(
    /[^\p{L}\p{N} .,:/’–\u00a0\u202f-]/gu,
    (character) => `\\${character.codePointAt(0)?.toString(16)} `,
  );
  return `"${escaped}"`;
}
