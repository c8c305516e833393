import type { TextEncoding } from '../../../electron/api/records.ts';

/** The same in every language. */
export const encodingNames: Readonly<Record<TextEncoding, string>> = {
  'UTF-8': 'UTF-8',
  'UTF-8-mixed': 'UTF-8 + Windows-1252',
  'UTF-8-twice': 'UTF-8 ×2',
  'UTF-8-entities': 'UTF-8 + HTML',
  'UTF-16LE': 'UTF-16LE',
  'UTF-16BE': 'UTF-16BE',
  'windows-1252': 'Windows-1252',
  'ISO-8859-15': 'ISO-8859-15',
  macintosh: 'Macintosh',
  cp850: 'DOS (cp850)',
  cp437: 'DOS (cp437)',
};

export const encodings = Object.keys(encodingNames) as readonly TextEncoding[];

export const encodingName = (encoding: string): string =>
  (encodingNames as Readonly<Record<string, string>>)[encoding] ?? encoding;
