const address = new URL('../fonts/Inter-latin.woff2', import.meta.url);

/** The page's font as a rule for a document to print, as the day's sheets have it; empty where it cannot be read. */
export async function sheetFont(): Promise<string> {
  try {
    const data = await readFont();
    return `@font-face { font-family: Inter; font-weight: 100 900; src: url(${data}); }`;
  } catch {
    // A sheet in another font is better than no sheet.
    return '';
  }
}

async function readFont(): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The font was not read: ${answer.status}`);
  const font = await answer.blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(font);
  });
}
