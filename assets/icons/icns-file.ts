import type { IconImage } from './ico-file.ts';

/** Apple's names for PNG images of an icon, by pixels; those for twice the resolution share a size. */
const types: Readonly<Record<number, readonly string[]>> = {
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

const headerBytes = 8;

/** A macOS icon that holds PNG images. Sizes that macOS does not know are left out. */
export function icnsFile(images: readonly IconImage[]): Uint8Array {
  const entries = images.flatMap(({ size, png }) =>
    (types[size] ?? []).map((type) => Buffer.concat([header(type, png.length), png])),
  );
  const body = Buffer.concat(entries);
  return Buffer.concat([header('icns', body.length), body]);
}

function header(type: string, bodyBytes: number): Buffer {
  const bytes = Buffer.alloc(headerBytes);
  bytes.write(type, 'latin1');
  bytes.writeUInt32BE(headerBytes + bodyBytes, 4);
  return bytes;
}
