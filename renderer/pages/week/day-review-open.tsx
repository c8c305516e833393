import { useState } from 'react';
import { Link } from 'wouter';
import type { IsoDate, RecordFinding, RecordRow } from '../../../electron/api/records.ts';
import { useJob } from '../../bridge/use-api.ts';
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

/** What is typed is a count; anything else is refused where it stands. */
const countOf = (text: string): number | null => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : null);

function SiteFields({ row, date }: { readonly row: RecordRow; readonly date: IsoDate }) {
  const { t } = useTranslation();
  const format = useFormat();
  const job = useJob('records.save');
  const notify = useUndoableNotice();
  const [children, setChildren] = useState('');
  const [adults, setAdults] = useState('');
  const [findings, setFindings] = useState<readonly RecordFinding[]>([]);
  const [count, grown] = [countOf(children), countOf(adults)];
  const wrong = { children: children !== '' && count === null, adults: adults !== '' && grown === null };
  const ready = count !== null && !wrong.adults;
  const save = async () => {
    if (!ready) return;
    const entry = { siteId: row.siteId, date, children: count, ...(grown === null ? {} : { adults: grown }) };
    const done = await job.edit({ entries: [entry] });
    if (!done) return;
    setFindings(done.output.flatMap((saved) => saved.findings));
    if (done.edits.length > 0) notify(t('yesterday.saved', { site: row.site }), done.edits);
  };
  const ordered = format.count(row.ordered ?? 0);
  const words =
    row.headCount === null
      ? t('yesterday.openSite', { ordered })
      : t('yesterday.openSiteCounted', { ordered, counted: format.count(row.headCount) });
  const field = (name: 'children' | 'adults', value: string, onChange: (text: string) => void) => (
    <label>
      {t(`yesterday.${name}`)}
      <input
        className="field num"
        inputMode="numeric"
        value={value}
        aria-invalid={wrong[name]}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === '=' && name === 'children' && row.headCount !== null) {
            event.preventDefault();
            onChange(String(row.headCount));
          }
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
        {field('children', children, setChildren)}
        {field('adults', adults, setAdults)}
        {row.headCount !== null && (
          <Button
            onClick={() => setChildren(String(row.headCount))}
          >{`= ${t('yesterday.asCounted')}`}</Button>
        )}
        <Button type="submit" look="primary" disabled={!ready || job.running}>
          {t('yesterday.save')}
        </Button>
      </div>
      {findings.map(({ message, remedy }) => (
        <p key={message} role="alert" className="finding">
          {message} {remedy}
        </p>
      ))}
    </form>
  );
}
