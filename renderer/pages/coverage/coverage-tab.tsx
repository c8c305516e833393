import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import type { Coverage } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { isMonth } from '../../format/months.ts';
import { useFormat } from '../../format/use-format.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { Button } from '../../ui/button.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Select } from '../../ui/select.tsx';
import { StateView } from '../../ui/states.tsx';
import { CoverageMap, type MapHandle } from './coverage-map.tsx';
import { dataMap, schoolYearOfMonth, schoolYearsOf } from './coverage-model.ts';
import { MonthPanel } from './month-panel.tsx';

/** What is recorded of each site and month, and what is missing. */
export function CoverageTab() {
  const query = useApiQuery('data.coverage', {}, { keep: () => true });
  return (
    <QueryView query={query}>
      {(coverage) => (coverage.months.length > 0 ? <Recorded coverage={coverage} /> : <Nothing />)}
    </QueryView>
  );
}

function Nothing() {
  const { t } = useTranslation();
  const { importFiles } = useShell();
  return (
    <StateView icon="data" title={t('coverage.none')} text={t('coverage.noneHint')}>
      <Button look="primary" onClick={() => importFiles({ type: 'dialog' })}>
        {t('first.importButton')}
      </Button>
    </StateView>
  );
}

/** The open square stands in the address: `/data/coverage/SITE_YYYY-MM`. */
function useSquare(coverage: Coverage) {
  const { part = '' } = useParams<{ part?: string }>();
  const [, go] = useLocation();
  const [siteText, month = ''] = part.split('_');
  const site = coverage.sites.find(({ siteId }) => String(siteId) === siteText) ?? null;
  const open = useCallback(
    (siteId: number, of: string) => go(`/data/coverage/${siteId}_${of}`, { replace: true }),
    [go],
  );
  const close = useCallback(() => go('/data/coverage', { replace: true }), [go]);
  return { square: site && isMonth(month) ? { site, month } : null, open, close };
}

/** 0: all years. */
const ALL_YEARS = 0;

function Recorded({ coverage }: { readonly coverage: Coverage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const years = schoolYearsOf(coverage);
  const { square, open, close } = useSquare(coverage);
  const [year, setYear] = useState(square ? schoolYearOfMonth(square.month) : (years[0] ?? ALL_YEARS));
  const [gapsOnly, setGapsOnly] = useState(false);
  const map = useRef<MapHandle>(null);
  const shown = dataMap(coverage, year === ALL_YEARS ? null : year, gapsOnly);
  const closeSquare = () => {
    if (square) map.current?.focusSquare(square.site.siteId, square.month);
    close();
  };
  const options = [
    ...years.map((id) => ({ id, label: `${id}–${id + 1}` })),
    { id: ALL_YEARS, label: t('coverage.allYears') },
  ];
  return (
    <div className={square ? 'map-page with-panel' : 'map-page'}>
      <section className="block map-block">
        <h2 id="coverage">
          {t('coverage.title')}{' '}
          {coverage.lastDay && <span>{t('coverage.hint', { last: format.date(coverage.lastDay) })}</span>}
        </h2>
        <div className="row">
          <Select<number>
            label={t('coverage.years')}
            options={options}
            value={year}
            width={190}
            onChange={setYear}
          />
          <label className="tick">
            <input
              type="checkbox"
              checked={gapsOnly}
              onChange={(event) => setGapsOnly(event.target.checked)}
            />
            {t('coverage.gapsOnly')}
          </label>
        </div>
        <CoverageMap map={shown} handle={map} selected={square} onOpen={open} onClose={closeSquare} />
      </section>
      {square && <MonthPanel site={square.site} month={square.month} onGo={open} onClose={closeSquare} />}
    </div>
  );
}
