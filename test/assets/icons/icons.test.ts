import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { icoFile } from '../../../assets/icons/ico-file.ts';

const read = (name: string) => readFileSync(join('assets', 'icons', name));
/** Width and height that a PNG says it has. */
const pngSize = (png: Buffer) => [png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)];

describe('icons', () => {
  it.each([
    ['icon.png', 1024],
    ['icon-512.png', 512],
    ['icon-256.png', 256],
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
