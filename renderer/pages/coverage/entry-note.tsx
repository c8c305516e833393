import type { CoverageDay, IsoDate } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { EntryDraft } from './use-entries.ts';

interface EntryNoteProps {
  readonly id: string;
  readonly draft: EntryDraft;
  onSure(): void;
}

/** Why a count is not kept, with what to do; `null` while it is typed. */
export function EntryNote({ id, draft, onSure }: EntryNoteProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { answer } = draft;
  if (answer?.state === 'asked') {
    const [n, low, high] = [answer.served, answer.low, answer.high].map(format.count);
    return (
      <span id={id} className="entry-note asked">
        {t('coverage.unlikely', { n, low, high })}{' '}
        <button type="button" className="link" onClick={onSure}>
          {t('coverage.sure')}
        </button>
      </span>
    );
  }
  if (answer?.state !== 'refused') return null;
  return (
    <span id={id} className="entry-note refused">
      {t(`coverage.refused.${answer.reason}`)}
    </span>
  );
}

/** What is special about a day that has a count or takes one. */
export function useDayWords(today: IsoDate): (day: CoverageDay) => string | null {
  const { t } = useTranslation();
  const format = useFormat();
  return (day) => {
    if (day.file !== null) return t('coverage.fileSays', { n: format.count(day.file) });
    const closed =
      day.closed === 'strike'
        ? t('coverage.states.strike')
        : (day.label ?? t(`closed.${day.closed ?? 'no-service'}`));
    if (day.served !== null && day.closed !== null) return t('coverage.servedThough', { why: closed });
    if (day.served !== null) return null;
    if (day.closed !== null) return closed;
    return day.date > today ? t('coverage.ahead') : null;
  };
}
