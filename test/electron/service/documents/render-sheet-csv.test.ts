import Papa from 'papaparse';
import { renderSheetCsv } from '../../../../electron/service/documents/render-sheet-csv.ts';
import { manySites, siteSheet } from './sheet-examples.ts';

function read(text: string): string[][] {
  return Papa.parse<string[]>(text.replace('\ufeff', ''), { skipEmptyLines: true }).data;
}

describe('renderSheetCsv', () => {
  it('opens in a French Excel: byte-order mark, semicolons, decimal commas', () => {
    const text = renderSheetCsv(siteSheet(), 'fr');
    expect(text.startsWith('\ufeffDate;Site;Type;Commande;')).toBe(true);
    expect(text).toContain('\r\n2026-12-17;École du Bourg;mat. + élém.;26;23;20;27;0,8;2026-12-11;');
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('opens in an English one: commas and points', () => {
    expect(renderSheetCsv(siteSheet(), 'en')).toContain(
      '\r\n2026-12-17,École du Bourg,nursery + primary,26,23,20,27,0.8,2026-12-11,',
    );
  });

  it('has a line per site, sites without an order too, and no total to be summed twice', () => {
    const data = {
      ...manySites(87),
      gaps: [{ site: 'École fermée', siteKind: 'M', reason: 'Grève' }],
    } as const;
    const rows = read(renderSheetCsv(data, 'fr'));
    expect(rows).toHaveLength(1 + 87 + 1);
    expect(rows.every((row) => row.length === 11)).toBe(true);
    const orders = rows.slice(1).reduce((sum, row) => sum + Number(row[3]), 0);
    expect(orders).toBe(data.total?.order);
    expect(rows.at(-1)).toEqual([
      '2026-12-17',
      'École fermée',
      'maternelle',
      '',
      '',
      '',
      '',
      '',
      '',
      'Grève',
      '',
    ]);
  });

  it.each(['=1+1', '+33', '-2', '@SUM(A1)', '\t=1', ' =cmd', '＝1+1'])('is no formula: %j', (name) => {
    const rows = read(
      renderSheetCsv(siteSheet({ site: name, dishes: [{ dish: name, course: null, choice: null }] }), 'fr'),
    );
    expect(rows[1]?.[1]).toBe(`'${name}`);
    expect(rows[1]?.[10]).toBe(`'${name}`);
  });

  it('keeps separators, quotes and line breaks within their cell', () => {
    const name = 'Jean; "Jaurès",\r\nnord';
    expect(read(renderSheetCsv(siteSheet({ site: name }), 'fr'))[1]?.[1]).toBe(name);
  });
});
