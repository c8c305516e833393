import type { ReactNode } from 'react';
import type { IsoDate, RecordRow, SiteMonth } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { useCopy } from '../../shell/use-copy.ts';
import { Button } from '../../ui/button.tsx';
import { countColumns } from '../coverage/count-columns.ts';
import { isDrawn, MonthChart } from './month-chart.tsx';
import { monthAverages, monthTable } from './month-model.ts';

interface MonthSideProps {
  readonly siteId: number;
  /** `YYYY-MM` */
  readonly month: string;
  /** The day in which one is. */
  readonly date: IsoDate;
  /** The way to the day. */
  readonly choice: ReactNode;
}

/** Beside the month of one site: how it goes, what it comes to on a day, and the way from and to a spreadsheet. */
export function MonthSide({ siteId, month, date, choice }: MonthSideProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = useApiQuery('records.month', { siteId, month }).data ?? [];
  const own = useApiQuery('data.coverageMonth', { siteId, month }).data?.sites[0];
  return (
    <aside className="panel record-panel" aria-label={t('record.month.side')}>
      <header>
        <div>
          <h2 title={own?.site}>{own?.site}</h2>
          <p>{format.month(month)}</p>
        </div>
        <span className="push" />
        {choice}
      </header>
      <div className="body">
        <section>
          <h3>
            {t('record.month.chart')} <span>{t('record.month.unit')}</span>
          </h3>
          {rows.some(isDrawn) ? (
            <MonthChart rows={rows} month={month} date={date} />
          ) : (
            <p className="mute">{t('record.month.nothing')}</p>
          )}
        </section>
        <Averages rows={rows} own={own} />
        {own && <Spreadsheet own={own} rows={rows} />}
      </div>
    </aside>
  );
}

function Averages({
  rows,
  own,
}: {
  readonly rows: readonly RecordRow[];
  readonly own: SiteMonth | undefined;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { perDay, ordinary, left } = monthAverages(rows, own?.days ?? []);
  const lines = [
    ['perDay', perDay],
    ['ordinary', ordinary],
    ['left', left],
  ] as const;
  const known = lines.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  if (known.length === 0) return null;
  return (
    <section>
      <h3>{t('record.month.average')}</h3>
      <dl className="month-pairs">
        {known.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`record.month.${name}`)}</dt>
            <dd>{format.tenths(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Spreadsheet({ own, rows }: { readonly own: SiteMonth; readonly rows: readonly RecordRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { tell } = useShell();
  const copy = useCopy();
  const counts = countColumns(own.countsByClass);
  const titleOf = (column: (typeof counts)[number] | 'date' | 'sum' | 'ordered') =>
    t(`record.month.titles.${column}`);
  const columns = format.list(['date' as const, ...counts].map(titleOf));
  const copyMonth = async () => {
    const text = monthTable(own, rows, { counts, titleOf, dateOf: format.dateNumeric });
    if (await copy(text)) tell(t('record.month.copied'));
  };
  return (
    <section>
      <h3>{t('record.month.paste')}</h3>
      <p className="month-hint">
        {t('record.month.pasteHint', { columns })} <kbd>{t('record.keys.paste.key')}</kbd>.{' '}
        {t('record.month.pasteWords')}
      </p>
      <Button icon="copy" onClick={() => void copyMonth()}>
        {t('record.month.copy')}
      </Button>
    </section>
  );
}
