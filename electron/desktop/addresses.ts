/** The app's pages have a scheme of their own: `file:` would let a page read the whole disk. */
export const scheme = 'app';

export const pageOrigin = `${scheme}://bonne-mesure`;
export const pageAddress = `${pageOrigin}/index.html`;

/** Sheets to print live on another origin, so that nothing in them is taken for the app's page. */
export const sheetOrigin = `${scheme}://sheet`;

const allowed = new Set([`${scheme}:`, 'devtools:', 'blob:', 'data:']);

/** The app works offline: whatever is not its own never leaves the window. */
export const mayLoad = (address: string): boolean =>
  URL.canParse(address) && allowed.has(new URL(address).protocol);

export function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) {
    return false;
  }
  // `URL.origin` is 'null' for schemes that the WHATWG list does not name.
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}` === pageOrigin;
}
