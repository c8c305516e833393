import { zip } from '../../../support/zip.ts';
import { Workbench } from '../../support/database.ts';
import { unpacked } from '../../support/unpacked.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const read = (content: string | Buffer) => unpacked(bench, content);

const table = ['Date\tÉcole\tRepas', '2025-09-01\tLes Tilleuls\t65', '2025-09-02\tLes Tilleuls\t#REF!'];

const contentXml = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:calcext="c" xmlns:style="s">
<office:automatic-styles><style:style style:name="ta1"><style:table-properties table:display="true"/></style:style>
<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet>
<table:table table:name="Septembre" table:style-name="ta1">
<table:table-column table:number-columns-repeated="3"/><table:table-column table:visibility="collapse"/>
<table:table-row><table:table-cell office:value-type="string"><text:p>Date</text:p></table:table-cell>
<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>École</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>Re<text:span>pas</text:span></text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>caché</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="date" office:date-value="2025-09-01"><text:p>01/09/25</text:p></table:table-cell>
<table:table-cell office:value-type="string" table:number-rows-spanned="2"><text:p>Les Tilleuls</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="65"><text:p>65</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="date" office:date-value="2025-09-02"><text:p>02/09/25</text:p></table:table-cell>
<table:covered-table-cell/><table:table-cell table:formula="of:=[.Z1]" office:value-type="string" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell></table:table-row>
<table:table-row table:visibility="filter"><table:table-cell office:value-type="string"><text:p>masquée</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table>
<table:table table:name="Ancien" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="float" office:value="999"/></table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>`;

const ods = (content: string) =>
  zip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'content.xml', content },
  ]);

describe('OpenDocument', () => {
  const expected = [
    {
      name: 'Septembre',
      hidden: false,
      rows: [...table.map((line) => `${line}\t`), ''],
      hiddenRows: 1,
      hiddenColumns: ['D'],
    },
    { name: 'Ancien', hidden: true, rows: [] },
  ];

  test('a workbook of LibreOffice', async () => {
    expect(await read(ods(contentXml))).toMatchObject(expected);
  });

  test('the same as one file of XML', async () => {
    const flat = contentXml.replaceAll('office:document-content', 'office:document');
    expect(await read(flat)).toMatchObject(expected);
  });

  test('cells repeated without end are refused', async () => {
    const row =
      '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="100" office:value-type="float" office:value="1"/></table:table-row>';
    const content = contentXml.replace('<table:table-row>', `${row}<table:table-row>`);
    expect(await read(ods(content))).toMatchObject([{ refusal: { code: 'workbook-too-large' } }]);
  });

  test('cut off, it is damaged', async () => {
    expect(await read(ods(contentXml.slice(0, 1_500)))).toMatchObject([
      { refusal: { code: 'damaged-archive' } },
    ]);
  });
});

test('a workbook in the XML of Excel 2003', async () => {
  const content = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Feuil1"><Table><Column/><Column/><Column/><Column ss:Hidden="1"/>
<Row><Cell><Data ss:Type="String">Date</Data></Cell><Cell><Data ss:Type="String">École</Data></Cell><Cell><Data ss:Type="String">Repas</Data></Cell><Cell><Data ss:Type="String">x</Data></Cell></Row>
<Row><Cell><Data ss:Type="DateTime">2025-09-01T00:00:00.000</Data></Cell><Cell ss:MergeDown="1"><Data ss:Type="String">Les Tilleuls</Data></Cell><Cell><Data ss:Type="Number">65</Data></Cell></Row>
<Row><Cell><Data ss:Type="DateTime">2025-09-02T00:00:00.000</Data></Cell><Cell ss:Index="3"><Data ss:Type="Error">#REF!</Data></Cell></Row>
<Row ss:Index="6"><Cell ss:Index="3" ss:Formula="=R[-1]C"/></Row></Table></Worksheet>
<Worksheet ss:Name="Ancien"><Table><Row><Cell><Data ss:Type="Number">999</Data></Cell></Row></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`;
  expect(await read(content)).toMatchObject([
    {
      name: 'Feuil1',
      rows: [...table.map((line) => `${line}\t`), '', '', '\t\t=R[-1]C\t'],
      hiddenColumns: ['D'],
    },
    { name: 'Ancien', hidden: true },
  ]);
});

describe('a web page', () => {
  const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{x:1}</style></head><body>
<table><tr><td>Menu<td><table border=1><tr><th>Date</th><th>&Eacute;cole<th>Repas</tr>
<tr><td>2025-09-01</td><td rowspan=2>Les <b>Tilleuls</b></td><td x:num="65">65,00</td></tr><tr><td>2025-09-02</td><td>#REF!</td></tr>
</table></table>`;

  test.each(['utf8', 'latin1', 'utf16le'] as const)('its tables, in %s', async (encoding) => {
    const content = Buffer.from(`${encoding === 'utf16le' ? '\ufeff' : ''}${page}<p>Été`, encoding);
    expect((await read(content)).map(({ rows }) => rows)).toEqual([table, ['Menu']]);
  });

  test('without a table is told', async () => {
    expect(await read('<!DOCTYPE html><p>Connectez-vous</p>')).toMatchObject([
      { refusal: { code: 'other-document', params: { type: 'web-page' } } },
    ]);
  });
});

test.each([
  ['numbers', zip([{ name: 'Index/Document.iwa', content: 'x' }])],
  [
    'xlsb',
    zip([
      { name: '[Content_Types].xml', content: '' },
      { name: 'xl/workbook.bin', content: '' },
    ]),
  ],
  [
    'word',
    zip([
      { name: '[Content_Types].xml', content: '' },
      { name: 'word/document.xml', content: '' },
    ]),
  ],
  ['word', Buffer.from('{\\rtf1 x}')],
  ['web-archive', Buffer.from('MIME-Version: 1.0\n')],
])('%s is answered in one sentence', async (type, content) => {
  expect(await read(content)).toMatchObject([{ refusal: { code: 'other-document', params: { type } } }]);
});
