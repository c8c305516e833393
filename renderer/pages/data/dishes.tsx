import { useState } from 'react';
import type { DishSummary } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ErrorNotice, StateView } from '../../ui/states.tsx';
import { type DishFilter, filterDishes, findDishes } from './dish-search.ts';
import { DishesTable } from './dish-table.tsx';
import { useDishCorrections } from './use-dish-corrections.ts';

const FILTERS: readonly DishFilter[] = ['all', 'unknown', 'corrected'];
/** Rows drawn at first, and added at each asking: a city's menus hold over a thousand dishes. */
const AT_ONCE = 60;
const NOBODY: ReadonlySet<string> = new Set();

/** The dishes of the menus: what family each is of, and under which names it goes. */
export function Dishes() {
  const query = useApiQuery('dishes.list', {}, { keep: () => true });
  return (
    <QueryView query={query}>
      {(dishes) => (dishes.length > 0 ? <DishList dishes={dishes} /> : <NoDishes />)}
    </QueryView>
  );
}

function NoDishes() {
  const { t } = useTranslation();
  const { importFiles } = useShell();
  return (
    <StateView icon="no-menu" title={t('dishes.none')} text={t('dishes.noneHint')}>
      <Button look="primary" onClick={() => importFiles({ type: 'dialog' })}>
        {t('first.importButton')}
      </Button>
    </StateView>
  );
}

function DishList({ dishes }: { readonly dishes: readonly DishSummary[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const corrections = useDishCorrections();
  const [words, setWords] = useState('');
  const [filter, setFilter] = useState<DishFilter>('all');
  const [touched, setTouched] = useState(NOBODY);
  const [shown, setShown] = useState(AT_ONCE);
  const found = filterDishes(findDishes(dishes, words), filter, touched);
  const left = found.length - shown;
  const all = t('dishes.count', { count: dishes.length, n: format.count(dishes.length) });
  const begin = () => {
    setTouched(NOBODY);
    setShown(AT_ONCE);
  };
  return (
    <div className="blocks">
      <section className="block">
        <h2 id="dishes">
          {t('dishes.title')}{' '}
          <span role="status">
            {found.length === dishes.length
              ? all
              : t('dishes.found', { n: format.count(found.length), of: all })}
          </span>
        </h2>
        <div className="row">
          <input
            type="search"
            className="field find-dish"
            placeholder={t('dishes.find')}
            aria-label={t('dishes.find')}
            value={words}
            onChange={(event) => {
              setWords(event.target.value);
              begin();
            }}
          />
          <Choice<DishFilter>
            label={t('dishes.show')}
            options={FILTERS.map((id) => ({ id, label: t(`dishes.filters.${id}`) }))}
            value={filter}
            onChange={(chosen) => {
              setFilter(chosen);
              begin();
            }}
          />
        </div>
        {corrections.error && <ErrorNotice error={corrections.error} onClose={corrections.reset} />}
        {found.length > 0 ? (
          <DishesTable
            dishes={found.slice(0, shown)}
            all={dishes}
            corrections={corrections}
            onTouch={(key) => setTouched((before) => new Set([...before, key]))}
          />
        ) : (
          <p className="mute">{t('dishes.notFound')}</p>
        )}
        {left > 0 && (
          <Button onClick={() => setShown(shown + AT_ONCE)}>
            {t('common.more', { n: format.count(Math.min(left, AT_ONCE)) })}
          </Button>
        )}
      </section>
    </div>
  );
}
