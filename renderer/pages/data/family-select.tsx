import type { DishFamily, DishSummary } from '../../../electron/api/records.ts';
import { FAMILIES } from '../../format/dish-families.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Select } from '../../ui/select.tsx';
import type { DishCorrections } from './use-dish-corrections.ts';

interface FamilySelectProps {
  readonly dish: DishSummary;
  readonly corrections: DishCorrections;
  /** The dish is worked on. */
  onTouch?(): void;
}

/** The family of a dish, corrected where it stands. */
export function FamilySelect({ dish, corrections, onTouch }: FamilySelectProps) {
  const { t } = useTranslation();
  const families = FAMILIES.map((id) => ({ id, label: t(`dishes.families.${id}`) }));
  return (
    <Select<DishFamily | 'rule'>
      label={t('dishes.familyOf', { name: dish.name })}
      placeholder={t('dishes.familyUnknown')}
      options={dish.byHand ? [{ id: 'rule', label: t('dishes.byRule') }, ...families] : families}
      value={dish.family}
      width={168}
      onChange={(chosen) => {
        // To choose what is already there says nothing new.
        if (corrections.running || chosen === dish.family) return;
        onTouch?.();
        void corrections.setFamily(dish, chosen === 'rule' ? null : chosen);
      }}
    />
  );
}
