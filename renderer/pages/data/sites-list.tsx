import { Link, useParams } from 'wouter';
import type { IsoDate, SiteRecord } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { daysBetween } from '../../format/dates.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { Button } from '../../ui/button.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { StateView } from '../../ui/states.tsx';
import { TermHelp } from '../../ui/term-help.tsx';
import { SitePage } from './site-page.tsx';

export function SitesList() {
  const query = useApiQuery('sites.list', {}, { keep: () => true });
  const { part } = useParams<{ part?: string }>();
  return (
    <QueryView query={query}>
      {(sites) => {
        if (sites.length === 0) return <NoSites />;
        // A list of one would say what its own page says.
        const open = sites.length === 1 ? sites[0] : sites.find(({ id }) => String(id) === part);
        return open ? <SitePage sites={sites} siteId={open.id} /> : <Sites sites={sites} />;
      }}
    </QueryView>
  );
}

function NoSites() {
  const { t } = useTranslation();
  const { importFiles, typeSite } = useShell();
  return (
    <StateView icon="data" title={t('data.noSites')} text={t('data.noSitesHint')}>
      <Button onClick={typeSite}>{t('data.addSite')}</Button>
      <Button look="primary" onClick={() => importFiles({ type: 'dialog' })}>
        {t('first.importButton')}
      </Button>
    </StateView>
  );
}

interface Span {
  readonly first: IsoDate;
  readonly last: IsoDate;
}

/** From the first to the last record of all sites: the axis on which each site's own span is drawn. */
function wholeSpan(sites: readonly SiteRecord[]): Span | null {
  const firsts = sites.flatMap((site) => site.firstDay ?? []);
  const lasts = sites.flatMap((site) => site.lastDay ?? []);
  const first = firsts.toSorted().at(0);
  const last = lasts.toSorted().at(-1);
  return first && last ? { first, last } : null;
}

function Sites(props: { readonly sites: readonly SiteRecord[] }) {
  const { sites } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const span = wholeSpan(sites);
  const days = sites.reduce((sum, site) => sum + site.siteDays, 0);
  const hint = t('data.sitesHint', {
    sites: t('site.count', { count: sites.length, n: format.count(sites.length) }),
    count: days,
    n: format.count(days),
  });
  return (
    <ScrollArea className="blocks" label={t('data.sitesTitle')}>
      <section className="block">
        <h2 id="sites-title">
          {t('data.sitesTitle')} <span>{hint}</span>
        </h2>
        <table className="list" aria-labelledby="sites-title">
          <thead>
            <tr>
              <th scope="col">{t('data.name')}</th>
              <th scope="col">{t('data.kind')}</th>
              <th scope="col" className="r">
                {t('data.capacity')} <TermHelp name="places" />
              </th>
              <th scope="col" className="r">
                {t('data.days')}
              </th>
              <th scope="col">{t('data.first')}</th>
              <th scope="col">{t('data.last')}</th>
              <th scope="col">{t('data.span')}</th>
            </tr>
          </thead>
          <tbody>
            {sites.map((site) => (
              <SiteRow key={site.id} site={site} span={span} />
            ))}
          </tbody>
        </table>
      </section>
    </ScrollArea>
  );
}

function SiteRow(props: { readonly site: SiteRecord; readonly span: Span | null }) {
  const { site, span } = props;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <tr>
      <th scope="row" className="cut" title={site.name}>
        <Link className="link" href={`/data/sites/${site.id}`}>
          {site.name}
        </Link>
      </th>
      <td>{t(`siteKind.${site.kind}`)}</td>
      <td className="r">{site.capacity === null ? '–' : format.count(site.capacity)}</td>
      <td className="r">{format.count(site.siteDays)}</td>
      <td>{site.firstDay ? format.date(site.firstDay) : '–'}</td>
      <td>{site.lastDay ? format.date(site.lastDay) : '–'}</td>
      <td className="span">
        {span && site.firstDay && site.lastDay ? (
          <SpanBar own={{ first: site.firstDay, last: site.lastDay }} all={span} />
        ) : (
          <span className="mute">{t('data.noDays')}</span>
        )}
      </td>
    </tr>
  );
}

function SpanBar(props: { readonly own: Span; readonly all: Span }) {
  const { own, all } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const length = Math.max(1, daysBetween(all.first, all.last));
  const at = (date: IsoDate) => (daysBetween(all.first, date) / length) * 100;
  const label = t('data.spanLabel', { first: format.date(own.first), last: format.date(own.last) });
  return (
    <svg role="img" aria-label={label} className="draw">
      <rect y="5" width="100%" height="2" fill="var(--c-grid)" />
      <rect
        x={`${at(own.first)}%`}
        width={`${Math.max(0.5, at(own.last) - at(own.first))}%`}
        y="2"
        height="8"
        fill="var(--h-4)"
      />
    </svg>
  );
}
