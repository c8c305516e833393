import type { DishAttributeRecord } from '../../../electron/api/records.ts';
import { useApiQuery, useJob } from '../../bridge/use-api.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { ErrorNotice } from '../../ui/states.tsx';

/** What counts of a dish for annexe I: guessed from its words, corrected once and kept. */
export function DishAttributes({ dish }: { readonly dish: string }) {
  const query = useApiQuery(
    'dishes.attributes',
    { name: dish },
    { keep: (earlier) => earlier.name === dish },
  );
  return <QueryView query={query}>{(records) => <Attributes dish={dish} records={records} />}</QueryView>;
}

interface AttributesProps {
  readonly dish: string;
  readonly records: readonly DishAttributeRecord[];
}

function Attributes({ dish, records }: AttributesProps) {
  const { t } = useTranslation();
  const notifyUndoable = useUndoableNotice();
  const job = useJob('dishes.stateAttribute');
  const state = async ({ attribute }: DishAttributeRecord, has: boolean | null) => {
    const done = await job.edit({ name: dish, attribute, has });
    const way = has === null ? 'auto' : has ? 'yes' : 'no';
    const words = { dish, attribute: t(`balance.attributes.${attribute}`) };
    if (done) notifyUndoable(t(`balance.set.${way}`, words), done.edits);
  };
  return (
    <section className="block" aria-labelledby="dish-attributes">
      <h2 id="dish-attributes">{t('balance.ofDish')}</h2>
      <p className="to-check">{t('balance.ofDishLead')}</p>
      {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
      <ul className="dish-attributes">
        {records.map((record) => (
          <li key={record.attribute}>
            <Attribute record={record} disabled={job.running} onState={(has) => void state(record, has)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface AttributeProps {
  readonly record: DishAttributeRecord;
  readonly disabled: boolean;
  onState(has: boolean | null): void;
}

function Attribute({ record, disabled, onState }: AttributeProps) {
  const { t } = useTranslation();
  const { attribute, guessed, stated } = record;
  const name = t(`balance.attributes.${attribute}`);
  return (
    <>
      <label className="tick">
        <input
          type="checkbox"
          checked={stated ?? guessed ?? false}
          disabled={disabled}
          onChange={(event) => onState(event.target.checked)}
        />
        <span>{name}</span>
      </label>{' '}
      {stated === null ? (
        <span className="mute">{t(guessed === null ? 'balance.unknownDish' : 'balance.guessed')}</span>
      ) : (
        <span className="tag own">
          {t('balance.stated')}
          <button
            type="button"
            className="link"
            disabled={disabled}
            aria-label={t('balance.backOf', { attribute: name })}
            onClick={() => onState(null)}
          >
            {t('balance.back')}
          </button>
        </span>
      )}
    </>
  );
}
