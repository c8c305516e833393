/** Printing and saving where only a browser is at hand. */

/** Prints through a hidden frame that may open the print dialog but run no script. */
export function printInFrame(html: string): Promise<void> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.className = 'print-frame';
    frame.setAttribute('aria-hidden', 'true');
    frame.tabIndex = -1;
    frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
    frame.addEventListener('load', async () => {
      // A font within the document takes a moment to be read.
      await frame.contentDocument?.fonts?.ready;
      frame.contentWindow?.print();
      resolve();
      // The dialog has a copy of the page by then; the frame goes a little later for browsers that print late.
      setTimeout(() => frame.remove(), 60_000);
    });
    frame.srcdoc = html;
    document.body.append(frame);
  });
}

interface SavedSheet {
  readonly fileName: string;
  readonly mime: string;
  readonly body: string;
}

export function downloadSheet(sheet: SavedSheet): boolean {
  const isBinary = !sheet.mime.startsWith('text/');
  const body = isBinary ? Uint8Array.from(atob(sheet.body), (c) => c.charCodeAt(0)) : sheet.body;
  download(new Blob([body], { type: sheet.mime }), sheet.fileName);
  return true;
}

/** Puts a file where the browser keeps what is downloaded. */
export function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
