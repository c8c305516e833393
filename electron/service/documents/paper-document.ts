import type { Language } from '../../api/records.ts';
import { html, Markup } from './markup.ts';
import { paperFont } from './paper-font.ts';

export interface PaperDocument {
  readonly language: Language;
  readonly title: string;
  readonly style: string;
  readonly body: Markup;
}

/** One self-contained document: no script, nothing loaded. The same on screen, on paper and as PDF. */
export function paperDocument({ language, title, style, body }: PaperDocument): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(paperFont())}${new Markup(style)}</style>
</head>
<body>${body}</body>
</html>
`.text;
}
