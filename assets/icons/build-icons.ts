import { readFileSync, writeFileSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { icnsFile } from './icns-file.ts';
import { icoFile } from './ico-file.ts';

// node assets/icons/build-icons.ts [BROWSER]
const here = (name: string) => new URL(name, import.meta.url);
const browser = await chromium.launch({ executablePath: process.argv[2] ?? '/usr/bin/chromium' });
try {
  // Below 64 pixels the margin of the tile and the second graduation would be lost.
  const sizes = [16, 20, 24, 32, 40, 48, 64, 128, 256, 512, 1024];
  const images = [];
  for (const size of sizes) {
    images.push({ size, png: await render(browser, size < 64 ? 'icon-small.svg' : 'icon.svg', size) });
  }
  // Linux wants a file for each of its usual sizes, named after it.
  for (const { size, png } of images.filter((image) => [32, 48, 64, 128, 256, 512].includes(image.size))) {
    writeFileSync(here(`${size}x${size}.png`), png);
  }
  writeFileSync(here('icon.png'), images.at(-1)?.png ?? '');
  writeFileSync(here('icon.ico'), icoFile(images.filter(({ size }) => size <= 256)));
  writeFileSync(here('icon.icns'), icnsFile(images));
} finally {
  await browser.close();
}

async function render(on: Browser, name: string, size: number): Promise<Buffer> {
  const page = await on.newPage({ viewport: { width: size, height: size }, deviceScaleFactor: 1 });
  const svg = readFileSync(here(name), 'utf8');
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  const image = await page.screenshot({ omitBackground: true });
  await page.close();
  return image;
}
