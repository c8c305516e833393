import { protocol } from 'electron';
import { pageOrigin, scheme, sheetOrigin } from './addresses.ts';
import { answerPage } from './page-answer.ts';
import type { SheetShelf } from './sheet-shelf.ts';

/** Of a sheet in print: text, styles and images that it carries itself. */
const sheetPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** To be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built page, and the sheets that wait to be printed. */
export function serveScheme(rendererFolder: string, sheets: SheetShelf): void {
  protocol.handle(scheme, async ({ url, method }) => {
    if (method !== 'GET') {
      return new Response('Method not allowed', { status: 405 });
    }
    if (url.startsWith(`${sheetOrigin}/`)) {
      return serveSheet(sheets.find(url));
    }
    return url.startsWith(`${pageOrigin}/`)
      ? answerPage(rendererFolder, url)
      : new Response('Not found', { status: 404 });
  });
}

function serveSheet(html: string | undefined): Response {
  return html === undefined
    ? new Response('Not found', { status: 404 })
    : new Response(html, {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': sheetPolicy,
          'x-content-type-options': 'nosniff',
        },
      });
}
