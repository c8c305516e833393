import { useCallback, useRef, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { Coverage } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { isIsoDate } from '../../format/dates.ts';
import { isMonth, monthOf } from '../../format/months.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { Button } from '../../ui/button.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Select } from '../../ui/select.tsx';
import { StateView } from '../../ui/states.tsx';
import { CoverageMap, type MapHandle } from './coverage-map.tsx';
import { dataMap, schoolYearOfMonth, schoolYearsOf } from './coverage-model.ts';
import { MissingEverywhereQuestion } from './missing-everywhere.tsx';
import { MonthGrid } from './month-grid.tsx';
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

/** The open square stands in the address: `/data/coverage/SITE_YYYY-MM`, or with a day; `all_YYYY-MM` is the grid. */
function useSquare(coverage: Coverage) {
  const { part = '' } = useParams<{ part?: string }>();
  const [, go] = useLocation();
  const [siteText, time = ''] = part.split('_');
  const month = time.slice(0, 7);
  const site = coverage.sites.find(({ siteId }) => String(siteId) === siteText) ?? null;
  const open = useCallback(
    (siteId: number, of: string) => go(`/data/coverage/${siteId}_${of}`, { replace: true }),
    [go],
  );
  const close = useCallback(() => go('/data/coverage', { replace: true }), [go]);
  const grid = useCallback((of: string) => go(`/data/coverage/all_${of}`, { replace: true }), [go]);
  const date = isIsoDate(time) ? time : null;
  return {
    square: site && isMonth(month) ? { site, month, date } : null,
    gridMonth: siteText === 'all' && isMonth(month) ? month : null,
    open,
    grid,
    close,
  };
}

/** The month in which one types: that of the last day that can be complete. */
const monthToType = ({ lastDay, months }: Coverage) => (lastDay ? monthOf(lastDay) : (months.at(-1) ?? ''));

/** 0: all years. */
const ALL_YEARS = 0;

function Recorded({ coverage }: { readonly coverage: Coverage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const years = schoolYearsOf(coverage);
  const { square, gridMonth, open, grid, close } = useSquare(coverage);
  const [year, setYear] = useState(square ? schoolYearOfMonth(square.month) : (years[0] ?? ALL_YEARS));
  const [gapsOnly, setGapsOnly] = useState(false);
  const map = useRef<MapHandle>(null);
  const shown = dataMap(coverage, year === ALL_YEARS ? null : year, gapsOnly);
  const closeSquare = () => {
    if (square) map.current?.focusSquare(square.site.siteId, square.month);
    close();
  };
  if (gridMonth !== null) return <MonthGrid month={gridMonth} onGo={grid} onClose={close} />;
  const typeIn = () => {
    const [only] = coverage.sites;
    if (only && coverage.sites.length === 1) open(only.siteId, monthToType(coverage));
    else grid(monthToType(coverage));
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
          <span className="push" />
          <Button icon="type" onClick={typeIn}>
            {t('coverage.typeMonth')}
          </Button>
        </div>
        <CoverageMap map={shown} handle={map} selected={square} onOpen={open} onClose={closeSquare} />
        {/* Under the map: the rows stay where they are as the questions go. */}
        <MissingEverywhereQuestion runs={coverage.missingEverywhere} />
      </section>
      {square && <MonthPanel {...square} onGo={open} onClose={closeSquare} />}
    </div>
  );
}
