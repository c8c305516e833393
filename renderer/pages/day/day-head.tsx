import { Link } from 'wouter';
import type { IsoDate, Plan, SheetKind } from '../../../electron/api/records.ts';
import { type PageJob, useApiQuery } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { recordPlace } from '../../routes/places.ts';
import { useOffer } from '../../shell/commands.tsx';
import { ReturnSheetButton } from '../../shell/return-sheet-button.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { type DayPlace, openDayBeside, placeOptions, placeText, sheetSites } from './day-place.ts';
import { PlaceSelect } from './place-select.tsx';
import { SheetButtons } from './sheet-buttons.tsx';
import type { SheetWish } from './sheet-preview.tsx';

const SHEETS = ['production', 'delivery', 'roll-call'] as const;

interface DayHeadProps {
  readonly date: IsoDate;
  readonly view: SheetKind;
  /** The sheet that is shown; `null`: none is to be printed. */
  readonly wish: SheetWish | null;
  readonly place: DayPlace;
  readonly plan: Plan | undefined;
  readonly job: PageJob<'sheet.make'>;
  onGo(date: IsoDate, place: DayPlace): void;
  onView(view: SheetKind): void;
}

export function DayHead({ date, view, wish, place, plan, job, onGo, onView }: DayHeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const catalogue = useApiQuery('catalogue.read', {});
  const toBeside = (step: 1 | -1) => onGo(openDayBeside(plan, date, step), place);
  useOffer('previous', () => toBeside(-1));
  useOffer('next', () => toBeside(1));
  // Nobody is called where nobody counts the diners.
  const rows = plan ? sheetSites(view === 'roll-call' ? { ...plan, refused: [] } : plan, date) : [];
  const { options, value } = placeOptions(rows, catalogue.data, view, place, t('site.all'));
  return (
    <div className="head wraps">
      <h1>{format.day(date)}</h1>
      <span className="group">
        <IconButton icon="previous" label={t('day.previous')} onClick={() => toBeside(-1)} />
        <IconButton icon="next" label={t('day.next')} onClick={() => toBeside(1)} />
      </span>
      <PlaceSelect options={options} value={value} onChoose={(chosen) => onGo(date, chosen)} />
      <Choice<SheetKind>
        label={t('sheets.kind')}
        options={SHEETS.map((id) => ({ id, label: t(`sheets.${id}`) }))}
        value={view}
        onChange={onView}
      />
      <Link className="btn" href={recordPlace('head-count', date, placeText(place))}>
        {t('rollCall.view')}
      </Link>
      {wish && (
        <span className="push sheet-files">
          <ReturnSheetButton from={date} to={date} siteId={place.siteId} />
          <SheetButtons wish={wish} job={job} />
        </span>
      )}
    </div>
  );
}
