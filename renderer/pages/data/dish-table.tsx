import { useId, useState } from 'react';
import type { DishSummary } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { DishDetails } from './dish-details.tsx';
import { FamilySelect } from './family-select.tsx';
import type { DishCorrections } from './use-dish-corrections.ts';

interface DishTableProps {
  readonly dishes: readonly DishSummary[];
  /** Those that a dish may be said to be. */
  readonly all: readonly DishSummary[];
  readonly corrections: DishCorrections;
  /** A line is worked on. */
  onTouch(key: string): void;
}

export function DishesTable({ dishes, ...rest }: DishTableProps) {
  const { t } = useTranslation();
  return (
    <table className="list" aria-labelledby="dishes">
      <thead>
        <tr>
          <th scope="col">{t('dishes.name')}</th>
          <th scope="col">{t('dishes.family')}</th>
          <th scope="col">{t('dishes.origin')}</th>
          <th scope="col">{t('dishes.markers')}</th>
          <th scope="col" className="r">
            {t('dishes.times')}
          </th>
          <th scope="col">{t('dishes.last')}</th>
          <th scope="col">{t('dishes.details')}</th>
        </tr>
      </thead>
      <tbody>
        {dishes.map((dish) => (
          <DishRow key={dish.key} dish={dish} {...rest} />
        ))}
      </tbody>
    </table>
  );
}

type DishRowProps = Omit<DishTableProps, 'dishes'> & { readonly dish: DishSummary };

function DishRow({ dish, all, corrections, onTouch }: DishRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { name } = dish;
  const marks = dish.markers.map((marker) => t(`dishes.marks.${marker}`)).join(', ');
  const count = dish.spellings.length;
  const spellings = t('dishes.spellings', { count, n: format.count(count) });
  return (
    <>
      <tr>
        <th scope="row" className="cut" title={name}>
          {name}
        </th>
        <td>
          <FamilySelect dish={dish} corrections={corrections} onTouch={() => onTouch(dish.key)} />
        </td>
        <td>
          <Origin dish={dish} />
        </td>
        <td className="cut" title={marks}>
          {marks || '–'}
        </td>
        <td className="r">{format.count(dish.times)}</td>
        <td>{format.date(dish.lastServed)}</td>
        <td>
          <Button
            look="ghost"
            icon="open"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            aria-label={t('dishes.detailsOf', { spellings, name })}
            onClick={() => setOpen(!open)}
          >
            {spellings}
          </Button>
        </td>
      </tr>
      {open && (
        <tr id={id} className="dish-details">
          <td colSpan={7}>
            <DishDetails dish={dish} all={all} corrections={corrections} onTouch={onTouch} />
          </td>
        </tr>
      )}
    </>
  );
}

function Origin({ dish }: { readonly dish: DishSummary }) {
  const { t } = useTranslation();
  if (dish.byHand) return <span className="tag own">{t('dishes.origins.hand')}</span>;
  if (dish.family === null) return <span className="tag warn">{t('dishes.origins.none')}</span>;
  return <span className="tag">{t('dishes.origins.rule')}</span>;
}
