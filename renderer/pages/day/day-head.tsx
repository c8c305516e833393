import { useTranslation } from 'react-i18next';
import type { IsoDate, Plan, SheetKind } from '../../../electron/api/records.ts';
import { type Job, useApiQuery } from '../../bridge/use-api.ts';
import { schoolDayFrom } from '../../format/dates.ts';
import { useFormat } from '../../format/use-format.ts';
import { IconButton } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Select } from '../../ui/select.tsx';
import { chosenPlace, type DayPlace, placeOptions } from './day-place.ts';
import { SheetButtons } from './sheet-buttons.tsx';
import type { SheetWish } from './sheet-preview.tsx';

const KINDS: readonly SheetKind[] = ['production', 'delivery', 'roll-call'];

interface DayHeadProps {
  readonly wish: SheetWish;
  readonly place: DayPlace;
  readonly plan: Plan | undefined;
  /** Is there a sheet to print? */
  readonly sheet: boolean;
  readonly job: Job<'sheet.make'>;
  onGo(date: IsoDate, place: DayPlace): void;
  onKind(kind: SheetKind): void;
}

export function DayHead({ wish, place, plan, sheet, job, onGo, onKind }: DayHeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { date, sheet: kind } = wish;
  const provision = useApiQuery('provision.read', {});
  const rows = plan?.rows.filter((row) => row.date === date) ?? [];
  const { options, value } = placeOptions(rows, provision.data, kind, place, t('site.all'));
  return (
    <div className="head">
      <h1>{format.day(date)}</h1>
      <span className="group">
        <IconButton
          icon="previous"
          label={t('day.previous')}
          onClick={() => onGo(schoolDayFrom(date, -1), place)}
        />
        <IconButton icon="next" label={t('day.next')} onClick={() => onGo(schoolDayFrom(date, 1), place)} />
      </span>
      <Select
        label={t('day.site')}
        options={options}
        value={value}
        width={190}
        onChange={(id) => onGo(date, chosenPlace(id))}
      />
      <Choice
        label={t('sheets.kind')}
        options={KINDS.map((id) => ({ id, label: t(`sheets.${id}`) }))}
        value={kind}
        onChange={onKind}
      />
      <span className="push" />
      {sheet && <SheetButtons wish={wish} job={job} />}
    </div>
  );
}
