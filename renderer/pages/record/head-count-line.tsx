import { type KeyboardEvent, memo } from 'react';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import type { DinerClass } from '../day/diner-classes.ts';
import {
  asOrdered,
  type HeadCountLineModel,
  type HeadCountState,
  isBig,
  isWrong,
  type ManualCounts,
  orderedOf,
  stateOf,
} from './head-count-model.ts';
import type { HeadCounts } from './use-head-counts.ts';

interface LineProps {
  readonly line: HeadCountLineModel;
  /** Among the sites. */
  readonly index: number;
  measure(line: HTMLTableRowElement | null): void;
  readonly classes: readonly DinerClass[];
  readonly typed: ManualCounts;
  readonly actions: Omit<HeadCounts, 'typed'>;
}

/** One site: a field for each class that it tells apart. It is kept when one leaves a field and it is complete. */
export const HeadCountLine = memo(function HeadCountLine(props: LineProps) {
  const { line, index, classes, typed, actions } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { row } = line;
  const state = stateOf(line, typed);
  const wrongId = `call-state-${row.siteId}`;
  return (
    <tr ref={props.measure} data-index={index} aria-rowindex={index + 2} data-state={state.type}>
      <th scope="row" title={row.site}>
        <span className="two-lines">{row.site}</span>
      </th>
      {classes.map((diners) => (
        <CountCell key={diners} {...{ line, diners, typed, actions, wrongId }} />
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
  readonly diners: DinerClass;
  readonly wrongId: string;
}

function CountCell({ line, diners, typed, actions, wrongId }: CountCellProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const asked = line.diners.find((one) => one.diners === diners);
  if (!asked) return <td className="void" />;
  const text = typed[diners] ?? '';
  const wrong = isWrong(text);
  const ordered = format.count(asked.ordered);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') actions.forget(line);
    else if (event.key === '=') actions.change(line, diners, asOrdered(line)[diners] ?? '');
    else return;
    event.preventDefault();
  };
  return (
    <td className="r">
      <input
        className="field"
        inputMode="numeric"
        autoComplete="off"
        data-guests={diners}
        aria-label={t('rollCall.field', { site: line.row.site, guests: t(`guests.${diners}`), n: ordered })}
        aria-invalid={wrong}
        aria-describedby={wrong ? wrongId : undefined}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => actions.keep(line)}
        onKeyDown={onKeyDown}
        onChange={(event) => actions.change(line, diners, event.currentTarget.value)}
      />
      <span className="of">{t('rollCall.of', { n: ordered })}</span>
    </td>
  );
}

interface StateProps {
  readonly line: HeadCountLineModel;
  readonly state: HeadCountState;
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
  const { headCount, sheetVersion } = line.row.decision;
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
          {headCount
            ? t('rollCall.countedAt', { time: format.time(headCount.at.slice(11)), n: sheetVersion })
            : t('rollCall.counting')}
        </span>
      );
  }
}
