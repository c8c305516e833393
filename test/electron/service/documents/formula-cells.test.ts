import Papa from 'papaparse';
import { csvText, plainCsv, tableCsv } from '../../../../electron/service/documents/table-csv.ts';
import type { TableColumn } from '../../../../electron/service/documents/table-document.ts';
import { backtestCsv } from '../../../../electron/service/models/run-backtest.ts';
import type { BacktestLine } from '../../../../forecasting/domain/types.ts';
import { sourceFiles } from '../../../rules/source-files.ts';

const hostile = [
  '=1+1',
  '+33',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '＝1',
  ' =1',
  "'=1",
  '=HYPERLINK("http://a";"b")',
];

const cellsOf = (text: string): string[] => Papa.parse<string[]>(text.replace('\ufeff', '')).data.flat();

const isRun = (cell: string) => /^\s*[=+\-@＝＋－＠\t\r]/.test(cell) && Number.isNaN(Number(cell));

test('no table that is written has a cell that a spreadsheet would run', () => {
  const rows = hostile.map((name) => [name]);
  expect(cellsOf(csvText(hostile, rows, 'fr')).filter(isRun)).toEqual([]);
  expect(cellsOf(plainCsv(hostile, rows)).filter(isRun)).toEqual([]);
});

test('a number below zero stays a number', () => {
  expect(plainCsv(['n'], [[-3.5], [null]])).toBe('n\n-3.5\n\n');
  const n: TableColumn = { title: 'n', type: 'number', decimals: 1, width: 9 };
  const sections = [{ name: '=1', details: [], rows: [[-3.5]], notes: ['=2'] }];
  expect(tableCsv({ columns: [n], sections }, 'fr')).toBe('\ufeffn\r\n-3,5\r\n');
  const own = sections.map((section) => ({ ...section, columns: [{ ...n, title: '=n' }] }));
  expect(tableCsv({ columns: [n], sections: own }, 'fr')).toBe(
    "\ufeffn\r\n\r\n'=1\r\n'=n\r\n-3,5\r\n'=2\r\n",
  );
});

test('nor have the lines of a test on past days', () => {
  const line = { date: '2026-11-23', siteId: 1, actual: 3, staff: null, sameWeekday4: null, order: 4 };
  const numbers = { mean: 3, q10: 1, q50: 3, q80: 4, q90: 5, origin: '2026-11-16' };
  for (const name of hostile) {
    const site = { id: 1, name, kind: 'E' as const, sector: null, capacity: null };
    const text = backtestCsv([{ ...line, ...numbers } as BacktestLine], [site]);
    expect(cellsOf(text).filter(isRun)).toEqual([]);
  }
});

test('one file writes tables as text, so that no export can forget it', () => {
  const writers = sourceFiles().filter(({ text }) => /\bPapa\.unparse\b|\bunparse\(/.test(text));
  expect(writers.map(({ path }) => path)).toEqual(['electron/service/documents/table-csv.ts']);
});

test('and one makes the text cells of workbooks', () => {
  const makers = sourceFiles().filter(
    ({ path, text }) => path.startsWith('electron/') && /\btype: String\b/.test(text),
  );
  expect(makers.map(({ path }) => path)).toEqual(['electron/service/documents/cell-safety.ts']);
});
