import { useState } from 'react';
import type { SiteDetails, SiteYear } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { daysBetween, weekdayOf } from '../../format/dates.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { IconButton } from '../../ui/button.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useBoxSize } from '../../ui/use-box-size.ts';
import { yearScale } from './year-scale.ts';

/** What was served on each day of one school year, drawn small, under its seats and beside its holidays. */
export function SiteYearChart({
  site,
  schoolYear,
}: {
  readonly site: SiteDetails;
  readonly schoolYear: number;
}) {
  const { t } = useTranslation();
  const [year, setYear] = useState(schoolYear);
  const query = useApiQuery('sites.year', { siteId: site.id, schoolYear: year });
  const years = `${year}–${year + 1}`;
  return (
    <section aria-labelledby="site-year" className="siteyear">
      <div className="row">
        <h3 id="site-year">{t('siteYear.title', { years })}</h3>
        <span className="group">
          <IconButton icon="previous" label={t('siteYear.previous')} onClick={() => setYear(year - 1)} />
          <IconButton
            icon="next"
            label={t('siteYear.next')}
            disabled={year >= schoolYear}
            onClick={() => setYear(year + 1)}
          />
        </span>
      </div>
      <QueryView query={query}>
        {(data) =>
          data.served.length === 0 ? (
            <p className="mute">{t('siteYear.none')}</p>
          ) : (
            <>
              <Drawing data={data} site={site} />
              <Means data={data} site={site} />
            </>
          )
        }
      </QueryView>
    </section>
  );
}

interface DrawingProps {
  readonly data: SiteYear;
  readonly site: SiteDetails;
}

const PLOT = { height: 150, left: 34, top: 10, bottom: 20 } as const;

/** As wide as its column: drawn larger, its numbers would be larger than those of the page. */
function Drawing({ data, site }: DrawingProps) {
  const [box, room] = useBoxSize<HTMLDivElement>();
  return (
    <div ref={box} style={{ height: PLOT.height }}>
      {room && <Plot data={data} site={site} width={room.width} />}
    </div>
  );
}

function Plot({ data, site, width }: DrawingProps & { readonly width: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const size = { ...PLOT, width };
  const start = `${data.schoolYear}-09-01`;
  const { x, y, ticks } = yearScale(data, site.capacity, size);
  const counts = data.served.map(({ served }) => served);
  const label = t('siteYear.label', {
    count: counts.length,
    n: format.count(counts.length),
    low: format.count(Math.min(...counts)),
    high: format.count(Math.max(...counts)),
  });
  const months = Array.from({ length: 12 }, (_, i) => {
    const [year, month] = i < 4 ? [data.schoolYear, i + 9] : [data.schoolYear + 1, i - 3];
    return `${year}-${String(month).padStart(2, '0')}`;
  });
  return (
    <svg width={width} height={size.height} role="img" aria-label={label} className="draw">
      {data.breaks.map(({ from, to }) => (
        <rect
          key={from}
          x={x(from)}
          width={x(to) - x(from)}
          y={size.top}
          height={size.height - size.top - size.bottom}
          fill="var(--sunken)"
        />
      ))}
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={size.left} x2={size.width} y1={y(tick)} y2={y(tick)} stroke="var(--c-grid)" />
          <text x={size.left - 5} y={y(tick) + 4} textAnchor="end">
            {format.count(tick)}
          </text>
        </g>
      ))}
      {site.capacity !== null && (
        <line
          x1={size.left}
          x2={size.width}
          y1={y(site.capacity)}
          y2={y(site.capacity)}
          stroke="var(--c-axis)"
          strokeDasharray="2 3"
        />
      )}
      {data.served.map(({ date, served }) => (
        <circle key={date} cx={x(date)} cy={y(served)} r="1.6" fill="var(--c-actual)" />
      ))}
      {months
        .filter((month) => daysBetween(start, `${month}-01`) < 330 && months.indexOf(month) % 2 === 0)
        .map((month) => (
          <text key={month} x={x(`${month}-01`)} y={size.height - 5}>
            {format.monthShort(month)}
          </text>
        ))}
    </svg>
  );
}

/** By weekday and on the whole, beside the children enrolled. */
function Means({ data, site }: DrawingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const mean = (counts: readonly number[]) =>
    format.count(Math.round(counts.reduce((sum, n) => sum + n, 0) / counts.length));
  const byDay = [...Map.groupBy(data.served, ({ date }) => weekdayOf(date))].toSorted(([a], [b]) => a - b);
  const enrolled = site.enrolment.find((one) => one.schoolYear === data.schoolYear)?.children ?? null;
  const all = mean(data.served.map(({ served }) => served));
  return (
    <p className="means">
      {byDay.map(([weekday, days]) => (
        <span key={weekday}>
          {format.weekday(days[0]?.date ?? '')} <b>{mean(days.map(({ served }) => served))}</b>
        </span>
      ))}
      <span>
        {enrolled === null
          ? t('siteYear.mean', { n: all })
          : t('siteYear.meanOf', { n: all, enrolled: format.count(enrolled) })}
      </span>
      {site.capacity !== null && <span>{t('siteYear.seats', { n: format.count(site.capacity) })}</span>}
    </p>
  );
}
