import { useEffect, useRef } from 'react';
import type {
  AgeClass,
  DishPortionRecord,
  FoodRecord,
  FoodScope,
  Portion,
  PortionUnit,
} from '../../../../electron/api/records.ts';
import { useNewest } from '../../../bridge/use-newest.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { Select } from '../../../ui/select.tsx';
import { TermHelp } from '../../../ui/term-help.tsx';
import { FactorNote, useUsual } from './factor-note.tsx';
import { NumberCell } from './number-cell.tsx';
import { AGE_CLASSES, amountText, UNITS } from './numbers.ts';
import type { CatalogueEdits } from './use-catalogue.ts';

export function PortionHead() {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t('provision.portions.food')}</th>
        <th scope="col">{t('provision.unit')}</th>
        {AGE_CLASSES.map((age) => (
          <th key={age} scope="col" className="r">
            {t(`provision.classes.${age}`)}
          </th>
        ))}
        <th scope="col" className="r">
          {t('provision.portions.factor')} <TermHelp name="purchaseFactor" />
        </th>
        <th scope="col">{t('provision.portions.source')}</th>
        <th scope="col">
          <span className="sr">{t('provision.portions.reset')}</span>
        </th>
      </tr>
    </thead>
  );
}

interface CellsProps {
  readonly scope: FoodScope;
  readonly name: string;
  readonly portion: Portion;
  /** What counts where its own factor is empty. */
  readonly usual: string;
  readonly edits: CatalogueEdits;
}

/** The unit, the amounts and the purchase factor of one portion. */
function Cells({ scope, name, portion, usual, edits }: CellsProps) {
  const { t } = useTranslation();
  const change = useNewest<Portion, boolean>(portion, async (next, taken) => {
    const entry = { type: 'portion' as const, rule: { scope, portion: next } };
    return (await edits.save([scope.type === 'dish' ? { ...entry, name } : entry], name, taken)) !== null;
  });
  const save = (part: Partial<Portion>) => change((before) => ({ ...before, ...part }));
  const saveAmount = (age: AgeClass) => (amount: number | null) =>
    change((before) => ({ ...before, amounts: { ...before.amounts, [age]: amount } }));
  return (
    <>
      <td>
        <Select<PortionUnit>
          label={t('provision.of', { what: t('provision.unit'), name })}
          options={UNITS.map((id) => ({ id, label: t(`provision.units.${id}`) }))}
          value={portion.unit}
          width={92}
          onChange={(unit) => {
            // Pieces are bought as they are counted: their factor goes with their weight.
            const factor = unit === 'piece' ? { purchaseFactor: null } : {};
            if (unit !== portion.unit) void save({ unit, ...factor });
          }}
        />
      </td>
      {AGE_CLASSES.map((age) => (
        <td key={age} className="r">
          <NumberCell
            label={t('provision.of', { what: t(`provision.classes.${age}`), name })}
            column={age}
            value={portion.amounts[age]}
            mayBeEmpty
            onSave={saveAmount(age)}
          />
        </td>
      ))}
      <td className="r">
        {portion.unit === 'piece' && portion.purchaseFactor === null ? (
          <span className="mute">–</span>
        ) : (
          <NumberCell
            label={t('provision.of', { what: t('provision.portions.factor'), name })}
            column="factor"
            value={portion.purchaseFactor}
            mayBeEmpty
            placeholder={usual}
            onSave={(purchaseFactor) => save({ purchaseFactor })}
          />
        )}
      </td>
    </>
  );
}

export function FoodPortionRow({
  food,
  edits,
}: {
  readonly food: FoodRecord;
  readonly edits: CatalogueEdits;
}) {
  const { t } = useTranslation();
  const { name, said } = food;
  const usual = useUsual(food.usualFactors.map(({ factor }) => factor));
  const scope = { type: 'food', food: food.food } as const;
  return (
    <tr>
      <th scope="row" className="cut" title={name}>
        {name}
      </th>
      <Cells scope={scope} name={name} portion={food.portion} usual={usual} edits={edits} />
      <td className="source-notes">
        {said === null ? <DefaultSource food={food} /> : <StoredDecision imported={said === 'imported'} />}
        <VariantNotes food={food} />
        <FactorNote {...food} usualFactor={null} />
      </td>
      <td className="r">
        {said === null && food.unverified.length > 0 && (
          <Button
            look="ghost"
            icon="done"
            disabled={edits.running}
            aria-label={t('provision.of', { what: t('provision.portions.confirm'), name })}
            onClick={() =>
              void edits.save([{ type: 'portion', rule: { scope, portion: food.portion } }], name)
            }
          >
            {t('provision.portions.confirm')}
          </Button>
        )}
        {said !== null && (
          <Button
            look="ghost"
            icon="undo"
            disabled={edits.running}
            aria-label={t('provision.of', { what: t('provision.portions.reset'), name })}
            onClick={() => void edits.remove([{ type: 'portion', scope }], name)}
          >
            {t('provision.portions.reset')}
          </Button>
        )}
      </td>
    </tr>
  );
}

function StoredDecision({ imported }: { readonly imported: boolean }) {
  const { t } = useTranslation();
  return <span className="tag own">{t(imported ? 'provision.imported' : 'provision.byHand')}</span>;
}

/** Where a default was read, and which part of it nobody has checked. */
function DefaultSource({ food }: { readonly food: FoodRecord }) {
  const { t } = useTranslation();
  const { source, unverified } = food;
  const check = source === 'usual' ? 'all' : 'adults';
  return (
    <span className="sources">
      <span>{t(`provision.sources.${source}`)}</span>
      {unverified.length > 0 && (
        <span className="tag warn">
          <Icon name="warning" small />
          {t(`provision.toCheck.${check}`)}
        </span>
      )}
    </span>
  );
}

/** The finer defaults of annexe II, and what a piece weighs raw. */
function VariantNotes({ food }: { readonly food: FoodRecord }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { variants, rawPiece, portion } = food;
  const amounts = (own: Portion) =>
    AGE_CLASSES.map((age) => amountText(own.amounts[age], language)).join(' / ');
  return (
    <>
      {rawPiece !== null && portion.unit === 'piece' && (
        <span className="sources mute">{t('provision.rawPiece', { n: amountText(rawPiece, language) })}</span>
      )}
      {variants.map(({ name, portion: own }) => (
        <span key={name} className="sources mute">
          {t('provision.variant', { name, amounts: amounts(own), unit: own.unit })}
        </span>
      ))}
    </>
  );
}

interface DishRowProps {
  readonly dish: DishPortionRecord;
  /** Chosen, without a portion yet. */
  readonly isNew: boolean;
  readonly edits: CatalogueEdits;
  onDrop(): void;
}

export function DishPortionRow({ dish, isNew, edits, onDrop }: DishRowProps) {
  const { t } = useTranslation();
  const { scope, name, portion, imported } = dish;
  const usual = useUsual(dish.usualFactor === null ? [] : [dish.usualFactor]);
  const row = useRef<HTMLTableRowElement>(null);
  // Whoever chose a dish goes on with its first amount.
  useEffect(() => {
    if (isNew) row.current?.querySelector<HTMLInputElement>('[data-column="M"]')?.focus();
  }, [isNew]);
  const remove = async () => {
    if (isNew) onDrop();
    else await edits.remove([{ type: 'portion', scope }], name);
  };
  return (
    <tr ref={row}>
      <th scope="row" className="cut" title={name}>
        {name}
      </th>
      <Cells scope={scope} name={name} portion={portion} usual={usual} edits={edits} />
      <td className="source-notes">
        {isNew ? (
          <span className="mute">{t('provision.portions.fillIn')}</span>
        ) : (
          <StoredDecision imported={imported} />
        )}
        {!isNew && <FactorNote {...dish} usualFactors={[]} />}
      </td>
      <td className="r">
        <Button
          look="ghost"
          icon="close"
          disabled={edits.running}
          aria-label={t('provision.of', { what: t('provision.remove'), name })}
          onClick={() => void remove()}
        >
          {t('provision.remove')}
        </Button>
      </td>
    </tr>
  );
}
