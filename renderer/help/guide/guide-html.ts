import { Marked, type Tokens } from 'marked';

/** What a printable page is made of. */
export interface GuidePaper {
  readonly language: string;
  readonly title: string;
  /** One chapter after the other, each beginning a page. */
  readonly chapters: readonly string[];
  /** A rule for the font; empty: one that the system has. */
  readonly font: string;
  /** The address of each picture by its name, so that the page carries it itself; one that is missing is left out. */
  readonly pictures: ReadonlyMap<string, string>;
}

const style = `
@page { size: A4 portrait; margin: 16mm 18mm 18mm; @bottom-right { content: counter(page) "/" counter(pages); font: 9pt Inter, sans-serif; color: #333; } }
* { box-sizing: border-box; }
html { color-scheme: light; }
body { margin: 0; background: #fff; color: #000; font: 10.5pt/1.45 Inter, "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
article + article { break-before: page; }
h1 { font-size: 22pt; line-height: 1.15; margin: 0 0 4mm; letter-spacing: -0.02em; }
h2 { font-size: 13pt; margin: 6mm 0 1.5mm; break-after: avoid; }
p, ul, ol { margin: 0 0 2.5mm; }
ul, ol { padding-left: 6mm; }
li { margin-bottom: 1mm; break-inside: avoid; }
a { color: inherit; text-decoration: none; }
code { font: inherit; overflow-wrap: anywhere; background: #ececec; padding: 0 1mm; }
img { display: block; max-width: 100%; max-height: 92mm; margin: 2mm 0 3mm; border: 0.2mm solid #8a8a8a; }
table { width: 100%; border-collapse: collapse; margin: 0 0 3mm; }
th, td { text-align: left; vertical-align: top; padding: 1.2mm 2mm 1.2mm 0; border-bottom: 0.2mm solid #8a8a8a; }
thead th { border-bottom: 0.4mm solid #000; }
tr { break-inside: avoid; }
`;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeText = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** The names of the pictures that a chapter shows. */
export const picturesIn = (text: string): readonly string[] =>
  [...text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, href = '']) => href);

/** Chapters of the guide as one page to print. */
export function guideHtml({ language, title, chapters, font, pictures }: GuidePaper): string {
  const marked = new Marked({
    renderer: {
      image({ href, text }: Tokens.Image) {
        const address = pictures.get(href);
        return address === undefined ? '' : `<img src="${address}" alt="${escapeText(text)}">`;
      },
    },
  });
  const articles = chapters.map((text) => `<article>${marked.parse(text, { async: false })}</article>`);
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escapeText(title)}</title><style>${font}${style}</style></head>
<body>${articles.join('\n')}</body>
</html>`;
}
