const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

export interface SheetHead {
  readonly language: string;
  /** A rule for the font of the sheet; empty: one that the system has. */
  readonly font: string;
  readonly title: string;
  readonly dates: string;
  /** At the right end of the title's line. */
  readonly level: string;
}

/** A sheet to pin up: A4 across, black on white, a table under its title. `style`: rules of its own. */
export const landscapeSheet = (
  { language, font, title, dates, level }: SheetHead,
  content: string,
  style = '',
): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${escapeText(title)}</title>
<style>${font}${STYLE}${style}</style>
</head>
<body>
<header><h1>${escapeText(title)}</h1><p>${escapeText(dates)}</p><p class="level">${escapeText(level)}</p></header>
${content}
</body>
</html>`;

const STYLE = `
@page { size: A4 landscape; margin: 11mm 12mm; @bottom-right { content: counter(page) "/" counter(pages); font: 8.2pt Inter, "Segoe UI", "Helvetica Neue", Arial, sans-serif; } }
body { font: 10pt/1.25 Inter, "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; color: #000; margin: 0; }
header { display: flex; align-items: baseline; gap: 6mm; border-bottom: 0.7mm solid; padding-bottom: 2mm; margin-bottom: 2mm; }
h1 { font-size: 18pt; margin: 0; letter-spacing: -0.02em; }
p { margin: 0; } .level { margin-left: auto; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: 1.2mm 2mm; border-bottom: 0.2mm solid #8a8a8a; font-weight: 400; white-space: nowrap; }
th:first-child { text-align: left; padding-left: 0; white-space: normal; } tbody th { font-weight: 600; }
thead { display: table-header-group; } thead th { font-weight: 700; vertical-align: top; border-bottom: 0.4mm solid; }
tfoot { display: table-row-group; } tfoot th, tfoot td { border-top: 0.4mm solid; border-bottom: 0; font-weight: 700; }
tr { break-inside: avoid; } b { font-size: 15pt; font-weight: 700; } small { font-size: 8.2pt; color: #333; font-weight: 400; } .none { color: #333; }
footer { margin-top: 4mm; font-size: 8.2pt; color: #333; }`;
