import { type KeyboardEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import type { GuestClass } from './guest-classes.ts';
import {
  asOrdered,
  type CallLine,
  type CallState,
  isBig,
  isWrong,
  orderedOf,
  stateOf,
  type TypedCounts,
} from './roll-call-model.ts';
import type { RollCalls } from './use-roll-calls.ts';

interface LineProps {
  readonly line: CallLine;
  readonly classes: readonly GuestClass[];
  readonly typed: TypedCounts;
  readonly actions: Omit<RollCalls, 'typed'>;
}

/** One site: a field for each class that it tells apart. It is kept when one leaves a field and it is complete. */
export const RollCallLine = memo(function RollCallLine({ line, classes, typed, actions }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { row } = line;
  const state = stateOf(line, typed);
  const wrongId = `call-state-${row.siteId}`;
  return (
    <tr data-state={state.type}>
      <th scope="row" title={row.site}>
        {row.site}
      </th>
      {classes.map((guests) => (
        <CountCell key={guests} {...{ line, guests, typed, actions, wrongId }} />
      ))}
      <td className="r sum">
        <b>{state.type === 'counted' ? format.count(state.meals) : '–'}</b>
        <span className="of">{t('rollCall.of', { n: format.count(orderedOf(line)) })}</span>
      </td>
      <Gap line={line} state={state} />
      <td className="callstate" id={wrongId}>
        <State line={line} state={state} onAsOrdered={() => actions.takeOrdered([line])} />
      </td>
    </tr>
  );
});

interface CountCellProps extends Pick<LineProps, 'line' | 'typed' | 'actions'> {
  readonly guests: GuestClass;
  readonly wrongId: string;
}

function CountCell({ line, guests, typed, actions, wrongId }: CountCellProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const asked = line.guests.find((one) => one.guests === guests);
  if (!asked) return <td className="void" />;
  const text = typed[guests] ?? '';
  const wrong = isWrong(text);
  const ordered = format.count(asked.ordered);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') actions.forget(line);
    else if (event.key === '=') actions.change(line, guests, asOrdered(line)[guests] ?? '');
    else return;
    event.preventDefault();
  };
  return (
    <td className="r">
      <input
        className="field"
        inputMode="numeric"
        autoComplete="off"
        data-guests={guests}
        aria-label={t('rollCall.field', { site: line.row.site, guests: t(`guests.${guests}`), n: ordered })}
        aria-invalid={wrong}
        aria-describedby={wrong ? wrongId : undefined}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => actions.keep(line)}
        onKeyDown={onKeyDown}
        onChange={(event) => actions.change(line, guests, event.currentTarget.value)}
      />
      <span className="of">{t('rollCall.of', { n: ordered })}</span>
    </td>
  );
}

interface StateProps {
  readonly line: CallLine;
  readonly state: CallState;
}

/** The change against the order; a big one has a mark and a word too. */
function Gap({ line, state }: StateProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (state.type !== 'counted') return <td className="r gapcell mute">–</td>;
  const ordered = orderedOf(line);
  const gap = state.meals - ordered;
  const big = isBig(state.meals, ordered);
  return (
    <td className="r gapcell" data-big={big ? '' : undefined}>
      <span className="callgap">
        {big && <Icon name="warning" small />}
        {big && <span className="sr">{t('rollCall.big')}</span>}
        {gap === 0 ? '=' : format.signed(gap)}
      </span>
    </td>
  );
}

function State({ line, state, onAsOrdered }: StateProps & { onAsOrdered(): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rollCall, sheetVersion } = line.row.decision;
  switch (state.type) {
    case 'wrong':
      return (
        <span className="wrong" role="alert">
          {t('rollCall.notWhole')}
        </span>
      );
    case 'partly':
      return <span className="mute">{t('rollCall.partly')}</span>;
    case 'open':
      return (
        <Button
          look="ghost"
          aria-label={t('rollCall.asOrderedOf', { site: line.row.site })}
          onClick={onAsOrdered}
        >
          {t('rollCall.asOrdered')}
        </Button>
      );
    case 'counted':
      return (
        <span className="kept">
          <Icon name="done" small />
          {rollCall
            ? t('rollCall.countedAt', { time: format.time(rollCall.at.slice(11)), n: sheetVersion })
            : t('rollCall.counting')}
        </span>
      );
  }
}
