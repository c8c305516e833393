import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Weekday } from '../../../../electron/api/records.ts';
import { addCalendarDays } from '../../../format/dates.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { TimeField } from '../../../ui/time-field.tsx';
import { type DeadlineDraft, WEEKDAYS } from './rule-draft.ts';

/** Some Sunday: a weekday's name is the name of a date on it. */
const SUNDAY = '2026-12-13';
const NOON = '12:00';

interface WeeklyDeadlinesProps {
  readonly deadlines: readonly DeadlineDraft[];
  onChange(deadlines: readonly DeadlineDraft[]): void;
}

/** « mardi à 12 h pour jeudi et vendredi », as many as the week needs. */
export function WeeklyDeadlines({ deadlines, onChange }: WeeklyDeadlinesProps) {
  const { t } = useTranslation();
  const add = () => onChange([...deadlines, { weekday: 1, at: NOON, serves: [] }]);
  return (
    <>
      {deadlines.map((deadline, i) => (
        <DeadlineLine
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be equal while they are being typed.
          key={i}
          deadline={deadline}
          onChange={(changed) => onChange(deadlines.with(i, changed))}
          onRemove={() => onChange(deadlines.toSpliced(i, 1))}
        />
      ))}
      <div className="row">
        <Button icon="add" onClick={add}>
          {t('rule.add')}
        </Button>
      </div>
    </>
  );
}

interface DeadlineLineProps {
  readonly deadline: DeadlineDraft;
  onChange(deadline: DeadlineDraft): void;
  onRemove(): void;
}

function DeadlineLine({ deadline, onChange, onRemove }: DeadlineLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = (weekday: Weekday) => format.weekday(addCalendarDays(SUNDAY, weekday));
  return (
    <div className="row deadline">
      <Select<Weekday>
        label={t('rule.weekday')}
        options={WEEKDAYS.map((id) => ({ id, label: name(id) }))}
        value={deadline.weekday}
        width={120}
        onChange={(weekday) => onChange({ ...deadline, weekday })}
      />
      <TimeField
        label={t('rule.time')}
        value={deadline.at}
        onChange={(at) => onChange({ ...deadline, at })}
      />
      <span>{t('rule.for')}</span>
      <ToggleButtonGroup
        aria-label={t('rule.serves')}
        className="group"
        selectionMode="multiple"
        selectedKeys={deadline.serves}
        onSelectionChange={(keys) =>
          onChange({ ...deadline, serves: WEEKDAYS.filter((day) => keys.has(day)) })
        }
      >
        {WEEKDAYS.map((day) => (
          <ToggleButton key={day} id={day} className="btn">
            {name(day)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <IconButton look="ghost" icon="close" label={t('rule.remove')} onClick={onRemove} />
    </div>
  );
}
