import { useState } from 'react';
import { ComboBox, Input } from 'react-aria-components';
import type { DishSummary } from '../../../electron/api/records.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { DishOptions } from '../../ui/dish-options.tsx';
import { findDishes } from './dish-search.ts';
import type { DishCorrections } from './use-dish-corrections.ts';

interface DishDetailsProps {
  readonly dish: DishSummary;
  readonly all: readonly DishSummary[];
  readonly corrections: DishCorrections;
  onTouch(key: string): void;
}

/** The names of a dish: as written, those said to be it, and a way to say that it is another. */
export function DishDetails({ dish, all, corrections, onTouch }: DishDetailsProps) {
  const { t } = useTranslation();
  return (
    <dl>
      <dt>{t('dishes.written')}</dt>
      <dd>{dish.spellings.join(' · ')}</dd>
      {dish.merged.length > 0 && (
        <>
          <dt>{t('dishes.merged')}</dt>
          <dd className="row">
            {dish.merged.map((one) => (
              <Button
                key={one.key}
                aria-label={t('dishes.separateLabel', { name: one.name })}
                onClick={() => {
                  if (corrections.running) return;
                  onTouch(dish.key);
                  void corrections.separate(one);
                }}
              >
                {one.name} <span className="mute">{t('dishes.separate')}</span>
              </Button>
            ))}
          </dd>
        </>
      )}
      <dt>{t('dishes.same')}</dt>
      <dd>
        <DishSearch
          dishes={all.filter(({ key }) => key !== dish.key)}
          onChoose={(other) => {
            if (corrections.running) return;
            onTouch(other.key);
            void corrections.join(dish, other);
          }}
        />
      </dd>
    </dl>
  );
}

/** As many as one looks through; more words find the others. */
const FOUND = 20;

interface DishSearchProps {
  readonly dishes: readonly DishSummary[];
  onChoose(dish: DishSummary): void;
}

function DishSearch({ dishes, onChoose }: DishSearchProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const found = findDishes(dishes, words).slice(0, FOUND);
  return (
    <ComboBox
      aria-label={t('dishes.same')}
      items={found}
      inputValue={words}
      onInputChange={setWords}
      value={null}
      onChange={(key) => {
        const chosen = dishes.find((dish) => dish.key === key);
        if (chosen) onChoose(chosen);
      }}
    >
      <Input className="field find-dish" placeholder={t('dishes.sameHint')} />
      <DishOptions />
    </ComboBox>
  );
}
