import { useState } from 'react';
import { Trans } from 'react-i18next';
import { Link } from 'wouter';
import type { Refusal } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { IconButton } from '../../ui/button.tsx';
import { DialogView } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';

/** Sites that have no order, and the reason of each: a missing row must never look like a forgotten one. */
export function Refused(props: { readonly refused: readonly Refusal[] }) {
  const { refused } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  if (refused.length === 0) return null;
  const sites = new Set(refused.map((refusal) => `${refusal.site} ${refusal.siteKind}`)).size;
  return (
    <>
      <button
        type="button"
        className="status warn link"
        title={t('week.refusedShow')}
        onClick={() => setOpen(true)}
      >
        <Icon name="warning" />
        <span>
          <Trans
            t={t}
            i18nKey="week.refused"
            count={sites}
            values={{ n: format.count(sites) }}
            components={{ b: <b /> }}
          />
        </span>
      </button>
      <DialogView shape="sheet" open={open} labelledBy="refused-title" onClose={() => setOpen(false)}>
        <RefusedList refused={refused} onClose={() => setOpen(false)} />
      </DialogView>
    </>
  );
}

function RefusedList(props: { readonly refused: readonly Refusal[]; onClose(): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <header>
        <Icon name="warning" />
        <div>
          <h2 id="refused-title">{t('week.refusedTitle')}</h2>
          <p>{t('week.refusedHint')}</p>
        </div>
        <span className="push" />
        <IconButton look="ghost" icon="close" label={t('common.close')} onClick={props.onClose} />
      </header>
      <ScrollArea className="sbody" label={t('week.refusedTitle')}>
        <table className="list refusals" aria-labelledby="refused-title">
          <tbody>
            {props.refused.map((refusal) => (
              <tr key={`${refusal.site} ${refusal.siteKind} ${refusal.date} ${refusal.reason}`}>
                <th scope="row">
                  <Link className="link" href={`/data/sites/${refusal.siteId}`}>
                    {refusal.site}
                  </Link>{' '}
                  <span className="mute">{t(`siteKind.${refusal.siteKind}`)}</span>
                </th>
                <td>{refusal.date ? format.dayShort(refusal.date) : t('week.wholeWeek')}</td>
                <td>{refusal.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </>
  );
}
