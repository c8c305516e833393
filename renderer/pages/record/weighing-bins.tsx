import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import type { IsoDate, Tare, WeighedBin, WeighingCampaign } from '../../../electron/api/records.ts';
import { useApiQuery, useJob, useReadAgain } from '../../bridge/use-api.ts';
import { useNewest } from '../../bridge/use-newest.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button } from '../../ui/button.tsx';
import { useFieldKeys } from '../coverage/field-keys.ts';
import type { WeightNote, Weights } from './use-weights.ts';
import { kilos, type MassField, massOf, readWeight, weighedDayOf } from './weighing-model.ts';

interface BinsProps {
  readonly campaign: WeighingCampaign;
  readonly date: IsoDate;
  readonly field: MassField;
  readonly weights: Weights;
}

/** The containers of one weight: tare and gross make the net. */
export function WeighingBins({ campaign, date, field, weights }: BinsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const tares = useApiQuery('weighings.tares', {}).data ?? [];
  const mass = massOf(weighedDayOf(campaign, date), field);
  const bins = mass?.bins ?? [];
  const names = [...new Set([...tares.map(({ name }) => name), ...bins.map(({ name }) => name)])];
  const onKeyDown = useFieldKeys(() => false);
  const kilo = (grams: number) => kilos(grams, format.language);
  const [refused, setRefused] = useState<{ readonly name: string; readonly note: WeightNote } | null>(null);
  const readAgain = useReadAgain();
  const change = useNewest(bins, async (next, taken) => {
    const sum = (of: 'gross' | 'tare') => next.reduce((grams, bin) => grams + bin[of], 0);
    const weight = next.length === 0 ? { gross: null } : { gross: sum('gross'), tare: sum('tare') };
    const note = await weights.save(date, field, { masses: [{ ...field, ...weight, bins: next }] });
    if (note === null) {
      taken();
      await readAgain();
    }
    return note;
  });
  const keep = async (changed: WeighedBin | null, name: string) => {
    const note = await change((before) => [
      ...before.filter((bin) => bin.name !== name),
      ...(changed === null ? [] : [changed]),
    ]);
    setRefused((before) => (note ? { name, note } : before?.name === name ? null : before));
  };
  return (
    <section>
      <table className="bins">
        <thead>
          <tr>
            <th scope="col">{t('weighing.container')}</th>
            <th scope="col">{t('weighing.tare')}</th>
            <th scope="col">{t('weighing.gross')}</th>
            <th scope="col">{t('weighing.net')}</th>
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {names.map((name, index) => {
            const bin = bins.find((one) => one.name === name);
            const tare = bin?.tare ?? tares.find((one) => one.name === name)?.grams ?? 0;
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="mute">{kilo(tare)}</td>
                <td>
                  <GrossField
                    label={t('weighing.grossOf', { name })}
                    place={`${index}-0`}
                    kept={bin === undefined ? '' : kilo(bin.gross)}
                    refused={refused?.name === name}
                    onForget={() => setRefused(null)}
                    onKeep={(gross) => void keep(gross === null ? null : { name, tare, gross }, name)}
                  />
                </td>
                <td>{bin === undefined ? '' : kilo(bin.gross - bin.tare)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('weighing.netTotal')}
            </th>
            <td>{mass === undefined ? '–' : kilo(mass.net)}</td>
          </tr>
        </tfoot>
      </table>
      {refused && (
        <p className="wrong" role="alert">
          <b>{refused.name}</b> {refused.note.message} {refused.note.remedy}
        </p>
      )}
      <AddTare tares={tares} />
    </section>
  );
}

interface GrossFieldProps {
  readonly label: string;
  readonly place: string;
  readonly kept: string;
  readonly refused: boolean;
  onKeep(grams: number | null): void;
  /** What was refused is given up. */
  onForget(): void;
}

function GrossField({ label, place, kept, refused, onKeep, onForget }: GrossFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const sent = useRef<string | null>(null);
  const put = (text: string | null) => {
    setDraft(text);
    sent.current = null;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another value was kept, here or by undo.
  useEffect(() => put(null), [kept]);
  const text = draft ?? kept;
  const read = readWeight(text);
  const wrong = typeof read === 'string' && read !== 'empty';
  const giveUp = () => {
    put(null);
    if (refused) onForget();
  };
  const keep = () => {
    if (text === kept || text === sent.current || wrong) return;
    sent.current = text;
    onKeep(typeof read === 'string' ? null : read.gross - read.tare);
  };
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      className="field num"
      aria-label={label}
      data-place={place}
      aria-invalid={wrong || refused}
      value={text}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => put(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Escape') giveUp();
        // While something is being typed, undo is the field's own.
        else if (draft !== null && (event.ctrlKey || event.metaKey)) event.stopPropagation();
      }}
    />
  );
}

function AddTare({ tares }: { readonly tares: readonly Tare[] }) {
  const { t } = useTranslation();
  const job = useJob('weighings.saveTares');
  const notice = useUndoableNotice();
  const [name, setName] = useState('');
  const [weight, setWeight] = useState('');
  const read = readWeight(weight);
  const grams = typeof read === 'string' ? null : read.gross - read.tare;
  const known = tares.some(
    (tare) => tare.name.localeCompare(name.trim(), undefined, { sensitivity: 'base' }) === 0,
  );
  const ready = name.trim() !== '' && grams !== null && grams > 0 && grams <= 100_000 && !known;
  // The list is kept as a whole.
  const change = useNewest(tares, (next, taken) => job.edit({ tares: next }, taken));
  const field = useRef<HTMLInputElement>(null);
  const add = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!ready) return;
    const one = { name: name.trim(), grams };
    setName('');
    setWeight('');
    field.current?.focus();
    const done = await change((before) => [...before, one]);
    if (done) return notice(t('weighing.tareAdded', { name: one.name }), done.edits);
    setName((typed) => typed || one.name);
    setWeight((typed) => typed || weight);
  };
  return (
    <form className="row addtare" onSubmit={(event) => void add(event)}>
      <input
        ref={field}
        type="text"
        className="field"
        placeholder={t('weighing.newContainer')}
        aria-label={t('weighing.newContainer')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <input
        type="text"
        inputMode="decimal"
        className="field num"
        placeholder={t('weighing.tare')}
        aria-label={t('weighing.tare')}
        value={weight}
        onChange={(event) => setWeight(event.target.value)}
      />
      <Button type="submit" disabled={!ready}>
        {t('weighing.addTare')}
      </Button>
    </form>
  );
}
