import { useId, useState } from 'react';
import { Link } from 'wouter';
import type { IsoDate, RecordFinding, RecordRow } from '../../../electron/api/records.ts';
import { useJob } from '../../bridge/use-api.ts';
import { readCount } from '../../format/typed-value.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/states.tsx';

interface OpenProps {
  readonly rows: readonly RecordRow[];
  readonly date: IsoDate;
}

/** The first site that nobody recorded, to type at once; the others one after the other. */
export function DayReviewOpen({ rows, date }: OpenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [row] = rows;
  if (!row) {
    return (
      <section>
        <p>{t('yesterday.allDone')}</p>
      </section>
    );
  }
  return (
    <section>
      <h3>{t('yesterday.open', { count: rows.length, n: format.count(rows.length) })}</h3>
      <SiteFields key={row.siteId} row={row} date={date} />
      {rows.length > 1 && (
        <Link className="link" href="/record">
          {t('yesterday.more')}
        </Link>
      )}
    </section>
  );
}

const reviewFields = ['children', 'adults', 'left'] as const;
type ReviewField = (typeof reviewFields)[number];

const nothingTyped: Readonly<Record<ReviewField, string>> = { children: '', adults: '', left: '' };

function SiteFields({ row, date }: { readonly row: RecordRow; readonly date: IsoDate }) {
  const { t } = useTranslation();
  const format = useFormat();
  const job = useJob('records.save');
  const notify = useUndoableNotice();
  const noteId = useId();
  const [typed, setTyped] = useState(nothingTyped);
  const [findings, setFindings] = useState<readonly RecordFinding[]>([]);
  const change = (field: ReviewField, text: string) => setTyped((before) => ({ ...before, [field]: text }));
  const read = reviewFields.map((field) => ({ field, ...readCount(typed[field]) }));
  const wrong = read.find((one) => one.type === 'wrong');
  const values = read.flatMap((one) =>
    one.type === 'value' && one.value !== null ? [[one.field, one.value] as const] : [],
  );
  const ready = wrong === undefined && values.some(([field]) => field === 'children');
  const save = async () => {
    if (!ready) return;
    const done = await job.edit({ entries: [{ siteId: row.siteId, date, ...Object.fromEntries(values) }] });
    if (!done) return;
    setFindings(done.output.flatMap((saved) => saved.findings));
    if (done.edits.length > 0) notify(t('yesterday.saved', { site: row.site }), done.edits);
  };
  const ordered = format.count(row.ordered ?? 0);
  const words =
    row.headCount === null
      ? t('yesterday.openSite', { ordered })
      : t('yesterday.openSiteCounted', { ordered, counted: format.count(row.headCount) });
  const countOf = (name: ReviewField) =>
    name === 'children' ? row.headCount : name === 'adults' ? row.headCountAdults : null;
  const field = (name: ReviewField) => (
    <label key={name}>
      {t(`yesterday.${name}`)}
      <input
        className="field num"
        inputMode="numeric"
        autoComplete="off"
        value={typed[name]}
        aria-invalid={wrong?.field === name}
        aria-describedby={wrong?.field === name ? noteId : undefined}
        onChange={(event) => change(name, event.target.value)}
        onKeyDown={(event) => {
          const count = countOf(name);
          if (event.key !== '=' || count === null) return;
          event.preventDefault();
          change(name, String(count));
        }}
      />
    </label>
  );
  return (
    <form
      className="review-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p>
        <b>{row.site}</b> <span className="mute">{words}</span>
      </p>
      {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
      <div className="row">
        {reviewFields.map(field)}
        {row.headCount !== null && (
          <Button onClick={() => change('children', String(row.headCount))}>
            {`= ${t('yesterday.asCounted')}`}
          </Button>
        )}
        <Button type="submit" look="primary" disabled={!ready || job.running}>
          {t('yesterday.save')}
        </Button>
      </div>
      {wrong && (
        <p id={noteId} role="alert" className="finding">
          {t('record.problemOf', {
            what: t(`yesterday.${wrong.field}`),
            problem: t(`record.problems.${wrong.problem}`),
          })}
        </p>
      )}
      {findings.map(({ message, remedy }) => (
        <p key={message} role="alert" className="finding">
          {message} {remedy}
        </p>
      ))}
    </form>
  );
}
