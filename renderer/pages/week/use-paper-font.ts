import { useEffect, useState } from 'react';

const address = new URL('../../fonts/Inter-latin.woff2', import.meta.url);

/** The page's font as a rule for a document to print, as the day's sheets have it; nothing while it is not read. */
export function usePaperFont(): string {
  const [face, setFace] = useState('');
  useEffect(() => {
    readFont()
      .then((data) => setFace(`@font-face { font-family: Inter; font-weight: 100 900; src: url(${data}); }`))
      // A sheet in another font is better than no sheet.
      .catch(() => undefined);
  }, []);
  return face;
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
