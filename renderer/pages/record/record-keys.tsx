import { useTranslation } from '../../i18n/use-translation.ts';

type RecordKey = 'enter' | 'tab' | 'equal' | 'dishes' | 'paste' | 'marks' | 'escape' | 'undo';

/** What the keys do, below what is typed. */
export function RecordKeys({ keys }: { readonly keys: readonly RecordKey[] }) {
  const { t } = useTranslation();
  return (
    <p className="keys record-keys">
      {keys.map((key) => (
        <span key={key}>
          <kbd>{t(`record.keys.${key}.key`)}</kbd> {t(`record.keys.${key}.does`)}
        </span>
      ))}
    </p>
  );
}
