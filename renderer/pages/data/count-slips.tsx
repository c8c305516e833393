import { useId, useState } from 'react';
import type { CountInFileAnswer, UnlikelyInFile } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { countKey } from './guard-model.ts';

const AT_ONCE = 8;

interface Slip {
  readonly count: UnlikelyInFile;
  readonly answer: CountInFileAnswer | null;
}

interface CountSlipsProps {
  readonly slips: readonly Slip[];
  readonly place: string;
  readonly busy: boolean;
  /** `null`: as it stands; `undefined`: it waits again. */
  onAnswer(count: UnlikelyInFile, corrected: number | null | undefined): void;
}

/** Counts that can hardly be: accepted, corrected in place, or left waiting. */
export function CountSlips({ slips, place, busy, onAnswer }: CountSlipsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const [shown, setShown] = useState(AT_ONCE);
  const left = slips.length - shown;
  const scale = Math.max(1, ...slips.map(({ count }) => Math.max(count.served, count.high))) * 1.15;
  const named = new Set(slips.map(({ count }) => count.name)).size > 1;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>
        {t('guard.counts', { count: slips.length, n: format.count(slips.length) })}{' '}
        <span>
          {place} {t('guard.countsHint', { count: slips.length })}
        </span>
      </h3>
      <table className="list slips" aria-labelledby={id}>
        <tbody>
          {slips.slice(0, shown).map((slip) => (
            <SlipRow
              key={countKey(slip.count)}
              slip={slip}
              scale={scale}
              named={named}
              busy={busy}
              onAnswer={(corrected) => onAnswer(slip.count, corrected)}
            />
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <Button onClick={() => setShown(shown + AT_ONCE * 4)}>
          {t('common.more', { n: format.count(Math.min(left, AT_ONCE * 4)) })}
        </Button>
      )}
    </section>
  );
}

interface SlipRowProps {
  readonly slip: Slip;
  readonly scale: number;
  readonly named: boolean;
  readonly busy: boolean;
  onAnswer(corrected: number | null | undefined): void;
}

function SlipRow({ slip: { count, answer }, scale, named, busy, onAnswer }: SlipRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { date, served, low, high, sheet, line } = count;
  const day = format.dayDate(date);
  const at = sheet === null ? t('guard.atLine', { n: format.count(line) }) : t('guard.atSheet', { sheet });
  return (
    <tr>
      <th scope="row">
        {day}
        {named && <small>{count.name}</small>}
      </th>
      <td className="mute">{at}</td>
      <td className="r">
        <b className={answer === null ? 'doubt' : undefined}>
          {t('guard.doubt', { n: format.count(served) })}
        </b>
      </td>
      <td>
        <Scale count={count} scale={scale} />
      </td>
      <td className="soft">{t('guard.usual', { low: format.count(low), high: format.count(high) })}</td>
      <td className="in">
        <CorrectionField key={answer === null ? 'open' : 'said'} {...{ day, answer, busy, onAnswer }} />
      </td>
      <td className="r">
        {answer === null ? (
          <button
            type="button"
            className="link"
            data-answer=""
            disabled={busy}
            aria-label={t('guard.acceptLabel', { n: format.count(served), day })}
            onClick={() => onAnswer(null)}
          >
            {t('guard.accept')}
          </button>
        ) : (
          <span className="said">
            <span className="tag good">
              <Icon name="done" small />
              {t(answer.corrected === null ? 'guard.accepted' : 'guard.corrected')}
            </span>
            <button
              type="button"
              className="link"
              aria-label={`${t('guard.change')}, ${day}`}
              onClick={() => onAnswer(undefined)}
            >
              {t('guard.change')}
            </button>
          </span>
        )}
      </td>
    </tr>
  );
}

interface CorrectionFieldProps {
  readonly day: string;
  readonly answer: CountInFileAnswer | null;
  readonly busy: boolean;
  onAnswer(corrected: number): void;
}

/** What the count should have been; it is taken with Enter, or when the field is left. */
function CorrectionField({ day, answer, busy, onAnswer }: CorrectionFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(answer?.corrected?.toString() ?? '');
  const own = text.replaceAll(/[\s\u00a0\u202f]/g, '');
  const isNumber = /^\d{1,5}$/.test(own);
  const take = () => {
    if (isNumber && !busy && Number(own) !== answer?.corrected) onAnswer(Number(own));
  };
  return (
    <input
      className={answer === null ? 'field count ask' : 'field count'}
      inputMode="numeric"
      aria-label={t('guard.correctLabel', { day })}
      aria-invalid={own !== '' && !isNumber}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}

/** The usual range, and how far off the count is. */
function Scale(props: { readonly count: UnlikelyInFile; readonly scale: number }) {
  const { served, low, high } = props.count;
  const at = (meals: number) => `${(meals / props.scale) * 100}%`;
  return (
    <svg className="slip-scale" width="100%" height="14" aria-hidden="true">
      <rect className="axis" y="6" width="100%" height="2" />
      <rect
        className="band"
        x={at(low)}
        y="3"
        width={at(Math.max(high - low, props.scale / 100))}
        height="8"
      />
      <circle cx={at(served)} cy="7" r="3.5" />
    </svg>
  );
}
