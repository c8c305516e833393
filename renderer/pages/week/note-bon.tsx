import { useState } from 'react';
import { useApiQuery } from '../../bridge/use-api.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useNow } from './deadline-line.tsx';
import { SendingForm } from './sending-form.tsx';

interface NoteBonProps {
  readonly name: string;
  onNote(sentAt: string): Promise<void>;
}

/** « Noter comme envoyé… »: the purchase order of one supplier, however it was passed on. */
export function NoteBon({ name, onNote }: NoteBonProps) {
  const { t } = useTranslation();
  const state = useApiQuery('app.state', {});
  const now = useNow(state.data?.today ?? '');
  const [open, setOpen] = useState(false);
  if (!state.data) return null;
  return (
    <>
      <button
        type="button"
        className="link"
        aria-expanded={open}
        aria-label={t('sending.openBonOf', { name })}
        onClick={() => setOpen(!open)}
      >
        {t('sending.openBon')}
      </button>
      {open && (
        <SendingForm
          recipient={null}
          now={now}
          hint={t('sending.hintBon')}
          onSubmit={({ sentAt }) => {
            setOpen(false);
            void onNote(sentAt);
          }}
          onEscape={() => setOpen(false)}
        />
      )}
    </>
  );
}
