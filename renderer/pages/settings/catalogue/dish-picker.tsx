import { useState } from 'react';
import { ComboBox, Input } from 'react-aria-components';
import type { DishSummary } from '../../../../electron/api/records.ts';
import { useApiQuery } from '../../../bridge/use-api.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { DishOptions } from '../../../ui/dish-options.tsx';
import { findDishes } from '../../data/dish-search.ts';

/** As many as one looks through; more words find the others. */
const FOUND = 20;

interface DishPickerProps {
  readonly label: string;
  /** Keys of dishes that are there already. */
  readonly taken: ReadonlySet<string>;
  onChoose(dish: DishSummary): void;
}

/** Finds a dish of the menus by any of its spellings. */
export function DishPicker({ label, taken, onChoose }: DishPickerProps) {
  const { t } = useTranslation();
  const query = useApiQuery('dishes.list', {}, { keep: () => true });
  const [words, setWords] = useState('');
  // A new search after each choice: emptied in place, its list would open again over the page.
  const [search, setSearch] = useState(0);
  const free = (query.data ?? []).filter(({ key }) => !taken.has(key));
  return (
    <ComboBox
      key={search}
      aria-label={label}
      items={findDishes(free, words).slice(0, FOUND)}
      inputValue={words}
      onInputChange={setWords}
      value={null}
      isDisabled={query.data?.length === 0}
      onChange={(key) => {
        const chosen = free.find((dish) => dish.key === key);
        if (!chosen) return;
        onChoose(chosen);
        setWords('');
        setSearch(search + 1);
      }}
    >
      <Input className="field find-dish" placeholder={t('provision.dishHint', { label })} />
      <DishOptions />
    </ComboBox>
  );
}
