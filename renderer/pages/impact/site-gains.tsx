import { scaleLinear } from 'd3-scale';
import { useState } from 'react';
import type { ImpactReport } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { useBoxSize } from '../../ui/use-box-size.ts';
import type { ImpactInput } from './impact-head.tsx';
import { LeakDays } from './leak-days.tsx';
import { useLeakWords } from './leak-words.ts';
import { useOrderLeaks } from './leaks.tsx';
import { SumsTable } from './sums-table.tsx';

type Site = ImpactReport['sites'][number];

/** A site's own range leaves out 0. */
const isBetter = ({ shown, avoided }: Site) => shown && avoided.low > 0;
const isWorse = ({ shown, avoided }: Site) => shown && avoided.high < 0;
const mostLosers = 3;

interface SiteGainsProps {
  readonly sites: readonly Site[];
  readonly input: ImpactInput;
}

/** Every site, those that lose too, as bars or as the table behind them. */
export function SiteGains({ sites, input }: SiteGainsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asked, setTable] = useState(false);
  // A bar alone compares with nothing.
  const alone = sites.length < 3;
  const table = asked || alone;
  return (
    <section className="block gains" aria-label={t('impact.sites')}>
      <h2>
        {t('impact.sites')}{' '}
        <span>{t('impact.sitesUnit', { count: sites.length, n: format.count(sites.length) })}</span>
        {!alone && (
          <button type="button" className="link" aria-pressed={table} onClick={() => setTable(!asked)}>
            {t(table ? 'impact.asChart' : 'impact.asTable')}
          </button>
        )}
      </h2>
      {table ? (
        <ScrollArea className="scroll" label={t('impact.sites')}>
          <SumsTable
            withResult
            title={t('impact.columns.site')}
            rows={sites.map((one) => ({ ...one, key: String(one.siteId), name: one.site }))}
          />
        </ScrollArea>
      ) : (
        <>
          <Counts sites={sites} />
          <Drawing sites={sites} />
          <Losers sites={sites} input={input} />
        </>
      )}
    </section>
  );
}

function countsOf(sites: readonly Site[]) {
  const better = sites.filter(isBetter).length;
  const worse = sites.filter(isWorse).length;
  return { better, worse, same: sites.length - better - worse };
}

function Counts({ sites }: { readonly sites: readonly Site[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { better, same, worse } = countsOf(sites);
  return (
    <p className="site-counts">
      <b className="plus">{t('impact.better', { count: better, n: format.count(better) })}</b>
      <span>{t('impact.same', { n: format.count(same) })}</span>
      <b className="minus">{t('impact.worse', { n: format.count(worse) })}</b>
    </p>
  );
}

function colourOf(site: Site): string {
  if (isBetter(site)) return 'var(--c-plus)';
  return isWorse(site) ? 'var(--c-minus)' : 'var(--c-cap)';
}

function Drawing({ sites }: { readonly sites: readonly Site[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [box, size] = useBoxSize<HTMLDivElement>();
  const counts = countsOf(sites);
  const label = t('impact.sitesLabel', {
    better: format.count(counts.better),
    same: format.count(counts.same),
    worse: format.count(counts.worse),
  });
  return (
    <div ref={box} className="drawing">
      {size && size.height > 0 && (
        <svg width={size.width} height={size.height} role="img" aria-label={label} className="draw">
          <Bars sites={sites} width={size.width} height={size.height} />
        </svg>
      )}
    </div>
  );
}

/** Never thinner than can be seen. */
const thinnest = 1;

function Bars(props: { readonly sites: readonly Site[]; readonly width: number; readonly height: number }) {
  const { sites, width, height } = props;
  const values = sites.map(({ avoided }) => avoided.value);
  const y = scaleLinear()
    .domain([Math.min(0, ...values), Math.max(1, ...values)])
    .range([height - 4, 4]);
  const room = width / sites.length;
  return (
    <>
      {sites.map((site, i) => (
        <rect
          key={site.siteId}
          x={room * i}
          width={Math.max(1, room * 0.72)}
          y={y(Math.max(0, site.avoided.value))}
          height={Math.max(thinnest, Math.abs(y(site.avoided.value) - y(0)))}
          fill={colourOf(site)}
        />
      ))}
      <line x1="0" x2={width} y1={y(0)} y2={y(0)} stroke="var(--c-axis)" />
    </>
  );
}

/** The sites that lose most; where surplus persists at one, its likeliest cause and the days that showed it. */
function Losers({ sites, input }: SiteGainsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useLeakWords();
  const leaks = useOrderLeaks(input).data?.leaks ?? [];
  const [open, setOpen] = useState<number | null>(null);
  const leakOf = (siteId: number | null) => leaks.find((leak) => leak.leaks && leak.siteId === siteId);
  const shown = open === null ? undefined : leakOf(open);
  const losers = sites.filter(isWorse).slice(-mostLosers).toReversed();
  if (losers.length === 0) return <p className="no-loser">{t('impact.noLoser')}</p>;
  return (
    <>
      <table className="list losers" aria-label={t('impact.losers')}>
        <tbody>
          {losers.map(({ siteId, site, avoided }) => {
            const leak = leakOf(siteId);
            const cause = leak && words.cause(leak.causes[0]);
            return (
              <tr key={siteId}>
                <th scope="row" className="cut" title={site}>
                  {site}
                </th>
                <td className="r minus">{format.count(avoided.value)}</td>
                <td className="mute">
                  {t('impact.between', { low: format.count(avoided.low), high: format.count(avoided.high) })}
                </td>
                <td className="cut" title={cause}>
                  {cause}
                </td>
                <td className="r">
                  {leak && (
                    <button
                      type="button"
                      className="link"
                      aria-label={t('leaks.open', { site })}
                      onClick={() => setOpen(siteId)}
                    >
                      {t('impact.seeLoser')}
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {shown && <LeakDays leak={shown} onClose={() => setOpen(null)} />}
    </>
  );
}
