import { scaleLinear } from 'd3-scale';
import type { BacktestReport } from '../../../electron/api/backtests.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useAccuracyPart } from '../../routes/accuracy-parts.ts';
import { Help } from '../../ui/help.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { byNeed, chanceError, errorPercent, type Light, lightOfSite } from './light.ts';

type Site = BacktestReport['bySite'][number];

const TICKS = 3;

/** Each site's mean error beside what chance alone causes there; those that need a look come first. */
export function SiteErrors(props: { readonly sites: readonly Site[] }) {
  const { t } = useTranslation();
  const sites = props.sites.toSorted(byNeed);
  const most = Math.max(...sites.flatMap((site) => [site.model.mae, chanceError(site.meanServed)]));
  const scale = scaleLinear().domain([0, most]).nice(TICKS);
  const ticks = scale.ticks(TICKS);
  const part = useAccuracyPart('sites');
  return (
    <section className="block sites" ref={part} tabIndex={-1} aria-labelledby="site-errors site-errors-unit">
      <h2>
        <b id="site-errors">{t('accuracy.sites')}</b>{' '}
        <span id="site-errors-unit">{t('accuracy.sitesUnit')}</span>
        <Help term={t('accuracy.sites')} text={t('accuracy.sitesHelp')} />
      </h2>
      <ScrollArea className="scroll" label={t('accuracy.sites')}>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t('accuracy.site')}</th>
              <th scope="col" className="r">
                {t('accuracy.meals')}
              </th>
              <td className="plot">
                <Axis ticks={ticks} at={(n) => scale(n) * 100} />
              </td>
              <th scope="col" className="r">
                {t('accuracy.error')}
              </th>
              <th scope="col" className="r">
                {t('accuracy.percent')}
              </th>
              <th scope="col">{t('accuracy.state')}</th>
            </tr>
          </thead>
          <tbody>
            {sites.map((site) => (
              <SiteRow key={site.siteId} site={site} ticks={ticks} at={(n) => scale(n) * 100} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  );
}

interface Scaled {
  readonly ticks: readonly number[];
  /** In percent of the plot's width. */
  at(children: number): number;
}

function Axis({ ticks, at }: Scaled) {
  const format = useFormat();
  return (
    <svg height="14" aria-hidden="true">
      {ticks.map((tick) => (
        <text key={tick} x={`${at(tick)}%`} y="11" textAnchor={tick === 0 ? 'start' : 'middle'}>
          {format.count(tick)}
        </text>
      ))}
    </svg>
  );
}

function SiteRow({ site, ticks, at }: Scaled & { readonly site: Site }) {
  const format = useFormat();
  const { meanServed: meals } = site;
  const { mae: error } = site.model;
  const percent = errorPercent(meals, error);
  return (
    <tr>
      <th scope="row" className="cut" title={site.site}>
        {site.site}
      </th>
      <td className="r mute">{format.count(meals)}</td>
      <td className="plot">
        <svg height="16" aria-hidden="true" className="draw">
          {ticks.map((tick) => (
            <rect key={tick} x={`${at(tick)}%`} width="1" height="16" fill="var(--c-grid)" />
          ))}
          <rect y="4" width={`${at(chanceError(meals))}%`} height="8" fill="var(--line-strong)" />
          <rect y="7.5" width={`${at(error)}%`} height="1.5" fill="var(--c-model)" />
          <circle cx={`${at(error)}%`} cy="8.2" r="4" fill="var(--c-model)" />
        </svg>
      </td>
      <td className="r">{format.count(error)}</td>
      <td className="r mute">{percent === null ? '–' : format.rate(percent)}</td>
      <td>
        <LightTag light={lightOfSite(site)} />
      </td>
    </tr>
  );
}

const TAGS: Record<Light, string> = { good: 'tag good', watch: 'tag warn', review: 'tag bad', few: 'tag' };

/** A shape and a word, so that the colour is never alone. */
function LightTag({ light }: { readonly light: Light }) {
  const { t } = useTranslation();
  return (
    <span className={TAGS[light]}>
      <svg width="12" height="12" aria-hidden="true" className="draw">
        {light === 'good' && <circle cx="6" cy="6" r="5" fill="var(--good)" />}
        {light === 'watch' && <path d="M6 .8 11.6 11H.4z" fill="var(--warn)" />}
        {light === 'review' && <rect x="1" y="1" width="10" height="10" fill="var(--bad)" />}
        {light === 'few' && <path d="M2 6h8" stroke="var(--ink-3)" strokeWidth="2" />}
      </svg>
      {t(`accuracy.lights.${light}`)}
    </span>
  );
}
