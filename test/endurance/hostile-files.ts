import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { importFiles } from '../../db/import/import-files.ts';
import { withUnpacked } from '../../db/import/unpack/unpack-sources.ts';
import { openDatabase } from '../../db/open.ts';
import { workbookFiles } from '../support/xlsx.ts';
import { type ZipFile, zip } from '../support/zip.ts';

// Files that somebody made to fill the memory, to write elsewhere, or to be waited for for ever. What has words of its
// own is tried beside its reader (test/db/import/unpack, bad-input); these end in words too, or do no harm.

const csv = 'site_type,date,prevision,reel,site_nom\nE,2018-09-03,120,118,Les Tilleuls\n';
const rows = [
  ['site_type', 'date', 'prevision', 'reel', 'site_nom'],
  ['E', { serial: 43346 }, 120, 118, 'Les Tilleuls'],
];
const workbook = () => workbookFiles([{ name: 'F', rows }]);

const withPart = (name: string, content: string | Uint8Array): Buffer =>
  zip([...workbook().filter((file) => file.name !== name), { name, content }]);

const ods = (content: string) =>
  zip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'content.xml', content },
  ]);
const table = (inside: string) =>
  `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="F">${inside}</table:table></office:spreadsheet></office:body></office:document-content>`;

/** A billion laughs: ten entities, each ten of the one before. */
const laughs = (root: string) =>
  `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">${Array.from({ length: 10 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>${root}`;
const outside = (root: string) =>
  `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]>${root}`;

const nested = (depth: number): Buffer =>
  depth === 0 ? zip([{ name: 'a.csv', content: csv }]) : zip([{ name: 'n.zip', content: nested(depth - 1) }]);

const named = (name: string): ZipFile => ({ name, content: csv });

/** What a file holds, or how it is made at its path. */
type Make = string | Uint8Array | ((path: string) => void | Promise<void>);

const sheet = (data: string) => `<worksheet><sheetData>${data}</sheetData></worksheet>`;
const sheetPath = 'xl/worksheets/sheet1.xml';

export const hostileFiles: Readonly<Record<string, () => Make>> = {
  'text of a million columns': () => `${'a;'.repeat(1e6)}\n${'1;'.repeat(1e6)}\n`,
  'text of a million titles that are dates': () =>
    `site;${Array.from({ length: 1e6 }, (_, i) => `2025-09-0${1 + (i % 9)}`).join(';')}\nLilas;1\n`,
  'text of a million quotes': () => `${'"'.repeat(1e6)}\n`,
  'text of nothing but separators': () => ';\n'.repeat(1e6),
  'text with zeros': () => `${csv}\0\0\0`,
  'text of one endless word': () => 'a'.repeat(50e6),
  'text of marks that combine': () => `site;date;reel\n${'e\u0301\u0302\u0303'.repeat(1e6)};2025-09-01;3\n`,
  'ten gigabytes of nothing': () => (path) => {
    writeFileSync(path, '');
    truncateSync(path, 1e10);
  },
  'ten gigabytes after an archive’s mark': () => (path) => {
    writeFileSync(path, 'PK\x03\x04');
    truncateSync(path, 1e10);
  },
  'ten gigabytes of a web page': () => (path) => {
    writeFileSync(path, '<html><table><tr><td>');
    truncateSync(path, 1e10);
  },
  'ten gigabytes of a workbook in XML': () => (path) => {
    writeFileSync(
      path,
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
    );
    truncateSync(path, 1e10);
  },
  'a pipe': () => (path) => void execFileSync('mkfifo', [path]),
  'a link to a device': () => (path) => symlinkSync('/dev/zero', path),
  'a link to itself': () => (path) => symlinkSync(path, path),
  'a link to nowhere': () => (path) => symlinkSync('/nowhere/at/all', path),
  'a socket': () => (path) =>
    new Promise((resolve) => {
      const server = createServer().unref();
      server.listen(path, () => resolve());
    }),
  'a folder that holds itself': () => (path) => {
    mkdirSync(path);
    symlinkSync(path, join(path, 'again'));
  },
  'a folder of pipes': () => (path) => {
    mkdirSync(path);
    execFileSync('mkfifo', [join(path, 'a.csv')]);
  },
  'names with control characters': () => zip([named('a\u0007\u001b[2J.csv'), named('b\u202egnp.csv')]),
  'a name of ten thousand letters': () => zip([named(`${'a'.repeat(10_000)}.csv`)]),
  'a name twice': () => zip([named('a.csv'), named('a.csv')]),
  'names that differ by case alone': () => zip([named('A.csv'), named('a.csv')]),
  'a name that is a device of Windows': () => zip([named('CON.csv'), named('NUL'), named('a.csv:stream')]),
  'a way up': () => zip([named('../a.csv')]),
  'a way up in the middle': () => zip([named('a/../../../b.csv')]),
  'a share': () => zip([named('\\\\server\\x\\a.csv')]),
  'a name with a zero': () => zip([named('a\0.csv')]),
  'no name': () => zip([named('')]),
  'an archive in an archive': () => nested(1),
  'archives ten deep': () => nested(10),
  'an archive of zeros': () => zip([{ name: 'a.csv', content: new Uint8Array(200e6) }]),
  'an archive of many zeros': () =>
    zip(Array.from({ length: 9 }, (_, i) => ({ name: `${i}.csv`, content: new Uint8Array(20e6) }))),
  'an archive whose directory lies elsewhere': () => {
    const bytes = zip([named('a.csv')]);
    bytes.writeUInt32LE(0xffff_fff0, bytes.length - 6);
    return bytes;
  },
  'an archive that says ZIP64 and has none': () => {
    const bytes = zip([named('a.csv')]);
    bytes.writeUInt16LE(0xffff, bytes.length - 12);
    bytes.writeUInt32LE(0xffff_ffff, bytes.length - 6);
    return bytes;
  },
  'an archive of more entries than it has': () => {
    const bytes = zip([named('a.csv')]);
    bytes.writeUInt16LE(60_000, bytes.length - 12);
    return bytes;
  },
  'an archive with a password': () => zip([{ name: 'a.csv', content: csv, encrypted: true }]),
  'a workbook with a link outside': () =>
    withPart(
      'xl/externalLinks/externalLink1.xml',
      '<externalLink><externalBook r:id="rId1" xmlns:r="http://evil.example/x.xlsx"/></externalLink>',
    ),
  'a workbook whose sheet lies outside': () =>
    withPart(
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="http://127.0.0.1:9/s.xml" TargetMode="External"/><Relationship Id="rId2" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>',
    ),
  'a workbook of laughs': () => withPart('xl/sharedStrings.xml', laughs('<sst><si><t>&a10;</t></si></sst>')),
  'a sheet of laughs': () =>
    withPart(sheetPath, laughs(sheet('<row><c t="inlineStr"><is><t>&a10;</t></is></c></row>'))),
  'a sheet that reads a file': () =>
    withPart(sheetPath, outside(sheet('<row><c t="inlineStr"><is><t>&e;</t></is></c></row>'))),
  'a sheet of zeros': () => withPart(sheetPath, new Uint8Array(150e6)),
  'a sheet of spaces': () => withPart(sheetPath, Buffer.alloc(150e6, ' ')),
  'a sheet of a million merged ranges': () =>
    withPart(
      sheetPath,
      `<worksheet><sheetData/><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(1e5)}</mergeCells></worksheet>`,
    ),
  'a sheet nested deep': () => withPart(sheetPath, `<worksheet>${'<a>'.repeat(1e6)}`),
  'a sheet with a tag of a million attributes': () =>
    withPart(sheetPath, sheet(`<row ${Array.from({ length: 2e5 }, (_, i) => `a${i}="1"`).join(' ')}/>`)),
  'a sheet with an endless tag': () => withPart(sheetPath, `<worksheet><row r="${'1'.repeat(30e6)}`),
  'styles without end': () =>
    withPart(
      'xl/styles.xml',
      `<styleSheet><numFmts>${'<numFmt numFmtId="164" formatCode="yyyy"/>'.repeat(5e5)}</numFmts></styleSheet>`,
    ),
  'an OpenDocument of laughs': () =>
    ods(
      laughs(
        table(
          '<table:table-row><table:table-cell><text:p>&a10;</text:p></table:table-cell></table:table-row>',
        ),
      ),
    ),
  'an OpenDocument of repeated rows': () =>
    ods(
      table(
        '<table:table-row table:number-rows-repeated="999999999"><table:table-cell table:number-columns-repeated="999999999"><text:p>x</text:p></table:table-cell></table:table-row>',
      ),
    ),
  'an OpenDocument of repeated spaces': () =>
    ods(
      table(
        '<table:table-row><table:table-cell><text:p><text:s text:c="2000000000"/>x</text:p></table:table-cell></table:table-row>',
      ),
    ),
  'an OpenDocument of spans': () =>
    ods(
      table(
        '<table:table-row><table:table-cell table:number-rows-spanned="1000000" table:number-columns-spanned="1000000"><text:p>x</text:p></table:table-cell></table:table-row>'.repeat(
          100,
        ),
      ),
    ),
  'a web page of a million tags': () => `<html><body><table>${'<div>'.repeat(1e6)}`,
  'a web page of a million cells': () => `<html><table><tr>${'<td>1'.repeat(1e6)}</table>`,
  'a web page of wide cells': () =>
    `<html><table>${'<tr><td colspan=1000000 rowspan=1000000>x'.repeat(100)}</table>`,
  'a web page of tables in tables': () => `<html>${'<table><tr><td>'.repeat(1e5)}`,
  'a workbook in XML of laughs': () =>
    laughs(
      '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data>&a10;</Data></Cell></Row></Table></Worksheet></Workbook>',
    ),
  'a workbook in XML of far cells': () =>
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="F"><Table><Row ss:Index="999999999"><Cell ss:Index="999999999" ss:MergeAcross="99999999"><Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>',
};

/** Those that take seconds to make or to read. */
export const large: readonly string[] = [
  'text of a million columns',
  'text of a million titles that are dates',
  'text of nothing but separators',
  'text of one endless word',
  'text of marks that combine',
  'ten gigabytes of nothing',
  'an archive of zeros',
  'an archive of many zeros',
  'a sheet of zeros',
  'a sheet of spaces',
  'a sheet with a tag of a million attributes',
  'a sheet with an endless tag',
  'styles without end',
  'a web page of a million cells',
];

/** What became of one of them. */
export interface Outcome {
  readonly rows: number;
  readonly refused: readonly string[];
  readonly milliseconds: number;
  /** How long it went on after it was told to stop, in milliseconds; `null`: it was never told. */
  readonly afterCancel: number | null;
}

/** The same in a process of its own: at most so much memory. */
export interface MeasuredOutcome extends Outcome {
  readonly megabytes: number;
}

/** Imports one hostile file, in this process. `cancelAfter`: milliseconds. Throws what an import must not throw. */
export async function importHostile(
  folder: string,
  name: string,
  cancelAfter = Number.POSITIVE_INFINITY,
): Promise<Outcome> {
  const path = join(folder, 'essai');
  const made = hostileFiles[name]?.() ?? '';
  if (typeof made === 'function') await made(path);
  else writeFileSync(path, made);
  const db = openDatabase(join(folder, 'canteen.sqlite'));
  const start = performance.now();
  const cancelled = () => performance.now() - start >= cancelAfter;
  try {
    const { files } = await withUnpacked([{ path, name: 'essai' }], cancelled, (sources) =>
      importFiles(db, sources, { now: '2026-11-23T09:00', cancelled }),
    );
    return {
      rows: files.reduce((sum, { imported }) => sum + imported, 0),
      refused: files.flatMap(({ problems }) => problems.map(({ code }) => code)),
      milliseconds: performance.now() - start,
      afterCancel: null,
    };
  } catch (error) {
    if ((error as Error).name !== 'ImportCancelled') throw error;
    const milliseconds = performance.now() - start;
    return { rows: 0, refused: ['cancelled'], milliseconds, afterCancel: milliseconds - cancelAfter };
  } finally {
    db.close();
  }
}
