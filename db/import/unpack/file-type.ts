import { readSync } from 'node:fs';
import { withOpenFile } from '../../files/reading.ts';
import { SourceRefused } from '../source-refused.ts';

/** What a file is, whatever its name says. `text`: or what no one can tell from its first bytes. */
export type FileType = 'archive' | 'web-page' | 'excel-2003' | 'flat-open-document' | 'text';

/** What an archive holds. */
export type ArchiveType = 'xlsx' | 'open-document' | 'files';

/** Throws what speaks against a file that no table can be read from. */
export function fileType(path: string): FileType {
  const start = readAt(path, 0, 4096);
  const text = start.toString('latin1');
  if (text.startsWith('\xd0\xcf\x11\xe0')) {
    throw oldDocument(path, start);
  }
  if (text.startsWith('PK\x03\x04') || text.startsWith('PK\x05\x06')) {
    return 'archive';
  }
  if (text.startsWith('{\\rtf')) {
    throw new SourceRefused({ code: 'other-document', params: { type: 'word' } });
  }
  if (/^(MIME-Version|From: <Saved by)/i.test(text)) {
    throw new SourceRefused({ code: 'other-document', params: { type: 'web-archive' } });
  }
  return markupType(text.replaceAll('\0', ''));
}

/** A page of the web, or a workbook in XML, begins with its mark, a comment or a declaration. */
function markupType(text: string): FileType {
  const markup = text.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').trimStart();
  if (!markup.startsWith('<')) {
    return 'text';
  }
  if (/<([\w-]+:)?Workbook\b/.test(markup) && /office:spreadsheet/.test(markup)) {
    return 'excel-2003';
  }
  if (/<office:document\b/.test(markup)) {
    return 'flat-open-document';
  }
  return /<(!doctype html|html|head|meta|body|table|div|style|center)\b/i.test(markup) ? 'web-page' : 'text';
}

/** By the names in it: other programs' documents are archives too. */
export function archiveType(names: readonly string[]): ArchiveType {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^Index\/.*\.iwa$|^Index\.zip$/i)) {
    throw new SourceRefused({ code: 'other-document', params: { type: 'numbers' } });
  }
  if (has(/^xl\/workbook\.bin$/i)) {
    throw new SourceRefused({ code: 'other-document', params: { type: 'xlsb' } });
  }
  if (has(/^(word|ppt)\//i)) {
    throw new SourceRefused({ code: 'other-document', params: { type: 'word' } });
  }
  if (has(/^xl\/workbook\.xml$/i) || (has(/^_rels\/\.rels$/i) && has(/workbook[^/]*\.xml$/i))) {
    return 'xlsx';
  }
  if (has(/^content\.xml$/) && has(/^(mimetype|META-INF\/manifest\.xml)$/)) {
    return 'open-document';
  }
  if (has(/^(mimetype|\[Content_Types\]\.xml)$/)) {
    throw new SourceRefused({ code: 'spreadsheet', params: {} });
  }
  return 'files';
}

/** Documents of Office before 2007, and what newer ones encrypt, are the same container: its directory tells. */
function oldDocument(path: string, header: Buffer): SourceRefused {
  const sectorSize = header.length < 512 ? 512 : 1 << Math.min(header.readUInt16LE(30), 12);
  const first = header.length < 512 ? 0 : header.readUInt32LE(48);
  const directory = readAt(path, (first + 1) * sectorSize, 4096);
  const names = (name: string) => directory.includes(Buffer.from(name, 'utf16le'));
  if (names('EncryptedPackage')) {
    return new SourceRefused({ code: 'encrypted-workbook', params: {} });
  }
  return names('WordDocument') || names('PowerPoint Document')
    ? new SourceRefused({ code: 'other-document', params: { type: 'word' } })
    : new SourceRefused({ code: 'old-workbook', params: {} });
}

function readAt(path: string, position: number, length: number): Buffer {
  return withOpenFile(path, 'r', (file) => {
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(file, buffer, 0, length, position));
  });
}
