import type { PurchaseOrderLine } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { useCopy } from '../../shell/use-copy.ts';
import { Button } from '../../ui/button.tsx';
import { productLines, written } from './sent-model.ts';

interface CopyOrderProps {
  readonly name: string;
  readonly lines: readonly PurchaseOrderLine[];
}

/** « Copier dans un courriel »: the lines to order as plain text, day by day. It notes nothing as sent. */
export function CopyOrder({ name, lines }: CopyOrderProps) {
  const { t } = useTranslation();
  const { tell } = useShell();
  const textOf = useOrderText();
  const copyText = useCopy();
  const copy = async () => {
    if (await copyText(textOf(lines))) tell(t('orderFile.copied', { name }));
  };
  return (
    <Button icon="copy" aria-label={t('orderFile.copyOf', { name })} onClick={() => void copy()}>
      {t('orderFile.copy')}
    </Button>
  );
}

/** « Jeudi 17 décembre », and under it « 12 × sac de 5 kg : Carottes râpées ». */
function useOrderText(): (lines: readonly PurchaseOrderLine[]) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (lines) =>
    [...Map.groupBy(lines, ({ date }) => date)]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([date, own]) => {
        const products = productLines(own).map((line) =>
          t('orderFile.copyLine', {
            amount: format.amount(written(line.quantity, line)),
            unit: line.size ?? t(`orderFile.unit.${line.unit}`),
            dish: line.dish,
          }),
        );
        return [format.dayFull(date), ...products].join('\n');
      })
      .join('\n\n');
}
