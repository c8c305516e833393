import { useState } from 'react';
import type { Catalogue, DishPortionRecord, FoodRecord } from '../../../../electron/api/records.ts';
import { foldForSearch } from '../../../format/fold.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { ErrorNotice } from '../../../ui/states.tsx';
import { TermHelp } from '../../../ui/term-help.tsx';
import { DishPicker } from './dish-picker.tsx';
import { ExportList } from './export-list.tsx';
import { DishPortionRow, FoodPortionRow, PortionHead } from './portion-rows.tsx';
import { type CatalogueEdits, useCatalogue, useCatalogueEdits } from './use-catalogue.ts';

type Filter = 'all' | 'said' | 'unverified';
const FILTERS: readonly Filter[] = ['all', 'said', 'unverified'];

/** A default portion that nobody here has confirmed. */
const isUnconfirmed = ({ said, unverified }: FoodRecord) => said === null && unverified.length > 0;

/** A portion or a purchase factor that nobody here has checked. */
const needsCheck = (food: FoodRecord) =>
  isUnconfirmed(food) ||
  (food.portion.purchaseFactor === null && food.usualFactors.length > 0) ||
  food.factorQuestion !== null;

const passes: Record<Filter, (food: FoodRecord) => boolean> = {
  all: () => true,
  said: ({ said }) => said !== null,
  unverified: needsCheck,
};

/** What one guest of each class is served: the defaults with their sources, changed in place. */
export function Portions() {
  const query = useCatalogue();
  return <QueryView query={query}>{(catalogue) => <PortionList catalogue={catalogue} />}</QueryView>;
}

interface ConfirmAllProps {
  readonly foods: readonly FoodRecord[];
  readonly edits: CatalogueEdits;
}

/** « Tout confirmer »: the default portions that are shown and that nobody here has confirmed, as one edit. */
function ConfirmAll({ foods, edits }: ConfirmAllProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const open = foods.filter(isUnconfirmed);
  if (open.length < 2) return null;
  const words = t('provision.portions.confirmAll', { n: format.count(open.length) });
  const confirm = () =>
    edits.save(
      open.map(({ food, portion }) => ({
        type: 'portion',
        rule: { scope: { type: 'food', food }, portion },
      })),
      t('provision.portions.confirmed', { n: format.count(open.length) }),
    );
  return (
    <Button icon="done" disabled={edits.running} onClick={() => void confirm()}>
      {words}
    </Button>
  );
}

/** A dish that was chosen and has no portion yet. */
const blank = (key: string, name: string): DishPortionRecord => ({
  scope: { type: 'dish', key },
  name,
  imported: false,
  portion: { unit: 'g', amounts: { M: null, E: null, C: null, A: null }, purchaseFactor: null },
  usualFactor: null,
  factorUnknown: false,
  factorQuestion: null,
});

function PortionList({ catalogue }: { readonly catalogue: Catalogue }) {
  const { t } = useTranslation();
  const format = useFormat();
  const edits = useCatalogueEdits();
  const [words, setWords] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const [added, setAdded] = useState<readonly DishPortionRecord[]>([]);
  const wanted = foldForSearch(words);
  const named = ({ name }: { readonly name: string }) => foldForSearch(name).includes(wanted);
  const foods = catalogue.foods.filter((food) => named(food) && passes[filter](food));
  const said = new Set(catalogue.dishes.map(({ scope }) => scope.key));
  const drafts = added.filter(({ scope }) => !said.has(scope.key));
  const dishes = filter === 'unverified' ? [] : [...drafts, ...catalogue.dishes].filter(named);
  const count = foods.length + dishes.length;
  return (
    <div className="blocks">
      <section className="block">
        <h2>
          <b id="portions">{t('provision.portions.title')}</b> <TermHelp name="portion" />{' '}
          <span role="status">{t('provision.portions.count', { count, n: format.count(count) })}</span>
        </h2>
        <p className="about">{t('provision.portions.lead')}</p>
        <div className="row">
          <input
            type="search"
            className="field find-dish"
            placeholder={t('provision.portions.find')}
            aria-label={t('provision.portions.find')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <Choice<Filter>
            label={t('dishes.show')}
            options={FILTERS.map((id) => ({ id, label: t(`provision.portions.filters.${id}`) }))}
            value={filter}
            onChange={setFilter}
          />
          <span className="push" />
          <ConfirmAll foods={foods} edits={edits} />
          <ExportList kind="portions" />
          <DishPicker
            label={t('provision.portions.addDish')}
            taken={said}
            onChoose={({ key, name }) => setAdded([blank(key, name), ...added])}
          />
        </div>
        {edits.error && <ErrorNotice error={edits.error} onClose={edits.reset} />}
        {count > 0 ? (
          <table className="list edit" aria-labelledby="portions">
            <PortionHead />
            <tbody>
              {dishes.map((dish) => (
                <DishPortionRow
                  key={dish.scope.key}
                  dish={dish}
                  isNew={drafts.includes(dish)}
                  edits={edits}
                  onDrop={() => setAdded(added.filter((one) => one !== dish))}
                />
              ))}
              {foods.map((food) => (
                <FoodPortionRow key={food.food} food={food} edits={edits} />
              ))}
            </tbody>
          </table>
        ) : (
          <p className="mute">{t('provision.portions.notFound')}</p>
        )}
      </section>
    </div>
  );
}
