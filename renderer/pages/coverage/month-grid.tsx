import { useVirtualizer } from '@tanstack/react-virtual';
import { type ClipboardEvent, memo, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountEntry, CoverageMonth, IsoDate, SiteMonth } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { addMonths } from '../../format/months.ts';
import { useFormat } from '../../format/use-format.ts';
import { useAppState } from '../../shell/use-settings.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { RowGap } from '../../ui/row-gap.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { CountField } from './count-field.tsx';
import { EntryNote, useDayWords } from './entry-note.tsx';
import { fieldPlaceOf, useFieldKeys } from './field-keys.ts';
import { type PasteProblem, placeOnDays, readBlock } from './paste.ts';
import { type Entries, type EntryDraft, entryKey, useEntries } from './use-entries.ts';

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
        <span className="push" />
        <Button onClick={onClose}>{t('coverage.toMap')}</Button>
      </div>
      <QueryView query={query}>{(data) => <Grid key={month} data={data} />}</QueryView>
      <p className="mute keysline">{t('coverage.keysHint')}</p>
    </section>
  );
}

/** Heights of a row and of the head, in pixels; the style sheet has the same. */
const ROW = 30;
const HEAD = 28;

function Grid({ data }: { readonly data: CoverageMonth }) {
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
    entries.drafts.has(entryKey(sites[row]?.siteId ?? 0, dates[column] ?? ''));
  const onKeyDown = useFieldKeys(isTyped);
  const onPaste = (event: ClipboardEvent) => {
    const block = readBlock(event.clipboardData.getData('text'));
    const place = fieldPlaceOf(event.target);
    if (!place || (block.length === 1 && block[0]?.length === 1)) return;
    event.preventDefault();
    const placed = placeLines(block, data, place);
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

function placeLines(
  block: readonly (readonly string[])[],
  { sites, dates }: CoverageMonth,
  { row, column }: { readonly row: number; readonly column: number },
): { readonly entries: readonly CountEntry[]; readonly problem: PasteProblem | null } {
  const entries: CountEntry[] = [];
  for (const [i, values] of block.entries()) {
    const site = sites[row + i];
    if (!site) return { entries: [], problem: 'too-long' };
    const placed = placeOnDays(values, site.days, column);
    if (placed.type === 'refused') return { entries: [], problem: placed.problem };
    for (const [j, date] of placed.dates.entries()) {
      if (date !== null && dates.includes(date)) {
        entries.push({ siteId: site.siteId, date, text: values[j] ?? '' });
      }
    }
  }
  return { entries, problem: null };
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
        <p key={entryKey(answer.siteId, answer.date)}>
          <b>{nameOf(answer.siteId)}</b> {format.dayShort(answer.date)}{' '}
          <EntryNote
            id={noteIdOf(answer.siteId, answer.date)}
            draft={draft}
            onSure={() => onSure({ siteId: answer.siteId, date: answer.date, text: draft.text })}
          />
        </p>
      ))}
      {more > 0 && <p className="mute">{t('coverage.moreOpen', { count: more, n: format.count(more) })}</p>}
    </div>
  );
}

const shownNotes = 3;
const noteIdOf = (siteId: number, date: IsoDate) => `entry-${siteId}-${date}`;

interface RowProps {
  readonly site: SiteMonth;
  readonly row: number;
  readonly drafts: ReadonlyMap<string, EntryDraft>;
  readonly actions: Pick<Entries, 'change' | 'keep' | 'forget'>;
}

const Row = memo(
  function Row({ site, row, drafts, actions }: RowProps) {
    const { t } = useTranslation();
    const format = useFormat();
    const { data } = useAppState();
    const wordsOf = useDayWords(data?.today ?? '');
    return (
      <tr aria-rowindex={row + 2}>
        <th scope="row" title={site.site}>
          {site.site}
        </th>
        {site.days.map((day, column) => (
          <td
            key={day.date}
            data-off={!day.expected && day.served === null ? '' : undefined}
            title={wordsOf(day) ?? undefined}
          >
            <CountField
              siteId={site.siteId}
              day={day}
              draft={drafts.get(entryKey(site.siteId, day.date))}
              label={t('coverage.servedAt', { site: site.site, day: format.day(day.date) })}
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
    before.actions === after.actions &&
    sameDrafts(before.drafts, after.drafts),
);

const sameDrafts = (a: RowProps['drafts'], b: RowProps['drafts']) =>
  a === b || (a.size === b.size && [...a].every(([key, draft]) => b.get(key) === draft));
