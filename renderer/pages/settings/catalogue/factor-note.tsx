import type { DishPortionRecord, FoodRecord } from '../../../../electron/api/records.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { Icon } from '../../../ui/icons.tsx';
import { amountText } from './numbers.ts';

/** The default factors of a food as its empty cell shows them: “0,35–0,4”. */
export function useUsual(factors: readonly number[]): string {
  const language = useLanguage();
  if (factors.length === 0) return '';
  const [least, most] = [Math.min(...factors), Math.max(...factors)];
  return [...new Set([least, most])].map((factor) => amountText(factor, language)).join('–');
}

type Noted = Pick<FoodRecord, 'portion' | 'usualFactors' | 'factorUnknown' | 'factorQuestion'> &
  Pick<DishPortionRecord, 'usualFactor'>;

/** What is to be known of a purchase factor: the defaults that count without one, that it is unknown, or a question. */
export function FactorNote({ portion, usualFactors, usualFactor, factorUnknown, factorQuestion }: Noted) {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = (factor: number) => amountText(factor, language);
  if (factorQuestion !== null) {
    const factor = number(portion.purchaseFactor ?? 1);
    return <Check words={t(`provision.factor.${factorQuestion}`, { factor })} />;
  }
  if (portion.purchaseFactor !== null || portion.unit === 'piece') return null;
  if (usualFactors.length > 1) {
    const factors = usualFactors.map(({ name, factor }) => `${name} ${number(factor)}`).join(', ');
    return <Check words={t('provision.factor.usual', { factors })} />;
  }
  const usual = usualFactors[0]?.factor ?? usualFactor;
  if (usual !== null) return <Check words={t('provision.factor.usual', { factors: number(usual) })} />;
  return factorUnknown ? <Check words={t('provision.factor.unknown')} /> : null;
}

function Check({ words }: { readonly words: string }) {
  return (
    <span className="sources">
      <span className="tag warn">
        <Icon name="warning" small />
        {words}
      </span>
    </span>
  );
}
