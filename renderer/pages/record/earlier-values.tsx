import type { EarlierValue, RecordRow } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { foldForSearch } from '../../format/fold.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

/** Fields that a person types, under their names in the history. */
const named = {
  children: 'children',
  'served.M': 'M',
  'served.E': 'E',
  'served.C': 'C',
  'served.A': 'adults',
  'seconds.children': 'seconds',
  'seconds.M': 'secondsM',
  'seconds.E': 'secondsE',
  'seconds.C': 'secondsC',
  'seconds.A': 'adultSeconds',
  prepared: 'prepared',
  served: 'served',
  left: 'left',
  ranOut: 'ranOut',
  ranOutAt: 'ranOut',
  reused: 'reused',
  thrown: 'thrown',
  reason: 'reason',
  note: 'note',
} as const;

const isNamed = (field: string): field is keyof typeof named => field in named;

/** The values of a site's day that others took the place of, the latest first. */
export function EarlierValues({ row }: { readonly row: RecordRow }) {
  const { t } = useTranslation();
  const { siteId, date } = row;
  const history = useApiQuery(
    'records.history',
    { siteId, date },
    { keep: (earlier) => earlier.siteId === siteId },
  );
  const shown = history.data?.filter(({ field }) => isNamed(field)) ?? [];
  if (shown.length === 0) return null;
  return (
    <section>
      <h3>{t('record.earlier')}</h3>
      <ul className="record-earlier">
        {shown.map((value) => (
          <li key={`${value.dish} ${value.field} ${value.at} ${value.replacedAt} ${value.value}`}>
            <Earlier value={value} row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Earlier({ value, row }: { readonly value: EarlierValue; readonly row: RecordRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { field, at, by } = value;
  if (!isNamed(field)) return null;
  const dish = row.dishes.find((one) => foldForSearch(one.dish) === foldForSearch(value.dish));
  const what = t(`record.history.${named[field]}`);
  const text = typeof value.value === 'number' ? format.count(value.value) : value.value;
  const when = format.moment(at);
  return (
    <>
      <span>{value.dish === '' ? what : `${dish?.dish ?? value.dish}, ${what}`}</span>
      <b className="num">{field === 'ranOut' ? '' : text}</b>
      <span className="mute">{by === null ? when : t('record.enteredBy', { when, by })}</span>
    </>
  );
}
