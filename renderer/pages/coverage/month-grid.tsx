import { useVirtualizer } from '@tanstack/react-virtual';
import { type ClipboardEvent, memo, useMemo, useRef, useState } from 'react';
import type { CountEntry, CoverageMonth, IsoDate, SiteMonth } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { addMonths } from '../../format/months.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useAppState } from '../../shell/use-settings.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { RowGap } from '../../ui/row-gap.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import type { DinerColumn } from './block-columns.ts';
import { dinersOf, keptOf } from './count-columns.ts';
import { CountField } from './count-field.tsx';
import { EntryNote, useDayWords } from './entry-note.tsx';
import { fieldPlaceOf, useFieldKeys } from './field-keys.ts';
import { type PasteProblem, readBlock } from './paste.ts';
import { placeSites } from './paste-sites.ts';
import { type Entries, type EntryDraft, type EntryPlace, entryKey, useEntries } from './use-entries.ts';

interface MonthGridProps {
  readonly month: string;
  onGo(month: string): void;
  onClose(): void;
}

/** What was served in a month at every site: sites × days, typed or pasted. */
export function MonthGrid({ month, onGo, onClose }: MonthGridProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useApiQuery('data.coverageMonth', { siteId: null, month });
  const [who, setWho] = useState<DinerColumn>('all');
  return (
    <section className="block map-block">
      <h2 id="month-grid">
        {t('coverage.gridTitle', { month: format.month(month) })} <span>{t('coverage.gridHint')}</span>
      </h2>
      <div className="row">
        <span className="group">
          <IconButton
            icon="previous"
            label={t('coverage.previousMonth')}
            onClick={() => onGo(addMonths(month, -1))}
          />
          <IconButton icon="next" label={t('coverage.nextMonth')} onClick={() => onGo(addMonths(month, 1))} />
        </span>
        <span className="group">
          {shownCounts.map((one) => (
            <Button key={one} aria-pressed={who === one} onClick={() => setWho(one)}>
              {t(`coverage.columns.${one}`)}
            </Button>
          ))}
        </span>
        <span className="push" />
        <Button onClick={onClose}>{t('coverage.toMap')}</Button>
      </div>
      <QueryView query={query}>{(data) => <Grid key={`${month} ${who}`} data={data} who={who} />}</QueryView>
      <p className="mute keysline">{t('coverage.keysHint')}</p>
    </section>
  );
}

/** Heights of a row and of the head, in pixels; the style sheet has the same. */
const ROW = 30;
const HEAD = 28;

/** What all sites' month shows, one at a time. */
const shownCounts: readonly DinerColumn[] = ['all', 'A'];

function Grid({ data, who }: { readonly data: CoverageMonth; readonly who: DinerColumn }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sites, dates } = data;
  const { job, ...entries } = useEntries();
  const [problem, setProblem] = useState<PasteProblem | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { change, keep, forget, enter } = entries;
  // The same functions for all rows: one whose counts are the same is not drawn again at each key.
  const actions = useMemo(() => ({ change, keep, forget }), [change, keep, forget]);
  const rows = useVirtualizer({
    count: sites.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    scrollPaddingStart: HEAD,
    initialRect: { width: 800, height: 600 },
  });
  const isTyped = (row: number, column: number) =>
    entries.drafts.has(
      entryKey({ siteId: sites[row]?.siteId ?? 0, date: dates[column] ?? '', ...dinersOf(who) }),
    );
  const onKeyDown = useFieldKeys(isTyped);
  const onPaste = (event: ClipboardEvent) => {
    const block = readBlock(event.clipboardData.getData('text'));
    const place = fieldPlaceOf(event.target);
    if (!place || (block.length === 1 && block[0]?.length === 1)) return;
    event.preventDefault();
    const placed = placeSites(block, data, { ...place, who });
    setProblem(placed.problem);
    if (placed.entries.length > 0) enter(placed.entries);
  };
  const drawn = rows.getVirtualItems();
  const below = rows.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  const byName = useMemo(() => draftsBySite(entries.drafts), [entries.drafts]);
  return (
    <>
      {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
      <Open data={data} drafts={entries.drafts} problem={problem} onSure={(entry) => enter([entry], true)} />
      <div className="map-wrap" ref={scroller}>
        <table className="monthgrid" aria-labelledby="month-grid" aria-rowcount={sites.length + 1}>
          <thead>
            <tr>
              <th scope="col">{t('coverage.site')}</th>
              {dates.map((date) => (
                <th key={date} scope="col">
                  {format.dayShort(date)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody onKeyDown={onKeyDown} onPaste={onPaste}>
            {(drawn[0]?.start ?? 0) > 0 && (
              <RowGap height={drawn[0]?.start ?? 0} columns={dates.length + 1} />
            )}
            {drawn.map(({ index }) => {
              const site = sites[index];
              if (!site) return null;
              return (
                <Row
                  key={site.siteId}
                  site={site}
                  who={who}
                  row={index}
                  drafts={byName.get(site.siteId) ?? noDrafts}
                  actions={actions}
                />
              );
            })}
            {below > 0 && <RowGap height={below} columns={dates.length + 1} />}
          </tbody>
        </table>
      </div>
    </>
  );
}

const noDrafts: ReadonlyMap<string, EntryDraft> = new Map();

/** Drafts site by site, each with the same map as long as nothing is typed in its row. */
function draftsBySite(drafts: Entries['drafts']): ReadonlyMap<number, ReadonlyMap<string, EntryDraft>> {
  const groups = Map.groupBy(drafts, ([key]) => Number(key.split(' ')[0]));
  return new Map([...groups].map(([siteId, own]) => [siteId, new Map(own)]));
}

interface OpenProps {
  readonly data: CoverageMonth;
  readonly drafts: Entries['drafts'];
  readonly problem: PasteProblem | null;
  onSure(entry: CountEntry): void;
}

/** What is not kept yet, field by field: the first ones, and how many more there are. */
function Open({ data, drafts, problem, onSure }: OpenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const open = [...drafts.values()].flatMap((draft) =>
    draft.answer ? [{ draft, answer: draft.answer }] : [],
  );
  const nameOf = (siteId: number) => data.sites.find((site) => site.siteId === siteId)?.site ?? '';
  const more = open.length - shownNotes;
  return (
    <div role="status" className="open-entries">
      {problem && <p className="wrong">{t(`coverage.paste.${problem}`)}</p>}
      {open.slice(0, shownNotes).map(({ draft, answer }) => (
        <p key={entryKey(answer)}>
          <b>{nameOf(answer.siteId)}</b> {format.dayShort(answer.date)}{' '}
          <EntryNote
            id={noteIdOf(answer.siteId, answer.date)}
            draft={draft}
            onSure={() => onSure({ ...placeOf(answer), text: draft.text })}
          />
        </p>
      ))}
      {more > 0 && <p className="mute">{t('coverage.moreOpen', { count: more, n: format.count(more) })}</p>}
    </div>
  );
}

const placeOf = ({ siteId, date, diners }: EntryPlace): EntryPlace => ({
  siteId,
  date,
  ...(diners === undefined ? {} : { diners }),
});

const shownNotes = 3;
const noteIdOf = (siteId: number, date: IsoDate) => `entry-${siteId}-${date}`;

interface RowProps {
  readonly site: SiteMonth;
  readonly who: DinerColumn;
  readonly row: number;
  readonly drafts: ReadonlyMap<string, EntryDraft>;
  readonly actions: Pick<Entries, 'change' | 'keep' | 'forget'>;
}

const Row = memo(
  function Row({ site, who, row, drafts, actions }: RowProps) {
    const { t } = useTranslation();
    const format = useFormat();
    const { data } = useAppState();
    const wordsOf = useDayWords(data?.today ?? '');
    return (
      <tr aria-rowindex={row + 2}>
        <th scope="row" title={site.site}>
          <span className="two-lines">{site.site}</span>
        </th>
        {site.days.map((day, column) => (
          <td
            key={day.date}
            data-off={!day.expected && day.served === null ? '' : undefined}
            title={wordsOf(day) ?? undefined}
          >
            <CountField
              of={{ siteId: site.siteId, date: day.date, ...dinersOf(who) }}
              kept={keptOf(day, who)}
              typed={who === 'all' ? day.typed : keptOf(day, who) !== null}
              draft={drafts.get(entryKey({ siteId: site.siteId, date: day.date, ...dinersOf(who) }))}
              label={t(who === 'A' ? 'coverage.adultsAt' : 'coverage.servedAt', {
                site: site.site,
                day: format.day(day.date),
              })}
              noteId={noteIdOf(site.siteId, day.date)}
              place={`${row}-${column}`}
              actions={actions}
            />
          </td>
        ))}
      </tr>
    );
  },
  (before, after) =>
    before.site === after.site &&
    before.row === after.row &&
    before.who === after.who &&
    before.actions === after.actions &&
    sameDrafts(before.drafts, after.drafts),
);

const sameDrafts = (a: RowProps['drafts'], b: RowProps['drafts']) =>
  a === b || (a.size === b.size && [...a].every(([key, draft]) => b.get(key) === draft));
