import type { TableField } from '../field.ts';
import type { Slice } from '../shape.ts';
import type { ColumnReason, TableQuestion } from '../table-question.ts';
import { type TextColumn, textColumns, titleDay } from './axes.ts';
import type { Column } from './cells.ts';
import { yearOf } from './missing-year.ts';
import { siteOf } from './site-of.ts';
import { bannersOf, type CountTable, groupColumn, type Surroundings, siteColumn } from './table-parts.ts';
import { isSumTitle } from './words.ts';

/** A row for each site or class, a column for each day. */
export function datesAcross(columns: readonly Column[], around: Surroundings): CountTable | null {
  const dated = columns.flatMap((column) => {
    const day = titleDay(column.title.own, around.period) ?? titleDay(column.title.upper, around.period);
    return day !== null && (column.types.count > 0 || column.filled === 0)
      ? [
          {
            column,
            title: titleDay(column.title.own, around.period) === null ? column.title.upper : column.title.own,
            day,
          },
        ]
      : [];
  });
  if (dated.length < 2 || dated.every(({ column }) => column.filled === 0)) {
    return null;
  }
  const used = new Set(dated.map(({ column }) => column.index));
  const rest = columns.filter(({ index }) => !used.has(index));
  const texts = textColumns(rest, around.knowledge);
  const site = siteColumn(texts, around);
  const firstText = texts.find(
    ({ role }) => role === 'unknown' || role === 'class' || role === 'siteKind' || role === 'service',
  );
  const named =
    site.column ??
    (firstText?.role === 'unknown' && firstText.column.distinct.size > 0 ? firstText.column : null);
  const whole = dated.every(({ day }) => day === 'full');
  const period = whole
    ? { period: around.period, questions: [] }
    : yearOf(
        dated.map(({ title }) => title),
        'partial',
        around,
      );
  const own = named === null ? siteOf(around, null) : { name: null, questions: site.questions };
  const fields = new Map<TableField, readonly number[]>(named === null ? [] : [['site', [named.index]]]);
  const byRole = (role: TextColumn['role']) => texts.find((text) => text.role === role)?.column ?? null;
  const kind = byRole('siteKind');
  const service = byRole('service');
  if (kind !== null && named !== null) {
    fields.set('siteKind', [kind.index]);
  }
  if (service !== null) {
    fields.set('service', [service.index]);
  }
  const measure = byRole('measure');
  const slices = dated.flatMap(({ column, title }) => {
    const constants = new Map<TableField, string>([
      ['date', title],
      ...(own.name === null ? [] : [['site', own.name] as const]),
    ]);
    const slice = (field: 'served' | 'staff'): Slice => ({
      constants,
      cells: new Map<TableField, readonly number[]>([...fields, [field, [column.index]]]),
      when: measure === null ? undefined : { column: measure.index, measure: field },
    });
    return measure === null ? [slice('served')] : [slice('served'), slice('staff')];
  });
  const repeats = measure !== null ? null : repeatedNames(named, kind, service, byRole('class'));
  const adds = repeats !== null;
  const lines: readonly TableQuestion[] =
    adds && around.answers.lines === undefined
      ? [{ id: 'lines', names: [repeats], proposal: 'sum', choices: ['sum', 'first'], blocking: true }]
      : [];
  return {
    kind: 'attendance',
    columns: new Map<TableField, number>([...fields].map(([field, [index = 0]]) => [field, index])),
    shape: {
      slices,
      fillDown: [],
      siteBanners: named === null ? bannersOf(around) : null,
      period: whole ? null : period.period,
      addsLines: adds && around.answers.lines !== 'first',
      groups: groupColumn(texts),
      sumNames: new Set(),
    },
    plain: false,
    by: 'date',
    names: dated.map(({ title }) => title),
    reasons: new Map<number, ColumnReason>([
      ...(named === null ? [] : [[named.index, 'holds-names'] as const]),
      ...dated.map(({ column }) => [column.index, 'holds-dates'] as const),
    ]),
    questions: [...own.questions, ...period.questions, ...lines],
    otherServices: [],
    strikeColumn: null,
    siteName: own.name,
  };
}

/** The title of what makes several lines of one site, where there are. */
function repeatedNames(
  named: Column | null,
  kind: Column | null,
  service: Column | null,
  classes: Column | null,
): string | null {
  const own = named?.cells.filter((cell) => cell !== '' && !isSumTitle(cell)) ?? [];
  const isRepeated =
    named === null
      ? classes !== null || kind !== null
      : new Set(own).size < own.length && (classes !== null || (kind === null && service === null));
  return isRepeated ? ((classes ?? kind ?? named)?.title.own ?? '') : null;
}
