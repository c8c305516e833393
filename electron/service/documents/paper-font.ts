import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the page's own font lies, seen from the source tree or from the bundle in `dist/electron`. */
function fontFile(): string | undefined {
  const here = fileURLToPath(import.meta.url);
  const folder = join(dirname(here), here.endsWith('.ts') ? '../../../renderer/fonts' : '../renderer/assets');
  const name = readdirSync(folder).find((file) => /^Inter-latin.*\.woff2$/.test(file));
  return name && join(folder, name);
}

let face: string | undefined;

/** Inter as a part of the document itself, so that paper looks the same everywhere; without its file, nothing. */
export function paperFont(): string {
  face ??= readFace();
  return face;
}

function readFace(): string {
  try {
    const file = fontFile();
    if (file === undefined) return '';
    const data = readFileSync(file).toString('base64');
    return `@font-face { font-family: Inter; font-weight: 100 900; src: url(data:font/woff2;base64,${data}) format("woff2"); }`;
  } catch {
    // A sheet in another font is better than no sheet.
    return '';
  }
}
