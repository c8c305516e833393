import type { ComponentProps } from 'react';
import type { PlanRow } from '../../../electron/api/records.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icons.tsx';
import { FLAG_TONES, ownFlags } from './flags.ts';
import type { WeekDay } from './week-model.ts';

export type CellAttributes = Pick<ComponentProps<'td'>, 'tabIndex' | 'onFocus'>;

/** Icons for what the column does not say already; all of it in words for those who hear the cell alone. */
export function CellFlags(props: { readonly row: PlanRow; readonly day: WeekDay }) {
  const { t } = useTranslation();
  const { row, day } = props;
  // The head of a day that is decided says that, and leaves its flags to the cells.
  const flags = ownFlags(row.flags, day.approved === 'none' ? day.flags : []);
  const [loudest] = flags;
  return (
    <span className={loudest ? `f ${FLAG_TONES[loudest]}` : 'f'}>
      {flags.slice(0, 2).map((flag) => (
        <span key={flag} title={t(`flagHelp.${flag}`)}>
          <Icon name={flag} small />
        </span>
      ))}
      {row.flags.length > 0 && (
        <span className="sr">{row.flags.map((flag) => t(`flag.${flag}`)).join(', ')}</span>
      )}
    </span>
  );
}
