import type { ReactNode } from 'react';
import { Trans } from 'react-i18next';
import type { DishRow, SiteDishes } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { TermHelp } from '../../ui/term-help.tsx';

interface DayDishesProps {
  readonly date: string;
  readonly siteId: number;
  /** In their place until they are known, and where there are none. */
  readonly children: ReactNode;
}

/**
 * The dishes of one site, with the portions that its sheet has, and how sure each is; which ones a simple rule tells, as
 * that was nearer here.
 */
export function DayDishes({ date, siteId, children }: DayDishesProps) {
  const { t } = useTranslation();
  const query = useApiQuery('sheet.dishes', { date, siteId });
  const { rows = [], portionsAlone = false }: Partial<SiteDishes> = query.data ?? {};
  const [first] = rows;
  if (first === undefined) return children;
  return (
    <div className="daydishes">
      {/* The sheet beside it may be that of a kitchen, for many sites. */}
      <p className="mute">{t('day.portionsOf', { site: first.site })}</p>
      {portionsAlone && <p className="mute">{t('day.portionsAlone')}</p>}
      <DishTable rows={rows} />
      <Rules rows={rows} />
    </div>
  );
}

function DishTable({ rows }: { readonly rows: readonly DishRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className="list" aria-label={t('day.dishes')}>
      <thead>
        <tr>
          <th scope="col">{t('day.dish')}</th>
          <th scope="col" className="r">
            {t('day.range')} <TermHelp name="range" />
          </th>
          <th scope="col" className="r">
            {t('day.portions')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, course, dish, low, high, portions }) => (
          <tr key={`${course} ${key}`}>
            <th scope="row">{dish}</th>
            <td className="r mute">
              {format.count(low)}–{format.count(high)}
            </td>
            <td className="r">{format.count(portions)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The rule of a dish, where one tells it. */
function Rules({ rows }: { readonly rows: readonly DishRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const told = rows.flatMap(({ rule, dish }) => (rule === null ? [] : [{ rule, dish }]));
  return [...Map.groupBy(told, ({ rule }) => rule)].map(([rule, own]) => (
    <p key={rule} className="dishrule">
      <Trans
        t={t}
        i18nKey={`day.dishRule.${rule}`}
        values={{ dishes: format.list(own.map(({ dish }) => dish)) }}
        components={{ b: <b /> }}
      />
    </p>
  ));
}
