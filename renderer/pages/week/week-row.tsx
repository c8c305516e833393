import { Fragment, memo } from 'react';
import type { Attention, IsoDate, PlanRow } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icons.tsx';
import type { Move } from './cell-editor.tsx';
import type { EditedCell } from './use-grid-editing.ts';
import type { TypedOrder } from './usual-reasons.ts';
import { WeekCell } from './week-cell.tsx';
import type { WeekDay, WeekSite } from './week-model.ts';
import type { GridLine, Grouping } from './week-view.ts';

interface WeekRowProps {
  readonly site: WeekSite;
  readonly days: readonly WeekDay[];
  /** Among the sites; `line` counts the heads of groups too. */
  readonly index: number;
  readonly line: number;
  /** What is to be looked at here, worst first. */
  readonly look: readonly Attention[];
  /** The walk stands here. */
  readonly marked: boolean;
  readonly last: boolean;
  /** The column that is in the tab order, when it is in this row. */
  readonly tabColumn: number | null;
  readonly selectedDate: IsoDate | null;
  /** The cell of this row that is being typed in. */
  readonly edited: EditedCell | null;
  onEdited(row: PlanRow, order: TypedOrder | null, move: Move): void;
  onOpen(siteId: number, date: IsoDate): void;
  onFocusPlace(place: string): void;
}

export const WeekRow = memo(function WeekRow(props: WeekRowProps) {
  const { site } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const kind = t(`siteKind.${site.kind}`);
  const detail = site.capacity === null ? kind : t('site.places', { kind, n: format.count(site.capacity) });
  const why = props.look.map(({ message }) => message);
  const [first] = props.look;
  const classes = [props.last && 'last', props.marked && 'marked'];
  return (
    <tr aria-rowindex={props.line + 2} className={classes.filter(Boolean).join(' ')}>
      <th scope="row" title={[site.name, detail, ...why].join('\n')}>
        <span className="who">
          <span className="site">
            {site.name.split('/').map((part, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one name, in their order.
              <Fragment key={index}>
                {index > 0 && '/'}
                {index > 0 && <wbr />}
                {part}
              </Fragment>
            ))}
          </span>
          {first ? (
            <span className="kind why">
              <Icon name={first.reason} small />
              <Pieces
                words={
                  why.length > 1
                    ? t('look.more', {
                        message: first.message,
                        count: why.length - 1,
                        n: format.count(why.length - 1),
                      })
                    : first.message
                }
              />
            </span>
          ) : (
            <span className="kind">
              <Pieces words={detail} />
            </span>
          )}
        </span>
      </th>
      {props.days.map((day, column) => (
        <WeekCell
          key={day.date}
          site={site}
          day={day}
          row={site.cells[column] ?? null}
          place={`${props.index}-${column}`}
          tabbable={props.tabColumn === column}
          selected={props.selectedDate === day.date}
          start={props.edited?.column === column ? props.edited.start : null}
          onEdited={props.onEdited}
          onOpen={props.onOpen}
          onFocusPlace={props.onFocusPlace}
        />
      ))}
      <td className="sum">{format.countOrDash(site.total)}</td>
    </tr>
  );
});

/** Before a colon or a comma: what follows is shown whole or not at all, as half a number would be another one. */
const between = /(?<!\u00a0)(?=\u00a0?: |, )/;

/** Words of a narrow place, of which no number is cut. */
function Pieces({ words }: { readonly words: string }) {
  return words.split(between).map((piece) => <span key={piece}>{piece}</span>);
}

interface GroupRowProps {
  readonly line: Extract<GridLine, { readonly type: 'group' }>;
  readonly days: readonly WeekDay[];
  readonly index: number;
  /** What sites without one have in common. */
  readonly grouping: Grouping;
}

/** The head of a kitchen's or a sector's sites, with what they order together. */
export const GroupRow = memo(function GroupRow({ line, days, index, grouping }: GroupRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const sites = t('site.count', { count: line.sites, n: format.count(line.sites) });
  const name = line.name ?? t(`look.noGroup.${grouping === 'sector' ? 'sector' : 'kitchen'}`);
  return (
    <tr aria-rowindex={index + 2} className="kgroup">
      <th scope="row" title={`${name}\n${sites}`}>
        <b>{name}</b> <span className="mute">{sites}</span>
      </th>
      {days.map((day, column) => (
        <td key={day.date}>
          {day.closed === null && <b className="num">{format.countOrDash(line.sums[column] ?? null)}</b>}
        </td>
      ))}
      <td className="sum">{format.countOrDash(line.total)}</td>
    </tr>
  );
});
