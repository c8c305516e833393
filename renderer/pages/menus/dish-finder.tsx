import { useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useLocation } from 'wouter';
import type { DishSummary } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { findDishes } from '../data/dish-search.ts';

/** As many as one looks through; more words find the others. */
const FOUND = 20;

/** Finds a dish in the menus of all months, and opens its page. */
export function DishFinder() {
  const { t } = useTranslation();
  const format = useFormat();
  const [, go] = useLocation();
  const [words, setWords] = useState('');
  const dishes = useApiQuery('dishes.list', {}, { keep: () => true }).data ?? [];
  const found = findDishes(dishes, words).slice(0, FOUND);
  return (
    <ComboBox
      aria-label={t('menus.findLabel')}
      items={found}
      inputValue={words}
      onInputChange={setWords}
      value={null}
      onChange={(key) => {
        if (key !== null) go(`/menus/dish/${encodeURIComponent(String(key))}`);
      }}
    >
      <Input className="field find-dish" placeholder={t('menus.find')} />
      <Popover className="pop">
        <ListBox<DishSummary>>
          {(dish) => (
            <ListBoxItem id={dish.key} textValue={dish.name}>
              {dish.name}
              <span className="mute num push">{format.count(dish.times)}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
