import { createHash } from 'node:crypto';
import { readSync } from 'node:fs';
import type { TextEncoding } from '../../forecasting/domain/records.ts';
import { withOpenFile } from '../files/reading.ts';
import { EncodingEvidence, type FoundEncoding } from './encoding-evidence.ts';
import type { BinaryType } from './problem.ts';
import { openDecoder } from './text-decoder.ts';

export interface Inspection extends FoundEncoding {
  readonly size: number;
  readonly sha256: string;
  /** `null`: it looks like text. */
  readonly binary: BinaryType | 'spreadsheet' | null;
}

const chunkSize = 1 << 16;

/** Calls `visit` with the file's bytes, piece by piece; memory stays constant. Stops when it answers false. */
function readBytes(path: string, visit: (bytes: Buffer) => boolean): void {
  withOpenFile(path, 'r', (file) => {
    const buffer = Buffer.allocUnsafe(chunkSize);
    for (;;) {
      const length = readSync(file, buffer, 0, chunkSize, null);
      if (length === 0 || !visit(buffer.subarray(0, length))) {
        return;
      }
    }
  });
}

/** Reads the whole file once: its hash, and the charset that its bytes allow. Stops early at a binary file. */
export function inspectSource(path: string, onBytes: (bytes: number) => void): Inspection {
  const hash = createHash('sha256');
  const evidence = new EncodingEvidence();
  let size = 0;
  let binary: Inspection['binary'] = null;
  let wide: TextEncoding | null = null;
  readBytes(path, (bytes) => {
    if (size === 0) {
      wide = wideEncoding(bytes);
      binary = binaryType(bytes, wide !== null);
    }
    size += bytes.length;
    if (wide === null && binary === null && bytes.includes(0)) {
      binary = 'unknown';
    }
    hash.update(bytes);
    if (wide === null) {
      evidence.add(bytes);
    }
    onBytes(bytes.length);
    return binary === null;
  });
  return {
    size,
    sha256: hash.digest('hex'),
    ...(wide === null ? evidence.end() : { encoding: wide, other: null, strayBytes: 0 }),
    binary,
  };
}

/** Calls `visit` with the file's text, piece by piece. */
export function readText(
  path: string,
  encoding: TextEncoding,
  visit: (text: string, bytes: number, last: boolean) => boolean,
): void {
  const decoder = openDecoder(encoding);
  let goOn = true;
  readBytes(path, (bytes) => {
    goOn = visit(decoder.write(bytes), bytes.length, false);
    return goOn;
  });
  if (goOn) {
    visit(decoder.end(), 0, true);
  }
}

/** UTF-16 by its mark, or by every other byte of the beginning being zero. */
function wideEncoding(bytes: Buffer): TextEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return 'UTF-16LE';
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return 'UTF-16BE';
  }
  const sample = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    zeros[index % 2] = (zeros[index % 2] ?? 0) + (byte === 0 ? 1 : 0);
  });
  const half = sample.length / 2;
  const [even = 0, odd = 0] = zeros;
  if (half >= 4 && odd > 0.7 * half && even === 0) {
    return 'UTF-16LE';
  }
  return half >= 4 && even > 0.7 * half && odd === 0 ? 'UTF-16BE' : null;
}

const signatures: readonly (readonly [string, BinaryType])[] = [
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['BM\xe6', 'image'],
  ['RIFF', 'image'],
  ['%PDF-', 'pdf'],
  ['\x1f\x8b', 'archive'],
  ['7z\xbc\xaf', 'archive'],
  ['Rar!', 'archive'],
  ['SQLite format 3', 'database'],
  ['\x7fELF', 'program'],
  ['MZ\x90', 'program'],
];

function binaryType(bytes: Buffer, wide: boolean): Inspection['binary'] {
  const start = bytes.subarray(0, 4000).toString('latin1');
  if (start.startsWith('PK\x03\x04')) {
    const office = /xl\/|\[Content_Types\]\.xml|opendocument\.spreadsheet/.test(start);
    return office ? 'spreadsheet' : 'archive';
  }
  if (start.startsWith('\xd0\xcf\x11\xe0')) {
    return 'spreadsheet';
  }
  const known = signatures.find(([mark]) => start.startsWith(mark));
  if (known !== undefined) {
    return known[1];
  }
  return !wide && start.includes('\0') ? 'unknown' : null;
}
