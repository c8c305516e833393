import { useState } from 'react';
import { Link } from 'wouter';
import type { IsoDate, MenuFrequencies } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ErrorNotice, StateView } from '../../ui/states.tsx';
import { TermHelp } from '../../ui/term-help.tsx';
import { Balance } from './balance.tsx';
import { FrequencyTable } from './frequency-table.tsx';
import { useLimits } from './use-limits.ts';

const MEALS = 20;
/** Unknown dishes named in the notice; the others are in the list of dishes. */
const NAMED = 6;

/** How often each family is on the menu in 20 successive meals, with the meals behind each number. */
export function Frequencies({ siteId }: { readonly siteId: number | null }) {
  const { t } = useTranslation();
  const [to, setTo] = useState<IsoDate | null>(null);
  const input = { ...(siteId === null ? {} : { siteId }), ...(to === null ? {} : { to }) };
  const query = useApiQuery('menus.frequencies', input, { keep: () => true });
  return (
    <QueryView query={query}>
      {(found) =>
        found.meals === 0 && found.later === null ? (
          <StateView icon="no-menu" title={t('frequencies.none')} text={t('frequencies.noneHint')} />
        ) : (
          <Counted found={found} siteId={siteId} onGo={setTo} />
        )
      }
    </QueryView>
  );
}

interface CountedProps {
  readonly found: MenuFrequencies;
  readonly siteId: number | null;
  onGo(to: IsoDate | null): void;
}

function Counted({ found, siteId, onGo }: CountedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const limits = useLimits();
  const { firstDay, lastDay, earlier, later } = found;
  return (
    <div className="blocks">
      <Balance siteId={siteId} to={lastDay} />
      <section className="block">
        <h2>
          <b id="frequencies">{t('frequencies.title', { n: format.count(found.meals) })}</b>
          <TermHelp name="frequencies" />{' '}
          {firstDay && lastDay && (
            <span role="status">
              {t('frequencies.fromTo', { first: format.date(firstDay), last: format.date(lastDay) })}
            </span>
          )}
          <span className="push group">
            <IconButton
              icon="previous"
              label={t('frequencies.earlier')}
              disabled={earlier === null}
              onClick={() => onGo(earlier)}
            />
            <Button onClick={() => onGo(null)}>{t('frequencies.latest')}</Button>
            <IconButton
              icon="next"
              label={t('frequencies.later')}
              disabled={later === null}
              onClick={() => onGo(later)}
            />
          </span>
        </h2>
        <p className="to-check">
          <Icon name="warning" small /> {t('frequencies.toCheck')}{' '}
          {found.meals < MEALS && t('frequencies.few')}
        </p>
        {limits.error && <ErrorNotice error={limits.error} onClose={limits.reset} />}
        <FrequencyTable rows={found.rows} limits={limits} />
        <UnknownDishes unknown={found.unknown} />
      </section>
    </div>
  );
}

function UnknownDishes({ unknown }: Pick<MenuFrequencies, 'unknown'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (unknown.length === 0) return null;
  const n = format.count(unknown.length);
  return (
    <p className="unknown-dishes">
      {t('frequencies.unknown', { count: unknown.length, n, names: '' })}
      {unknown.slice(0, NAMED).map(({ key, name }) => (
        <Link key={key} className="link" href={`/menus/dish/${encodeURIComponent(key)}`}>
          {name}
        </Link>
      ))}
    </p>
  );
}
