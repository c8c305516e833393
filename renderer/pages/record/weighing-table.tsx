import type { IsoDate, WasteSum, WeighingCampaign } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFieldKeys } from '../coverage/field-keys.ts';
import { type Field, fieldName, type Weights, weightKey } from './use-weights.ts';
import {
  counts,
  kilos,
  MEAL_FIELDS,
  massKey,
  partsOf,
  recordedOf,
  tenths,
  type WeighingForm,
  weighedDayOf,
} from './weighing-model.ts';

interface WeighingTableProps {
  readonly campaign: WeighingCampaign;
  readonly form: WeighingForm;
  readonly today: IsoDate;
  readonly weights: Weights;
  readonly selected: string | null;
  onSelect(date: IsoDate, field: Field): void;
}

interface Row {
  readonly field: Field;
  readonly label: string;
  readonly sub: boolean;
}

/** The rows of the official form in its order, a column for each day, and the period. */
export function WeighingTable(props: WeighingTableProps) {
  const { campaign, form } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { dates, sources } = campaign;
  const meals = MEAL_FIELDS.map((field): Row => ({ field, label: t(`weighing.meals.${field}`), sub: false }));
  const groups = sources.map((source) => ({
    source,
    rows: partsOf(campaign, source, form).map(
      (part): Row => ({ field: { source, part }, label: t(`weighing.part.${part}`), sub: true }),
    ),
  }));
  const fields = [...meals, ...groups.flatMap(({ rows }) => rows)].map(({ field }) => field);
  const order = fields.map(fieldName);
  const onKeyDown = useFieldKeys((row, column) => {
    const [field, date] = [fields[row], dates[column]];
    const draft = field && date ? props.weights.drafts.get(weightKey(date, field)) : undefined;
    return draft !== undefined && !draft.saved;
  });
  const line = (row: Row) => (
    <InputRow key={fieldName(row.field)} row={row} place={order.indexOf(fieldName(row.field))} {...props} />
  );
  return (
    <table className="weigh" onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col">{t(`weighing.order.${form}`)}</th>
          {dates.map((date) => (
            <th key={date} scope="col" className={date === props.today ? 'r cur' : 'r'}>
              {format.dayShort(date)}
            </th>
          ))}
          <th scope="col" className="r">
            <b>{t('weighing.period')}</b>
            <span>
              {t('weighing.daysOf', {
                n: format.count(campaign.figures.days),
                of: format.count(dates.length),
              })}
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {meals.map(line)}
        {groups.flatMap(({ source, rows }) => [
          <tr key={source} className="grp">
            <th scope="rowgroup" colSpan={dates.length + 2}>
              {t(`weighing.source.${source}`)} <span>{t(`weighing.where.${source}`)}</span>
            </th>
          </tr>,
          ...rows.map(line),
        ])}
        <Figures {...props} />
      </tbody>
    </table>
  );
}

function InputRow(props: WeighingTableProps & { readonly row: Row; readonly place: number }) {
  const { campaign, row, place, today } = props;
  const format = useFormat();
  const { field } = row;
  const counted = campaign.dates.filter((date) => counts(campaign, date, weighedDayOf(campaign, date)));
  const numbers = counted.map((date) => recordedOf(campaign, date, field)).filter((value) => value !== null);
  const sum = numbers.reduce((all, value) => all + value, 0);
  const shown = typeof field === 'string' ? format.count(sum) : kilos(sum, format.language);
  return (
    <tr className={row.sub ? 'sub' : ''}>
      <th scope="row">{row.label}</th>
      {campaign.dates.map((date, column) => (
        <td key={date} className="in">
          {date <= today && (
            <CellField {...props} date={date} label={row.label} place={`${place}-${column}`} />
          )}
        </td>
      ))}
      <td className="r per">{numbers.length > 0 ? shown : ''}</td>
    </tr>
  );
}

interface CellFieldProps extends WeighingTableProps {
  readonly row: Row;
  readonly date: IsoDate;
  readonly label: string;
  readonly place: string;
}

function CellField({ campaign, weights, row, date, label, place, selected, onSelect }: CellFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { field } = row;
  const key = weightKey(date, field);
  const value = recordedOf(campaign, date, field);
  const kept =
    value === null ? '' : typeof field === 'string' ? String(value) : kilos(value, format.language);
  const draft = weights.drafts.get(key);
  const name = typeof field === 'string' ? label : `${t(`weighing.source.${field.source}`)}, ${label}`;
  const found =
    draft?.note ??
    weights.notes.get(key) ??
    weighedDayOf(campaign, date)?.findings.find((one) => isAt(one.field, field)) ??
    null;
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      className={selected === key ? 'field num sel' : 'field num'}
      data-place={place}
      data-state={found?.severity ?? (kept === '' ? 'open' : 'kept')}
      aria-label={`${name}, ${format.day(date)}`}
      aria-invalid={draft?.note?.severity === 'refused'}
      aria-describedby={found ? `note ${key}`.replaceAll(/[ .]/g, '-') : undefined}
      value={draft?.text ?? kept}
      onFocus={(event) => {
        event.currentTarget.select();
        onSelect(date, field);
      }}
      onChange={(event) => weights.change(date, field, event.currentTarget.value)}
      onBlur={() => weights.keep(date, field)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !draft) return;
        event.preventDefault();
        event.stopPropagation();
        weights.forget(date, field);
      }}
    />
  );
}

/** A finding about a source stands at its first row. */
const isAt = (name: string, field: Field) =>
  typeof field === 'string'
    ? name === field
    : name === massKey(field) ||
      (name === field.source && ['edible', 'mixed', 'starter'].includes(field.part));

const FIGURES = ['total', 'edible', 'perCover', 'perCoverOfMaCantine'] as const;

function Figures({ campaign }: WeighingTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const cell = (figures: WasteSum | undefined, what: (typeof FIGURES)[number]) => {
    const value = figures?.[what] ?? null;
    if (figures === undefined || figures.days === 0 || value === null) return null;
    return what === 'total' || what === 'edible'
      ? kilos(value, format.language)
      : tenths(value, format.language);
  };
  return FIGURES.map((what, i) => (
    <tr key={what} className={`calc${i === 0 ? ' top' : ''}${what === 'perCover' ? ' key' : ''}`}>
      <th scope="row">
        {t(`weighing.figure.${what}`)}
        {(what === 'perCover' || what === 'perCoverOfMaCantine') && (
          <span className="mute"> {t(`weighing.how.${what}`)}</span>
        )}
      </th>
      {campaign.dates.map((date) => {
        const day = weighedDayOf(campaign, date);
        const begun = day !== undefined && (day.masses.length > 0 || day.distributed !== null);
        return (
          <td key={date} className="r">
            {cell(day?.figures, what) ??
              (begun ? <span className="mute">{t('weighing.underWay')}</span> : '')}
          </td>
        );
      })}
      <td className="r per">{cell(campaign.figures, what) ?? '–'}</td>
    </tr>
  ));
}
