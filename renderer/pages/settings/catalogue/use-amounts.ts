import type { PackContent, PackSize, PortionUnit } from '../../../../electron/api/records.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { AGE_CLASSES, amountText } from './numbers.ts';

const large: Readonly<Partial<Record<PortionUnit, 'kg' | 'l'>>> = { g: 'kg', ml: 'l' };
const THOUSAND = 1_000;

/** Amounts and packs in words. */
export function useAmounts() {
  const { t } = useTranslation();
  const format = useFormat();
  const text = (n: number) => amountText(n, format.language);
  const amount = (n: number, unit: PortionUnit): string => {
    const bigger = large[unit];
    if (bigger && n >= THOUSAND) return t(`provision.amount.${bigger}`, { n: text(n / THOUSAND) });
    return t(`provision.amount.${unit}`, { count: n, n: text(n) });
  };
  const content = (one: PackContent): string =>
    one.type === 'amount'
      ? amount(one.amount, one.unit)
      : AGE_CLASSES.map((age) => (one.portions[age] === null ? '–' : text(one.portions[age]))).join(
          '\u202f/\u202f',
        );
  return {
    amount,
    content,
    /** What it holds and costs stays on one line, after a name that may be long. */
    size: ({ name, content: one, price }: PackSize): string => {
      const held = price === null ? content(one) : `${content(one)}, ${format.unitCost(price)}`;
      return t('provision.packs.size', { name, content: held.replaceAll(' ', '\u00a0') });
    },
  };
}
