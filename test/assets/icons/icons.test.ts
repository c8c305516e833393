import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { icoFile } from '../../../assets/icons/ico-file.ts';

const read = (name: string) => readFileSync(join('assets', 'icons', name));
/** Width and height that a PNG says it has. */
const pngSize = (png: Buffer) => [png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)];

describe('icons', () => {
  it.each([
    ['icon.png', 1024],
    ['512x512.png', 512],
    ['256x256.png', 256],
    ['128x128.png', 128],
    ['64x64.png', 64],
    ['48x48.png', 48],
    ['32x32.png', 32],
  ])('%s is %i pixels wide and high', (name, size) => {
    expect(pngSize(read(name))).toEqual(['PNG', size, size]);
  });

  it('the Windows icon holds every size from 16 to 256', () => {
    const icon = read('icon.ico');
    const sizes = Array.from({ length: icon.readUInt16LE(4) }, (_, i) => {
      const offset = icon.readUInt32LE(6 + 16 * i + 12);
      const [, width] = pngSize(icon.subarray(offset));
      expect(icon.readUInt8(6 + 16 * i)).toBe(Number(width) % 256);
      return width;
    });
    expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
  });

  it('the macOS icon holds every size it may, each as a PNG of that size', () => {
    const icon = read('icon.icns');
    expect([icon.toString('latin1', 0, 4), icon.readUInt32BE(4)]).toEqual(['icns', icon.length]);
    const images: Record<string, unknown> = {};
    for (let at = 8; at < icon.length; at += icon.readUInt32BE(at + 4)) {
      images[icon.toString('latin1', at, at + 4)] = pngSize(icon.subarray(at + 8))[1];
    }
    expect(images).toEqual({
      ic11: 32,
      ic12: 64,
      ic07: 128,
      ic08: 256,
      ic13: 256,
      ic09: 512,
      ic14: 512,
      ic10: 1024,
    });
  });

  it('an icon file is its directory, then its images', () => {
    const file = Buffer.from(
      icoFile([
        { size: 16, png: Buffer.from('abc') },
        { size: 256, png: Buffer.from('de') },
      ]),
    );
    expect(file.subarray(6 + 2 * 16).toString()).toBe('abcde');
    expect(file.readUInt32LE(6 + 16 + 12)).toBe(6 + 2 * 16 + 3);
  });
});
