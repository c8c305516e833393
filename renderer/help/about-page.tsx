import { useQuery } from '@tanstack/react-query';
import { useApiQuery } from '../bridge/use-api.ts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { useAppState } from '../shell/use-settings.ts';
import { QueryView } from '../ui/query-view.tsx';
import { ScrollArea } from '../ui/scroll-area.tsx';

/** Which version this is, what a week's forecast costs, and whose work is in it. */
export function AboutPage() {
  const { t } = useTranslation();
  const { data: state } = useAppState();
  return (
    <main className="page">
      <div className="head">
        <h1>{t('about.title')}</h1>
      </div>
      <div className="about-program">
        <section>
          <dl>
            <div>
              <dt>{t('about.version')}</dt>
              <dd>{t('about.versionOf', { version: state?.version ?? '' })}</dd>
            </div>
            <div>
              <dt>{t('about.licence')}</dt>
              <dd>{t('about.licenceText')}</dd>
            </div>
            <div>
              <dt>{t('about.network')}</dt>
              <dd>{t('about.networkText')}</dd>
            </div>
          </dl>
        </section>
        {state && !state.empty && <Cost from={state.suggestedWeek} />}
        <Licences />
      </div>
    </main>
  );
}

/** Measured when it is looked at, by forecasting the week once more from nothing. */
function Cost({ from }: { readonly from: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const cost = useApiQuery('about.cost', { from }, { stays: true });
  return (
    <section aria-labelledby="cost">
      <h2 id="cost">{t('about.cost')}</h2>
      <QueryView query={cost}>
        {(measured) =>
          measured === null ? (
            <p>{t('about.noOrders')}</p>
          ) : (
            <p>
              {t('about.costText', {
                orders: t('about.orders', { count: measured.orders, n: format.count(measured.orders) }),
                sites: t('about.sites', { count: measured.sites, n: format.count(measured.sites) }),
                seconds: format.tenths(measured.cpuSeconds),
                energy: format.amount(measured.wattHours),
                watts: format.count(measured.watts),
              })}
            </p>
          )
        }
      </QueryView>
    </section>
  );
}

/** Of all that is packed with the program; a copy run from its sources has no such file. */
function Licences() {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['licences'],
    queryFn: async () => {
      const answer = await fetch(new URL('licences.txt', document.baseURI));
      const text = await answer.text();
      return answer.ok && !text.startsWith('<') ? text : null;
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return (
    <section>
      <h2>{t('about.others')}</h2>
      <p>{t('about.othersText')}</p>
      {data && (
        <ScrollArea className="licences" label={t('about.others')}>
          {data}
        </ScrollArea>
      )}
    </section>
  );
}
