import { Link } from 'wouter';
import { useJob } from '../../bridge/use-api.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { InlineError } from './inline-error.tsx';

/** Days whose holidays nobody knows: are they served? The yes lets their orders be approved. */
export function AskServed(props: { readonly dates: readonly string[] }) {
  const { t } = useTranslation();
  const notifyUndoable = useUndoableNotice();
  const confirming = useJob('calendar.confirmDays');
  const [from = '', to = from] = [props.dates[0], props.dates.at(-1)];
  const confirm = async () => {
    const done = await confirming.edit({ from, to });
    if (done) notifyUndoable(t('week.servedConfirmed'), done.edits);
  };
  return (
    <>
      <Link to="/data/calendars" className="status warn" title={t('week.holidaysUnknownHelp')}>
        <Icon name="warning" />
        {t('week.askServed')}
      </Link>
      <Button disabled={confirming.running} onClick={() => void confirm()}>
        {t('week.yesServed')}
      </Button>
      {confirming.error && <InlineError error={confirming.error} />}
    </>
  );
}
