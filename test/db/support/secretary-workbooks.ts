import { isoOf, weekdayOfDay } from '../../../db/day.ts';
import { type Cell, type WorkbookSheet, xlsx } from '../../support/xlsx.ts';
import { generator } from './random.ts';

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);
const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'];

/** What a workbook says, so that its import can be checked. */
export interface Truth {
  readonly bytes: Buffer;
  /** Children, by date; days that a word stands for are not among them. */
  readonly children: ReadonlyMap<string, number>;
  readonly marks: ReadonlyMap<string, 'grève' | 'férié' | 'fermé'>;
}

const dayOf = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / 86_400_000;

function schoolDays(year: number, month: number): readonly number[] {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length: last }, (_, at) => dayOf(year, month, at + 1)).filter(
    (day) => weekdayOfDay(day) <= 5 && weekdayOfDay(day) !== 3,
  );
}

const dateOf = (day: number) => new Date(day * 86_400_000);

/** "lundi 1er septembre", as the sheet of a month says it: without the year. */
function spoken(day: number): string {
  const date = dateOf(day).getUTCDate();
  const month = months[dateOf(day).getUTCMonth()] ?? '';
  return `${weekdays[weekdayOfDay(day) - 1] ?? ''} ${date === 1 ? '1er' : date} ${month}`;
}

interface Day {
  readonly cells: readonly Cell[];
  readonly children: number | null;
}

/** A small school: two classes' worth of children and the adults, or a word in place of the counts. */
function dayOfMeals(day: number, random: () => number, marks: Map<string, 'grève' | 'férié' | 'fermé'>): Day {
  const draw = random();
  const mark = draw < 0.03 ? 'grève' : draw < 0.06 ? 'férié' : draw < 0.08 ? 'fermé' : null;
  if (mark !== null) {
    marks.set(isoOf(day), mark);
    return { cells: [mark, null, null, null], children: null };
  }
  const [small, large, adults] = [
    15 + Math.floor(random() * 9),
    32 + Math.floor(random() * 12),
    3 + Math.floor(random() * 3),
  ];
  return { cells: [small, large, adults, small + large + adults], children: small + large };
}

/** Thirteen months, a sheet each: a title, dates in words without a year, classes, adults, a line of totals. */
export function monthlyWorkbook(seed = 1): Truth {
  const random = generator(seed);
  const children = new Map<string, number>();
  const marks = new Map<string, 'grève' | 'férié' | 'fermé'>();
  const sheets = Array.from({ length: 13 }, (_, at): WorkbookSheet => {
    const [year, month] = at < 4 ? [2024, 9 + at] : [2025, at - 3];
    const name = months[month - 1] ?? '';
    const rows = schoolDays(year, month).map((day) => {
      const meals = dayOfMeals(day, random, marks);
      if (meals.children !== null) {
        children.set(isoOf(day), meals.children);
      }
      return [spoken(day), ...meals.cells];
    });
    return {
      name: `${name} ${year}`,
      rows: [
        [`Restaurant scolaire - ${name} ${year}`],
        [],
        ['Date', 'Maternelle', 'Élémentaire', 'Adultes', 'Total'],
        ...rows,
        ['TOTAL', ...[1, 2, 3, 4].map((column) => sumOf(rows, column))],
      ],
    };
  });
  return { bytes: xlsx(sheets), children, marks };
}

/** Two school years in one sheet: two rows of titles, real dates, a line of totals after each month. */
export function yearsWorkbook(seed = 2): Truth {
  const random = generator(seed);
  const children = new Map<string, number>();
  const marks = new Map<string, 'grève' | 'férié' | 'fermé'>();
  const rows: (readonly Cell[])[] = [];
  for (let at = 0; at < 22; at++) {
    const month = ((8 + (at % 11)) % 12) + 1;
    const year = 2023 + Math.floor(at / 11) + (month < 9 ? 1 : 0);
    if (month !== 8) {
      const ofMonth = schoolDays(year, month).map((day) => {
        const meals = dayOfMeals(day, random, marks);
        if (meals.children !== null) {
          children.set(isoOf(day), meals.children);
        }
        return [{ serial: day + 25_569 }, ...meals.cells];
      });
      rows.push(...ofMonth, [
        `Total ${months[month - 1] ?? ''}`,
        ...[1, 2, 3, 4].map((column) => sumOf(ofMonth, column)),
      ]);
    }
  }
  const titles: readonly (readonly Cell[])[] = [
    ['Commune de Val-Fleuri : repas servis 2023-2024 et 2024-2025'],
    [],
    [null, 'Enfants', null, 'Adultes', 'Total'],
    ['Date', 'Maternelle', 'Élémentaire', null, null],
  ];
  return { bytes: xlsx([{ name: 'Repas', rows: [...titles, ...rows], merged: ['B3:C3'] }]), children, marks };
}

function sumOf(rows: readonly (readonly Cell[])[], column: number): number {
  return rows.reduce((sum, row) => sum + (typeof row[column] === 'number' ? row[column] : 0), 0);
}
