import { useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Catalogue, FoodScope, PortionUnit } from '../../../../electron/api/records.ts';
import { useApiQuery } from '../../../bridge/use-api.ts';
import { foldForSearch } from '../../../format/fold.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import type { PackFields } from './pack-draft.ts';

/** As many as one looks through; more words find the others. */
const FOUND = 60;

interface Scoped {
  readonly id: string;
  readonly name: string;
  readonly scope: FoodScope;
  /** What its portion is counted in, where that is known. */
  readonly unit: PortionUnit | null;
  readonly taken: boolean;
}

/** Foods first, then the dishes of the menus. */
function useScopes({ foods, dishes, packs }: Catalogue): readonly Scoped[] {
  const query = useApiQuery('dishes.list', {}, { keep: () => true });
  const taken = new Set(packs.map(({ scope }) => JSON.stringify(scope)));
  const said = new Map(dishes.map(({ scope, portion }) => [scope.key, portion.unit]));
  const scoped = (scope: FoodScope, name: string, unit: PortionUnit | null): Scoped => {
    const id = JSON.stringify(scope);
    return { id, name, scope, unit, taken: taken.has(id) };
  };
  return [
    ...foods.map(({ food, name, portion }) => scoped({ type: 'food', food }, name, portion.unit)),
    ...(query.data ?? []).map(({ key, name }) => scoped({ type: 'dish', key }, name, said.get(key) ?? null)),
  ].filter((one) => !one.taken);
}

interface ScopeFieldProps {
  readonly fields: PackFields;
  readonly catalogue: Catalogue;
  readonly wrong: boolean;
  onChange(part: Partial<PackFields>): void;
}

/** What the packs are for: a food, or one dish. */
export function ScopeField({ fields, catalogue, wrong, onChange }: ScopeFieldProps) {
  const { t } = useTranslation();
  const scopes = useScopes(catalogue);
  const [words, setWords] = useState(fields.name);
  const wanted = foldForSearch(words === fields.name ? '' : words);
  const found = scopes.filter(({ name }) => foldForSearch(name).includes(wanted)).slice(0, FOUND);
  return (
    <ComboBox
      className="line"
      items={found}
      inputValue={words}
      onInputChange={setWords}
      menuTrigger="focus"
      value={fields.scope && JSON.stringify(fields.scope)}
      isInvalid={wrong}
      onChange={(key) => {
        const chosen = scopes.find(({ id }) => id === key);
        if (!chosen) return;
        setWords(chosen.name);
        onChange({ scope: chosen.scope, name: chosen.name, ...(chosen.unit ? { unit: chosen.unit } : {}) });
      }}
    >
      <Label>{t('provision.packs.for')}</Label>
      <Input className="field" placeholder={t('provision.packs.forHint')} />
      <Popover className="pop">
        <ListBox<Scoped>>
          {({ id, name, scope }) => (
            <ListBoxItem id={id} textValue={name}>
              {name}
              <span className="mute push">{t(`provision.scopes.${scope.type}`)}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
