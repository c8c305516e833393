import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { IsoDate } from '../../../electron/api/records.ts';
import { schoolDayFrom } from '../../format/dates.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { RECORD_SEGMENTS, type RecordSegment } from '../../routes/record-segments.ts';
import { useOffer } from '../../shell/commands.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';

interface RecordHeadProps {
  readonly segment: RecordSegment;
  /** The segment's own tools, at the end. */
  readonly children?: ReactNode;
}

export function RecordHead({ segment, children }: RecordHeadProps) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  return (
    <div className="head">
      <h1>{t('page.record')}</h1>
      <Choice<RecordSegment>
        label={t('record.choice')}
        options={RECORD_SEGMENTS.map((id) => ({ id, label: t(`record.segments.${id}`) }))}
        value={segment}
        onChange={(id) => go(`/record/${id}`)}
      />
      <span className="push" />
      {children}
    </div>
  );
}

/** A day, and the way to the school days beside it. */
export function DaySteps(props: { readonly date: IsoDate; onGo(date: IsoDate): void }) {
  const { date, onGo } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const toBeside = (step: 1 | -1) => onGo(schoolDayFrom(date, step));
  useOffer('previous', () => toBeside(-1));
  useOffer('next', () => toBeside(1));
  return (
    <span className="group daysteps">
      <IconButton icon="previous" label={t('day.previous')} onClick={() => toBeside(-1)} />
      <b className="shown-day">{format.day(date)}</b>
      <IconButton icon="next" label={t('day.next')} onClick={() => toBeside(1)} />
    </span>
  );
}
