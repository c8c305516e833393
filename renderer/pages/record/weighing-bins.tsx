import { type SyntheticEvent, useState } from 'react';
import type { IsoDate, Tare, WeighedBin, WeighingCampaign } from '../../../electron/api/records.ts';
import { useApiQuery, useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button } from '../../ui/button.tsx';
import type { Weights } from './use-weights.ts';
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
  const kilo = (grams: number) => kilos(grams, format.language);
  const keep = (changed: WeighedBin | null, name: string) => {
    const others = bins.filter((bin) => bin.name !== name);
    const next = changed === null ? others : [...others, changed];
    const sum = (of: 'gross' | 'tare') => next.reduce((grams, bin) => grams + bin[of], 0);
    const weight = next.length === 0 ? { gross: null } : { gross: sum('gross'), tare: sum('tare') };
    void weights.save(date, field, { masses: [{ ...field, ...weight, bins: next }] });
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
        <tbody>
          {names.map((name) => {
            const bin = bins.find((one) => one.name === name);
            const tare = bin?.tare ?? tares.find((one) => one.name === name)?.grams ?? 0;
            return (
              <tr key={`${date} ${field.source}.${field.part} ${name} ${bin?.gross ?? ''}`}>
                <th scope="row">{name}</th>
                <td className="mute">{kilo(tare)}</td>
                <td>
                  <GrossField
                    label={t('weighing.grossOf', { name })}
                    kept={bin === undefined ? '' : kilo(bin.gross)}
                    onKeep={(gross) => keep(gross === null ? null : { name, tare, gross }, name)}
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
      <AddTare tares={tares} />
    </section>
  );
}

interface GrossFieldProps {
  readonly label: string;
  readonly kept: string;
  onKeep(grams: number | null): void;
}

function GrossField({ label, kept, onKeep }: GrossFieldProps) {
  const [text, setText] = useState(kept);
  const read = readWeight(text);
  const wrong = typeof read === 'string' && read !== 'empty';
  const keep = () => {
    if (text === kept || wrong) return;
    onKeep(typeof read === 'string' ? null : read.gross - read.tare);
  };
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      className="field num"
      aria-label={label}
      aria-invalid={wrong}
      value={text}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') setText(kept);
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
  const add = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!ready) return;
    const done = await job.edit({ tares: [...tares, { name: name.trim(), grams }] });
    if (!done) return;
    notice(t('weighing.tareAdded', { name: name.trim() }), done.edits);
    setName('');
    setWeight('');
  };
  return (
    <form className="row addtare" onSubmit={(event) => void add(event)}>
      <input
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
      <Button type="submit" disabled={!ready || job.running}>
        {t('weighing.addTare')}
      </Button>
    </form>
  );
}
