import {
  Apple,
  Beef,
  CakeSlice,
  Carrot,
  Cheese,
  CircleDashed,
  Croissant,
  Drumstick,
  Egg,
  Fish,
  Ham,
  type LucideIcon,
  Milk,
  Pipette,
  Pizza,
  Salad,
  Soup,
  StickyNote,
  Vegan,
  Wheat,
} from 'lucide-react';
import type { DishFamily } from '../../electron/api/records.ts';
import { useTranslation } from '../i18n/use-translation.ts';

const MARKS: Record<DishFamily, LucideIcon> = {
  'raw-vegetable': Salad,
  soup: Soup,
  'savoury-pastry': Pizza,
  'red-meat': Beef,
  pork: Ham,
  poultry: Drumstick,
  fish: Fish,
  egg: Egg,
  vegetarian: Vegan,
  starch: Wheat,
  vegetable: Carrot,
  cheese: Cheese,
  dairy: Milk,
  fruit: Apple,
  pastry: CakeSlice,
  bread: Croissant,
  condiment: Pipette,
  note: StickyNote,
};

/** The family of a dish as a drawing, with its word for those who hear it or rest the pointer on it. */
export function FamilyMark({ family }: { readonly family: DishFamily | null }) {
  const { t } = useTranslation();
  const Shape = family === null ? CircleDashed : MARKS[family];
  const word = family === null ? t('dishes.familyUnknown') : t(`dishes.families.${family}`);
  return (
    <span className="family" title={word}>
      <Shape className="i s" aria-hidden="true" />
      <span className="sr">{word}</span>
    </span>
  );
}

/** The drawing with its word beside it. */
export function FamilyWord({ family }: { readonly family: DishFamily | null }) {
  const { t } = useTranslation();
  const Shape = family === null ? CircleDashed : MARKS[family];
  return (
    <span className="tag">
      <Shape className="i s" aria-hidden="true" />
      {family === null ? t('dishes.familyUnknown') : t(`dishes.families.${family}`)}
    </span>
  );
}
