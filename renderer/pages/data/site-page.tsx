import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import type { SiteDetails, SiteRecord } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { monthOf } from '../../format/months.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { sitePath } from '../../routes/places.ts';
import { useAppState } from '../../shell/use-settings.ts';
import { IconButton } from '../../ui/button.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { schoolYearOfMonth } from '../coverage/coverage-model.ts';
import { SiteActions } from './site-actions.tsx';
import { SiteFactsForm } from './site-facts-form.tsx';
import { OwnSiteMonth } from './site-month.tsx';
import { SiteYearChart } from './site-year.tsx';

interface SitePageProps {
  readonly sites: readonly SiteRecord[];
  readonly siteId: number;
}

/** One site: what is known of it, corrected in place, and what was served there. */
export function SitePage({ sites, siteId }: SitePageProps) {
  const query = useApiQuery('sites.details', { siteId }, { keep: (earlier) => earlier.siteId === siteId });
  return <QueryView query={query}>{(site) => <Shown site={site} sites={sites} />}</QueryView>;
}

function Shown({ site, sites }: { readonly site: SiteDetails; readonly sites: readonly SiteRecord[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, go] = useLocation();
  const { data } = useAppState();
  const index = sites.findIndex(({ id }) => id === site.id);
  const [previous, next] = [sites[index - 1], sites[index + 1]];
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const to = event.key === 'ArrowUp' ? previous : event.key === 'ArrowDown' ? next : undefined;
      if (!event.altKey || event.ctrlKey || event.metaKey || !to) return;
      event.preventDefault();
      go(sitePath(to.id), { replace: true });
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [previous, next, go]);
  const place = { i: format.count(index + 1), n: format.count(sites.length) };
  return (
    <ScrollArea className="blocks" label={site.name}>
      <section className="block">
        <div className="row sitehead">
          {sites.length > 1 && (
            <Link className="link" href="/data/sites">
              {t('data.sites')}
            </Link>
          )}
          <h2 title={site.name}>{site.name}</h2>
          {sites.length > 1 && (
            <>
              <span className="mute">{t('sitePage.place', place)}</span>
              <span className="group">
                <IconButton
                  icon="previous"
                  label={t('sitePage.previous')}
                  disabled={!previous}
                  onClick={() => previous && go(sitePath(previous.id), { replace: true })}
                />
                <IconButton
                  icon="next"
                  label={t('sitePage.next')}
                  disabled={!next}
                  onClick={() => next && go(sitePath(next.id), { replace: true })}
                />
              </span>
            </>
          )}
          <span className="push" />
          <SiteActions site={site} sites={sites} />
        </div>
        <div className="sitepage">
          <SiteFactsForm key={site.id} site={site} />
          <div>
            {data && (
              <SiteYearChart
                key={`year ${site.id}`}
                site={site}
                schoolYear={schoolYearOfMonth(monthOf(data.today))}
              />
            )}
            <OwnSiteMonth key={`month ${site.id}`} siteId={site.id} first={monthOf(data?.today ?? '')} />
          </div>
        </div>
        <p className="mute keysline">{t('sitePage.keys')}</p>
      </section>
    </ScrollArea>
  );
}
