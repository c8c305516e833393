import { Fragment, type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import type { IsoDate, Plan } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { foldForSearch } from '../../format/fold.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useOffer } from '../../shell/commands.tsx';
import { Button } from '../../ui/button.tsx';
import { FindSite, MANY_SITES } from '../../ui/find-site.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { RowGap } from '../../ui/row-gap.tsx';
import { StateView } from '../../ui/states.tsx';
import type { DayPlace } from '../day/day-place.ts';
import type { DinerClass } from '../day/diner-classes.ts';
import { HeadCountLine } from './head-count-line.tsx';
import {
  classesOf,
  type HeadCountLineModel,
  type HeadCountTotals,
  headCountLines,
  stateOf,
  totalsOf,
} from './head-count-model.ts';
import { useDrawnLines } from './use-drawn-lines.ts';
import { useHeadCounts } from './use-head-counts.ts';

interface TableProps {
  readonly plan: Plan;
  readonly date: IsoDate;
  readonly today: IsoDate;
  readonly place: DayPlace;
}

/** The morning's roll-call of all sites, or of a kitchen's: typed in one go, the sheets follow it. */
export function HeadCountTable(props: TableProps) {
  const { plan, date, today, place } = props;
  const { t } = useTranslation();
  const catalogue = useApiQuery('catalogue.read', {}, { keep: () => true });
  if (date > today) {
    return <StateView icon="deadline" title={t('rollCall.title')} text={t('rollCall.early')} />;
  }
  return (
    <QueryView query={catalogue}>
      {({ sites }) => <Lines plan={plan} date={date} place={place} sites={sites} />}
    </QueryView>
  );
}

interface LinesProps extends Omit<TableProps, 'today'> {
  readonly sites: Parameters<typeof headCountLines>[3];
}

function Lines({ plan, date, place, sites }: LinesProps) {
  const { t } = useTranslation();
  const { siteId, kitchenId } = place;
  const lines = useMemo(
    () => headCountLines(plan, date, { siteId, kitchenId }, sites),
    [plan, date, siteId, kitchenId, sites],
  );
  const classes = useMemo(() => classesOf(lines), [lines]);
  const { typed, ...actions } = useHeadCounts(lines);
  const stable = useMemo(
    () => actions,
    // biome-ignore lint/correctness/useExhaustiveDependencies: the actions are; the object around them is made anew.
    [actions.change, actions.keep, actions.forget, actions.takeOrdered, actions],
  );
  const totals = totalsOf(lines, typed);
  const scroller = useRef<HTMLDivElement>(null);
  const open = lines.filter((line) => stateOf(line, typed(line)).type === 'open');
  const [find, setFind] = useState('');
  const wanted = foldForSearch(find);
  const shown = lines.filter(({ row }) => foldForSearch(row.site).includes(wanted));
  const body = useRef<HTMLTableSectionElement>(null);
  const drawn = useDrawnLines(shown.length, scroller);
  return (
    <section className="calls" aria-labelledby="calls-title">
      <Bar totals={totals} open={open} onAsOrdered={() => actions.takeOrdered(open)}>
        {lines.length >= MANY_SITES && (
          <FindSite
            text={find}
            onText={setFind}
            onFirst={() => body.current && fieldsIn(body.current)[0]?.focus()}
          />
        )}
      </Bar>
      <div className="callwrap" ref={scroller}>
        <table className="list calltable" aria-labelledby="calls-title" aria-rowcount={shown.length + 2}>
          <Head classes={classes} />
          <tbody ref={body} onKeyDown={onGridKey} onFocus={drawn.onFocus}>
            {drawn.items.map(({ index, key, gap }) => {
              const line = shown[index];
              return (
                <Fragment key={line?.row.siteId ?? key}>
                  {gap > 0 && <RowGap height={gap} columns={classes.length + 4} />}
                  {line && (
                    <HeadCountLine
                      line={line}
                      index={index}
                      measure={drawn.measure}
                      classes={classes}
                      typed={typed(line)}
                      actions={stable}
                    />
                  )}
                </Fragment>
              );
            })}
            {drawn.below > 0 && <RowGap height={drawn.below} columns={classes.length + 4} />}
          </tbody>
          <Foot columns={classes.length} totals={totals} />
        </table>
      </div>
      <p className="mute callhint">{t('rollCall.keys')}</p>
    </section>
  );
}

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  Enter: [1, 0],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Enter and the arrows lead from field to field; within a text that is being changed, left and right do not. */
function onGridKey(event: KeyboardEvent<HTMLElement>): void {
  const field = event.target;
  if (!(field instanceof HTMLInputElement) || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = STEPS[event.key];
  if (!step) return;
  const [down, right] = event.key === 'Enter' && event.shiftKey ? [-1, 0] : step;
  const { selectionStart, selectionEnd, value } = field;
  const whole = selectionStart === 0 && selectionEnd === value.length;
  const atEdge = right < 0 ? selectionEnd === 0 : selectionStart === value.length;
  if (right !== 0 && !whole && !atEdge) return;
  event.preventDefault();
  const ends = event.key === 'Enter' && down > 0 && endsRow(field);
  const to = ends
    ? firstOfNextRow(field)
    : right === 0
      ? fieldInColumn(field, down)
      : fieldBeside(field, right);
  to?.focus();
}

const fieldsIn = (root: ParentNode) => [...root.querySelectorAll<HTMLInputElement>('input[data-guests]')];

/** Is it the last of several? Then the site is typed, and Enter begins the next one. */
function endsRow(field: HTMLInputElement): boolean {
  const row = field.closest('tr');
  const fields = row ? fieldsIn(row) : [];
  return fields.length > 1 && fields.at(-1) === field;
}

function firstOfNextRow(field: HTMLInputElement): HTMLInputElement | undefined {
  const next = field.closest('tr')?.nextElementSibling;
  return next ? fieldsIn(next)[0] : undefined;
}

/** The next field of the same class, over sites that do not tell it apart. */
function fieldInColumn(field: HTMLInputElement, step: number): HTMLInputElement | undefined {
  const body = field.closest('tbody');
  const column = body ? fieldsIn(body).filter((one) => one.dataset.guests === field.dataset.guests) : [];
  return column[column.indexOf(field) + step];
}

function fieldBeside(field: HTMLInputElement, step: number): HTMLInputElement | undefined {
  const row = field.closest('tr');
  const fields = row ? fieldsIn(row) : [];
  return fields[fields.indexOf(field) + step];
}

interface BarProps {
  readonly totals: HeadCountTotals;
  readonly open: readonly HeadCountLineModel[];
  /** Between how far one is and the rest. */
  readonly children: ReactNode;
  onAsOrdered(): void;
}

/** « 12 sur 18 comptés », and the rest as ordered. */
function Bar({ totals, open, onAsOrdered, children }: BarProps) {
  useOffer('complete', open.length > 0 ? onAsOrdered : null);
  const { t } = useTranslation();
  const format = useFormat();
  const { counted, sites } = totals;
  const words = t('rollCall.progress', {
    count: counted,
    n: format.count(counted),
    sites: format.count(sites),
  });
  return (
    <div className="callbar">
      <h2 id="calls-title">{t('rollCall.title')}</h2>
      <progress aria-label={words} value={counted} max={Math.max(1, sites)} />
      <span role="status">{counted === sites ? t('rollCall.allCounted') : words}</span>
      <span className="push" />
      {children}
      {open.length > 0 && (
        <Button icon="done" onClick={onAsOrdered}>
          {t('rollCall.restAsOrdered', { count: open.length, n: format.count(open.length) })}
        </Button>
      )}
    </div>
  );
}

function Head({ classes }: { readonly classes: readonly DinerClass[] }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t('day.site')}</th>
        {classes.map((diners) => (
          <th key={diners} scope="col" className="r counted">
            {t(`guests.${diners}`)}
          </th>
        ))}
        <th scope="col" className="r counted">
          {t('rollCall.covers')}
        </th>
        <th scope="col" className="r">
          {t('rollCall.gap')}
        </th>
        <th scope="col">{t('rollCall.state')}</th>
      </tr>
    </thead>
  );
}

function Foot({ columns, totals }: { readonly columns: number; readonly totals: HeadCountTotals }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { meals, ordered, orderedOfCounted, counted } = totals;
  const rest = ordered - orderedOfCounted;
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={columns + 1}>
          {t('rollCall.total')}
        </th>
        <td className="r sum">
          <b>{counted === 0 ? '–' : format.count(meals)}</b>
          <span className="of">
            {t('rollCall.of', { n: format.count(counted === 0 ? ordered : orderedOfCounted) })}
          </span>
        </td>
        <td className="r gapcell">{counted === 0 ? '–' : format.signed(meals - orderedOfCounted)}</td>
        <td className="callstate mute">
          {counted > 0 && rest > 0 && t('rollCall.rest', { count: rest, n: format.count(rest) })}
        </td>
      </tr>
    </tfoot>
  );
}
