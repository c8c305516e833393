import type {
  TableCell,
  TableColumn,
  TableDocument,
} from '../../../../electron/service/documents/table-document.ts';
import { tableHtml } from '../../../../electron/service/documents/table-html.ts';

const columns: readonly TableColumn[] = [
  { title: 'Produit', type: 'text', width: 34 },
  { title: 'maternelle', type: 'number', width: 12, ifAny: true },
  { title: 'collège', type: 'number', width: 12, ifAny: true },
  { title: 'Poids', type: 'number', decimals: 3, width: 12, weighed: true },
  { title: 'Mesure', type: 'text', width: 9, under: true },
];

const made = (more: readonly TableColumn[] = [], paperRows?: readonly (readonly TableCell[])[]) => {
  const document: TableDocument = {
    title: 'Production',
    period: 'du lundi 14 au vendredi 18 décembre 2026',
    from: '2026-12-14',
    to: '2026-12-18',
    madeAt: '2026-12-14T16:00',
    columns: [...columns, ...more],
    sections: [
      {
        name: 'Cuisine',
        details: [],
        rows: [
          ['Riz', 150, 0, 119.555, 'kg', ...more.map(() => '')],
          ['Brie', 147, 0, 25.01, 'kg', ...more.map(() => '')],
          ['Sel', 10, 0, 0.345, 'kg', ...more.map(() => '')],
          ['Yaourt', 532, 0, 532, 'pièces', ...more.map(() => '')],
        ],
        ...(paperRows && { paperRows }),
        notes: [],
      },
    ],
    empty: '',
  };
  return tableHtml(document, 'fr');
};
const titles = (html: string) => [...html.matchAll(/<th [^>]*>([^<]*)</g)].map(([, title]) => title);
const lastCells = (html: string) =>
  [...html.matchAll(/<td class="">([^<]*)(?:<i data-pad="([^"]*)"><\/i>)?<small>([^<]*)/g)].map(
    ([, n, pad = '', unit]) => [n, pad, unit],
  );

test('a weight stands to 0.1 from ten on and to 0.01 below, with its measure under it; pieces are whole; room is left for the digits that a number has not, so that decimal marks are in line', () => {
  expect(lastCells(made())).toEqual([
    ['119,6', '0', 'kg'],
    ['25,0', '0', 'kg'],
    ['0,35', '', 'kg'],
    ['532', ',00', 'pièces'],
  ]);
});

test('what stands on paper in place of the rows is what is printed', () => {
  const html = made([], [['Tout', 842, 0, 845.2, 'kg']]);
  expect(lastCells(html)).toEqual([['845,2', '', 'kg']]);
  expect(html).not.toContain('Brie');
});

test('a column in which nobody has anything is not on paper', () => {
  expect(titles(made())).toEqual(['Produit', 'maternelle', 'Poids']);
});

test('a table that is wider than an upright page lies on its side', () => {
  expect(made()).toContain('size: A4 portrait');
  expect(made([{ title: 'Colis', type: 'text', width: 60 }])).toContain('size: A4 landscape');
});
