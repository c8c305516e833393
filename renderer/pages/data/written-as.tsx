import { useId } from 'react';
import { columnSeparators, dateOrders, decimalMarks } from '../../../electron/api/domain-lists.ts';
import type {
  DateOrder,
  DecimalMark,
  FileKind,
  ImportFileReport,
  Mapping,
  Separator,
  TextEncoding,
} from '../../../electron/api/records.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { type Option, Select } from '../../ui/select.tsx';
import { encodingNames, encodings } from './encoding-names.ts';
import { withKind, withSeparator } from './file-reading.ts';
import { isUsed } from './guard-report.ts';

const TITLE_LINES = 10;

interface WrittenAsProps {
  readonly file: ImportFileReport;
  readonly current: Mapping;
  readonly kinds: readonly FileKind[];
  onChange(reading: Mapping): void;
}

/** What the file holds and how its text is written, each to be corrected; only what applies to it. */
export function WrittenAs({ file, current, kinds, onChange }: WrittenAsProps) {
  const { t } = useTranslation();
  const names = useNames();
  const { reading } = file;
  if (reading === null) return null;
  const isText = file.workbook === null;
  const lines = Math.max(TITLE_LINES, reading.headerLine);
  const titles = Array.from({ length: lines + 1 }, (_, line) => ({ id: line, label: names.titles(line) }));
  return (
    <div className="recog picks">
      <Pick
        name={t('import.kind')}
        options={kinds.map((kind) => ({ id: kind, label: t(`fileKind.${kind}`) }))}
        value={current.kind}
        onChange={(kind) => onChange(withKind(current, kind))}
      />
      {isText && (
        <Pick
          name={t('import.encoding')}
          options={encodings.map((encoding) => ({ id: encoding, label: names.encoding(encoding) }))}
          value={current.encoding ?? reading.encoding}
          onChange={(encoding) => onChange({ ...current, encoding })}
        />
      )}
      {isText && (
        <Pick
          name={t('import.separator')}
          options={columnSeparators.map((separator) => ({
            id: separator,
            label: names.separator(separator),
          }))}
          value={current.separator ?? columnSeparators.find((known) => known === reading.separator) ?? null}
          onChange={(separator) => onChange(withSeparator(current, separator))}
        />
      )}
      {hasDateOrder(current.dateOrder ?? reading.dateOrder) && (
        <Pick
          name={t('reading.dateOrder')}
          options={dateOrders.map((order) => ({ id: order, label: t(`dateOrder.${order}`) }))}
          value={current.dateOrder ?? reading.dateOrder}
          onChange={(dateOrder) => onChange({ ...current, dateOrder })}
        />
      )}
      {(current.decimal ?? reading.decimal) !== null && (
        <Pick
          name={t('reading.decimal')}
          options={decimalMarks.map((decimal) => ({ id: decimal, label: names.decimal(decimal) }))}
          value={current.decimal ?? reading.decimal}
          onChange={(decimal) => onChange({ ...current, decimal })}
        />
      )}
      <Pick
        name={t('reading.titles')}
        options={titles}
        value={current.headerLine ?? reading.headerLine}
        onChange={(headerLine) => onChange({ ...current, headerLine })}
      />
    </div>
  );
}

/** Dates that begin with the year, and those of a spreadsheet, leave nothing to say. */
const hasDateOrder = (order: DateOrder | null) => order === 'dmy' || order === 'mdy';

interface PickProps<K extends string | number> {
  readonly name: string;
  readonly options: readonly Option<K>[];
  readonly value: K | null;
  onChange(value: K): void;
}

function Pick<K extends string | number>({ name, ...select }: PickProps<K>) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="pick">
      <span id={id}>{name}</span>
      <Select label={name} labelledBy={id} placeholder={t('reading.none')} {...select} />
    </div>
  );
}

function useNames() {
  const { t } = useTranslation();
  return {
    encoding: (encoding: TextEncoding) => encodingNames[encoding],
    separator: (separator: Separator) => t(`separator.${separator === '\t' ? 'tab' : separator}`),
    decimal: (decimal: DecimalMark) => t(`decimal.${decimal === ',' ? 'comma' : 'point'}`),
    titles: (line: number) => (line === 0 ? t('reading.noTitles') : t('reading.titleLine', { line })),
  };
}

/** How a file was read, in one line. */
export function useMappingSummary(file: ImportFileReport): string {
  const { t } = useTranslation();
  const names = useNames();
  const { reading, columns } = file;
  if (reading === null) return '';
  const used = columns.filter(isUsed).length;
  const separator = columnSeparators.find((known) => known === reading.separator);
  const isText = file.workbook === null;
  return [
    isText && names.encoding(reading.encoding),
    isText && separator && names.separator(separator),
    hasDateOrder(reading.dateOrder) && reading.dateOrder && t(`dateOrder.${reading.dateOrder}`),
    reading.decimal && t('reading.decimalSign', { sign: names.decimal(reading.decimal) }),
    t('reading.columnsUsed', { used, count: columns.length }),
  ]
    .filter(Boolean)
    .join(' · ');
}
