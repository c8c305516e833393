import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input } from '../../../electron/api/contract.ts';
import type { IsoDate, WeighingCampaign } from '../../../electron/api/records.ts';
import { apiErrorOf } from '../../bridge/failure.ts';
import { useEditCall } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { type MassField, type MealField, readMeals, readWeight, recordedOf } from './weighing-model.ts';

/** What is said of a field: why it is not kept, or that somebody should look again. */
export interface WeightNote {
  readonly severity: 'refused' | 'check';
  readonly message: string;
  readonly remedy: string;
}

export interface WeightDraft {
  readonly text: string;
  readonly note: WeightNote | null;
  /** It is kept; it stands here until the page has read it again. */
  readonly saved: boolean;
}

export type Field = MealField | MassField;
export const fieldName = (field: Field): string =>
  typeof field === 'string' ? field : `${field.source}.${field.part}`;
export const weightKey = (date: IsoDate, field: Field): string => `${date} ${fieldName(field)}`;

type DayInput = Omit<Input<'weighings.saveDay'>, 'campaignId' | 'date'>;

export interface Weights {
  readonly drafts: ReadonlyMap<string, WeightDraft>;
  readonly notes: ReadonlyMap<string, WeightNote>;
  change(date: IsoDate, field: Field, text: string): void;
  forget(date: IsoDate, field: Field): void;
  /** Keeps what was typed in a field. */
  keep(date: IsoDate, field: Field): void;
  /** Keeps what was made elsewhere of a field; resolves to why it was refused, to `null` where it is kept. */
  save(date: IsoDate, field: Field, input: DayInput): Promise<WeightNote | null>;
}

/** Meals and weights typed into the campaign's table, each kept when one leaves its field. */
export function useWeights(campaign: WeighingCampaign): Weights {
  const { t } = useTranslation();
  const format = useFormat();
  const call = useEditCall();
  const notifyUndoable = useUndoableNotice();
  const [drafts, setDrafts] = useState<ReadonlyMap<string, WeightDraft>>(new Map());
  const [said, setSaid] = useState<ReadonlyMap<string, KeptNote>>(new Map());
  const latest = useRef(drafts);
  const put = useCallback((key: string, draft: WeightDraft | null) => {
    const next = new Map(latest.current);
    if (draft) next.set(key, draft);
    else next.delete(key);
    latest.current = next;
    setDrafts(next);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is on record was read again.
  useEffect(() => {
    latest.current = new Map([...latest.current].filter(([, { saved }]) => !saved));
    setDrafts(latest.current);
  }, [campaign]);
  const { id } = campaign;
  const save = useCallback(
    async (date: IsoDate, field: Field, input: DayInput) => {
      const key = weightKey(date, field);
      const text = latest.current.get(key)?.text;
      try {
        const { output, edits } = await call('weighings.saveDay', { campaignId: id, date, ...input });
        const found = output.findings.find((finding) => finding.field === fieldName(field));
        const value = valueOfInput(input);
        setSaid((now) => {
          const next = new Map(now);
          next.delete(key);
          if (found?.severity === 'check') next.set(key, { ...found, date, field, value });
          return next;
        });
        if (found?.severity === 'refused') {
          if (text !== undefined) put(key, { text, note: found, saved: false });
          return found;
        }
        if (text !== undefined && latest.current.get(key)?.text === text) {
          put(key, { text, note: null, saved: true });
        }
        notifyUndoable(t('weighing.kept', { day: format.day(date) }), edits);
        return null;
      } catch (thrown) {
        const { message, remedy } = apiErrorOf(thrown);
        const note: WeightNote = { severity: 'refused', message, remedy };
        if (text !== undefined) put(key, { text, note, saved: false });
        return note;
      }
    },
    [call, format, id, notifyUndoable, put, t],
  );
  const keep = useCallback(
    (date: IsoDate, field: Field) => {
      const key = weightKey(date, field);
      const draft = latest.current.get(key);
      if (!draft || draft.note || draft.saved) return;
      const read = inputOf(field, draft.text);
      if (typeof read === 'string') {
        const words = {
          message: t(`weighing.wrong.${read}`, { text: draft.text.trim() }),
          remedy: t(`weighing.remedy.${read}`),
        };
        put(key, { ...draft, note: { severity: 'refused', ...words } });
      } else void save(date, field, read);
    },
    [put, save, t],
  );
  // What was said of a value holds as long as it stands: undo takes both away.
  const notes = new Map(
    [...said].filter(([, { date, field, value }]) => recordedOf(campaign, date, field) === value),
  );
  return {
    drafts,
    notes,
    keep,
    save,
    change: (date, field, text) => put(weightKey(date, field), { text, note: null, saved: false }),
    forget: (date, field) => put(weightKey(date, field), null),
  };
}

interface KeptNote extends WeightNote {
  readonly date: IsoDate;
  readonly field: Field;
  readonly value: number | null;
}

/** The one value that an input is about. */
function valueOfInput({ masses, ...meals }: DayInput): number | null {
  const [mass] = masses ?? [];
  if (mass) return mass.gross === null ? null : mass.gross - (mass.tare ?? 0);
  return Object.values(meals)[0] ?? null;
}

/** What is to be kept of a field's text, or what is wrong with it. */
function inputOf(field: Field, text: string): DayInput | 'not-a-weight' | 'negative' | 'not-meals' {
  if (typeof field === 'string') {
    const meals = readMeals(text);
    if (meals === 'not-meals' || meals === 'negative') return meals;
    return { [field]: meals === 'empty' ? null : meals };
  }
  const weight = readWeight(text);
  if (weight === 'not-a-weight' || weight === 'negative') return weight;
  return { masses: [weight === 'empty' ? { ...field, gross: null } : { ...field, ...weight }] };
}
