import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  browserCandidates,
  findBrowser,
  isSnap,
} from '../../../../electron/service/documents/find-browser.ts';
import { NoBrowserError, PrintError, printPdf } from '../../../../electron/service/documents/print-pdf.ts';
import { renderSheetHtml } from '../../../../electron/service/documents/render-sheet-html.ts';
import type { SheetData } from '../../../../electron/service/documents/sheet-data.ts';
import { longMenu, manySites, siteSheet } from './sheet-examples.ts';

const browser = findBrowser();
const withBrowser = browser === null ? describe.skip : describe;
const withPdftotext = browser !== null && existsSync('/usr/bin/pdftotext') ? it : it.skip;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheet-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function print(data: SheetData, language: 'fr' | 'en' = 'fr'): Promise<string> {
  const file = join(folder, 'sheet.pdf');
  await printPdf(renderSheetHtml(data, language), file);
  return file;
}

/** Pages of a PDF as Chromium writes it. */
function pageCount(file: string): number {
  return readFileSync(file, 'latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** The text of each page. */
function pageTexts(file: string): readonly string[] {
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  return text.split('\f').slice(0, -1);
}

withBrowser('a sheet printed by an installed browser', () => {
  it('is one A4 page for one site, with six dishes or with twelve and choices', async () => {
    const file = await print(siteSheet());
    expect(pageCount(file)).toBe(1);
    expect(readFileSync(file, 'latin1')).toMatch(/\/MediaBox\s*\[0 0 59[45]\.\d+ 84[12]\.\d+\]/);
    const name = 'Groupe scolaire Françoise-Dolto et Sarah-Bernhardt, Batignolles';
    expect(pageCount(await print(siteSheet({ site: name, dishes: longMenu, order: 222 })))).toBe(1);
  });

  withPdftotext('lists 87 sites over pages that repeat the head, split no row and are numbered', async () => {
    const data = manySites(87);
    const pages = pageTexts(await print(data));
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.length).toBeLessThan(7);
    pages.forEach((text, i) => {
      expect(text).toMatch(/Site\s+Commande\s+Fourchette/);
      expect(text).toContain(`Page ${i + 1}/${pages.length}`);
      expect(text).toContain('Tous les sites – jeudi 17 décembre 2026');
      expect(text).toContain('Faite le lundi 14 décembre à 9 h 12');
    });
    for (const { site, order } of data.sites.filter(({ site }) => site.startsWith('École'))) {
      const line = new RegExp(`^${site}\\s|\\s${site}\\s`, 'm');
      const on = pages.filter((text) => line.test(text));
      expect(on).toHaveLength(1);
      expect(on[0]).toMatch(new RegExp(`\\b${order}\\b`));
    }
  });

  withPdftotext('gives each site its own page after the list, with its name at the foot', async () => {
    const data = manySites(12, 'full');
    const pages = pageTexts(await print(data, 'en'));
    expect(pages).toHaveLength(13);
    data.sites.forEach(({ site }, i) => {
      expect(pages[i + 1]?.replace(/\s+/g, ' ')).toContain(site.slice(0, 40));
      expect(pages[i + 1]).toContain(`Page ${i + 2}/13`);
    });
  });
});

describe('printing that cannot succeed', () => {
  const fake = (script: string) => {
    const file = join(folder, 'browser');
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  };
  const out = () => join(folder, 'out.pdf');
  const onUnix = process.platform === 'win32' ? it.skip : it;

  it('says that no browser is installed', async () => {
    await expect(printPdf('', out(), { browser: null })).rejects.toThrow(NoBrowserError);
  });

  onUnix('stops a browser that does not answer, and what it started', async () => {
    const late = join(folder, 'late');
    const browser = fake(`(sleep 1; touch ${late}) & wait`);
    await expect(printPdf('', out(), { browser, timeoutMs: 300 })).rejects.toMatchObject({
      reason: 'timeout',
    });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(existsSync(late)).toBe(false);
  });

  onUnix('hands on what the browser said', async () => {
    const printing = printPdf('', out(), { browser: fake('echo no display >&2; exit 3') });
    await expect(printing).rejects.toThrow(/exit code 3\. no display/);
    await expect(printPdf('', out(), { browser: fake('exit 0') })).rejects.toThrow(PrintError);
    expect(existsSync(out())).toBe(false);
  });

  onUnix('removes the profile it made for the browser', async () => {
    const seen = join(folder, 'seen');
    await expect(printPdf('', out(), { browser: fake(`echo "$@" > ${seen}`) })).rejects.toThrow(PrintError);
    const profile = /--user-data-dir=(\S+)\/profile/.exec(readFileSync(seen, 'utf8'))?.[1] ?? '';
    expect(profile).toContain('bonne-mesure-print-');
    expect(existsSync(profile)).toBe(false);
  });

  onUnix('prints in a visible folder of the home with a snap, which sees no other', async () => {
    const seen = join(folder, 'seen');
    const wrapper = fake(`echo "$@" > ${seen}; exit 0; exec /snap/bin/chromium "$@"`);
    await expect(printPdf('', out(), { browser: wrapper })).rejects.toThrow(PrintError);
    expect(findBrowser('linux', { PATH: '', BONNE_MESURE_BROWSER: wrapper })).toBe(wrapper);
    const profile = /--user-data-dir=(\S+)\/profile/.exec(readFileSync(seen, 'utf8'))?.[1] ?? '';
    expect(profile.startsWith(join(homedir(), 'bonne-mesure-print-'))).toBe(true);
    expect(existsSync(profile)).toBe(false);
  });

  onUnix('takes a snap only where there is no other browser', () => {
    const install = (path: string, script: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
      return join(folder, path);
    };
    const snap = install('a/google-chrome-stable', 'exec /snap/bin/google-chrome "$@"');
    expect(isSnap(snap)).toBe(true);
    const real = install('b/brave-browser', 'exec /opt/brave/brave "$@"');
    expect(isSnap(real)).toBe(false);
    const found = findBrowser('linux', { PATH: `${join(folder, 'a')}:${join(folder, 'b')}` });
    expect(found).not.toBe(snap);
    expect(isSnap(found ?? '')).toBe(false);
  });

  it('says so when the browser cannot be started', async () => {
    await expect(printPdf('', out(), { browser: join(folder, 'absent') })).rejects.toMatchObject({
      reason: 'failed',
    });
  });
});

describe('browserCandidates', () => {
  it('looks where each system installs browsers, the named one first', () => {
    const windows = browserCandidates('win32', {
      PROGRAMFILES: 'C:\\Program Files',
      BONNE_MESURE_BROWSER: 'D:\\x.exe',
    });
    expect(windows[0]).toBe('D:\\x.exe');
    expect(windows.some((path) => path.endsWith('msedge.exe'))).toBe(true);
    expect(browserCandidates('darwin', { HOME: '/Users/a' })).toContain(
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    );
    expect(browserCandidates('linux', { PATH: '/opt/bin' })[0]).toBe('/opt/bin/google-chrome-stable');
  });

  it('finds none where none is', () => {
    expect(findBrowser('win32', { PROGRAMFILES: '/nowhere' })).toBeNull();
  });
});
