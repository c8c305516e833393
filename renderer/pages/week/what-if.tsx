import { useRef, useState } from 'react';
import type { WhatIfAnswer as Answer, PlanRow } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useAppState } from '../../shell/use-settings.ts';
import { Button } from '../../ui/button.tsx';
import { InlineError } from './inline-error.tsx';
import { useApply } from './use-apply.ts';
import { ClosedResult, ClosedSwitch, StrikeLine } from './what-if-closed.tsx';
import {
  classOf,
  GUESTS,
  isSupposed,
  NOTHING,
  outcomeOf,
  peopleOf,
  refusalOf,
  SUPPOSING_KEYS,
  SUPPOSITIONS,
  type Supposed,
  type Supposition,
} from './what-if-model.ts';

/** « Et si… »: what would be ordered if something were otherwise, computed as one asks. */
export function WhatIf(props: { readonly row: PlanRow; readonly first: Supposition | null }) {
  const { row, first } = props;
  const { siteId, date, serviceLevel } = row;
  const { t } = useTranslation();
  const [supposed, setSupposed] = useState(first ? { ...NOTHING, [first]: true } : NOTHING);
  const [closed, setClosed] = useState(false);
  const [texts, setTexts] = useState({ away: String(classOf(row.mean)), guests: String(GUESTS) });
  const people = { away: peopleOf(texts.away), guests: peopleOf(texts.guests) };
  const query = useApiQuery(
    'plan.whatIf',
    { siteId, date, serviceLevel, away: people.away ?? 0, guests: people.guests ?? 0 },
    { keep: (earlier) => earlier.siteId === siteId && earlier.date === date },
  );
  const answer = query.data;
  const section = useRef<HTMLElement>(null);
  const [room, setRoom] = useState<number>();
  const suppose = (next: Supposed, isClosed: boolean) => {
    setSupposed(next);
    setClosed(isClosed);
    setRoom(undefined);
  };
  const onApplied = () => {
    suppose(NOTHING, false);
    // As high as it was, so that what is below stays too.
    setRoom(section.current?.offsetHeight);
    // The button that had the focus is gone.
    section.current?.querySelector('button')?.focus({ preventScroll: true });
  };
  return (
    <section className="what-if" ref={section} style={{ minHeight: room }}>
      <h3>
        {t('whatIf.title')} <span>{t('panel.meal')}</span>
      </h3>
      {query.error && <InlineError error={query.error} onAgain={query.again} />}
      {SUPPOSITIONS.map((one) => (
        <Row
          key={one}
          one={one}
          on={supposed[one]}
          answer={answer}
          {...(one === 'strike' ? {} : { text: texts[one], wrong: people[one] === null })}
          onSwitch={() => suppose({ ...supposed, [one]: !supposed[one] }, false)}
          onText={(text) => setTexts({ ...texts, [one]: text })}
        />
      ))}
      <ClosedSwitch on={closed} onSwitch={() => suppose(NOTHING, !closed)} />
      {answer && <StrikeLine strikes={answer.strikes} />}
      {answer && closed && <ClosedResult row={row} answer={answer} onApplied={onApplied} />}
      {answer && !closed && (
        <Result row={row} answer={answer} supposed={supposed} people={people} onApplied={onApplied} />
      )}
    </section>
  );
}

interface RowProps {
  readonly one: Supposition;
  readonly on: boolean;
  readonly answer: Answer | undefined;
  /** How many people, as typed. */
  readonly text?: string;
  readonly wrong?: boolean;
  onSwitch(): void;
  onText(text: string): void;
}

function Row({ one, on, answer, text, wrong = false, onSwitch, onText }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const calledOff = one === 'strike' && answer?.onStrike === true;
  const label = calledOff ? t('whatIf.calledOff') : t(`whatIf.${one}`);
  const alone = answer && !wrong ? outcomeOf(answer, { ...NOTHING, [one]: true }) : null;
  return (
    <div className="if">
      <button
        type="button"
        className="switch"
        data-supposes={one}
        role="switch"
        aria-checked={on}
        aria-label={label}
        aria-keyshortcuts={one === 'strike' ? undefined : SUPPOSING_KEYS[one]}
        disabled={wrong}
        onClick={onSwitch}
      />
      <span className="what">
        {/* The pointer may take the words for the switch; the keyboard has the switch itself. */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the switch beside it is the control. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the switch beside it is the control. */}
        <span onClick={wrong ? undefined : onSwitch}>
          {label} {one !== 'strike' && <kbd>{SUPPOSING_KEYS[one]}</kbd>}
        </span>
        {text !== undefined && (
          <input
            className="field num"
            inputMode="numeric"
            maxLength={3}
            value={text}
            aria-label={t(`whatIf.${one === 'away' ? 'awayCount' : 'guestsCount'}`)}
            aria-invalid={wrong}
            onChange={(event) => onText(event.target.value)}
          />
        )}
      </span>
      <b>{alone ? format.count(alone.order) : '–'}</b>
    </div>
  );
}

interface ResultProps {
  readonly row: PlanRow;
  readonly answer: Answer;
  readonly supposed: Supposed;
  readonly people: { readonly away: number | null; readonly guests: number | null };
  onApplied(): void;
}

/** The order and range of all that is supposed together, and the way to put it on record. */
function Result({ row, answer, supposed, people, onApplied }: ResultProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const today = useAppState().data?.today ?? row.date;
  const { running, error, apply } = useApply(row);
  const now = outcomeOf(answer, NOTHING);
  const then = isSupposed(supposed) ? outcomeOf(answer, supposed) : null;
  const refusal = refusalOf(row, answer, supposed, today);
  const wrong = (supposed.away && people.away === null) || (supposed.guests && people.guests === null);
  const kept = row.decision.source === 'override' && !supposed.guests;
  const hint = kept
    ? t('whatIf.applyKeptHint', { n: format.count(row.order) })
    : t(supposed.guests ? 'whatIf.applyGuestsHint' : 'whatIf.applyHint');
  const onApply = async () => {
    if (await apply(answer, supposed, people.away ?? 0, people.guests ?? 0)) onApplied();
  };
  return (
    <>
      <p className="then" aria-live="polite">
        {then && now && !wrong && (
          <>
            <b>{t('whatIf.then', { count: then.order, n: format.count(then.order) })}</b>{' '}
            {t('whatIf.instead', {
              now: format.count(now.order),
              low: format.count(then.low),
              high: format.count(then.high),
            })}
            {row.capacity !== null && then.order > row.capacity && (
              <span className="tag bad"> {t('whatIf.overPlaces', { n: format.count(row.capacity) })}</span>
            )}
          </>
        )}
      </p>
      {then && !wrong && refusal === null && (
        <p className="row">
          <Button disabled={running} onClick={() => void onApply()}>
            {t('whatIf.apply')}
          </Button>
          <span className="mute">{hint}</span>
        </p>
      )}
      {then && refusal !== null && <p className="behind">{t(`whatIf.refused.${refusal}`)}</p>}
      {error && <InlineError error={error} />}
    </>
  );
}
