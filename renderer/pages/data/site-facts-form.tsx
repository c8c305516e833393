import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteChange, SiteDetails, SiteKind } from '../../../electron/api/records.ts';
import { useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { parseWhole, SITE_KINDS } from './site-draft.ts';
import { SiteWeek } from './site-week.tsx';

type Change = Omit<SiteChange, 'siteId'>;

/** Answers why it was refused, in words for the field; `null`: it is kept. */
type Save = (change: Change) => Promise<string | null>;

function useSave(site: SiteDetails): Save {
  const { t } = useTranslation();
  const job = useJob('sites.update');
  const notifyUndoable = useUndoableNotice();
  return async (change) => {
    const done = await job.edit({ siteId: site.id, ...change }).catch(() => null);
    if (!done) return t('sitePage.notSaved');
    notifyUndoable(t('sitePage.saved', { site: done.output.name }), done.edits);
    return null;
  };
}

/** What is known of a site. Each field is kept when one leaves it. */
export function SiteFactsForm({ site }: { readonly site: SiteDetails }) {
  const { t } = useTranslation();
  const save = useSave(site);
  const kinds = SITE_KINDS.map((id) => ({ id, label: t(`siteKind.${id}`) }));
  return (
    <section aria-labelledby="site-facts">
      <h3 id="site-facts">{t('sitePage.facts')}</h3>
      <div className="form">
        <TextLine
          label={t('siteForm.name')}
          value={site.name}
          read={(text) => (text === '' ? { wrong: t('siteForm.nameMissing') } : { name: text })}
          refused={t('sitePage.nameInUse')}
          save={save}
        />
        <Names site={site} save={save} />
        <div className="line">
          <span className="label">{t('siteForm.kind')}</span>
          <Select<SiteKind>
            label={t('siteForm.kind')}
            options={kinds}
            value={site.kind}
            onChange={(kind) => void save({ kind })}
          />
        </div>
        <div className="two">
          <NumberLine
            label={t('siteForm.capacity')}
            value={site.capacity}
            change={(capacity) => ({ capacity })}
            save={save}
          />
          <TextLine
            label={t('sitePage.sector')}
            value={site.sector ?? ''}
            read={(text) => ({ sector: text === '' ? null : text })}
            save={save}
          />
        </div>
        <SiteWeek siteId={site.id} />
        <NumberLine
          label={t('siteForm.usual')}
          value={site.usual}
          change={(usual) => ({ usual })}
          save={save}
        />
        <Enrolment site={site} save={save} />
      </div>
    </section>
  );
}

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly numeric?: boolean;
  /** Said where the service refuses; absent: that nothing was kept. */
  readonly refused?: string;
  read(text: string): Change | { readonly wrong: string };
  readonly save: Save;
  readonly beside?: ReactNode;
}

/** A field that keeps what is typed when one leaves it, and says beside it what is wrong. */
function TextLine({ label, value, numeric, refused, read, save, beside }: LineProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const keep = async () => {
    const text = (draft ?? value).normalize('NFC').trim();
    if (draft === null || text === value) return setDraft(null);
    const change = read(text);
    if ('wrong' in change) return setWrong(change.wrong);
    const problem = await save(change);
    setWrong(problem === null ? null : (refused ?? problem));
    if (problem === null) setDraft(null);
  };
  const forget = () => {
    setDraft(null);
    setWrong(null);
  };
  return (
    <div className="line">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={numeric ? 'field num' : 'field'}
        inputMode={numeric ? 'numeric' : 'text'}
        value={draft ?? value}
        aria-invalid={wrong !== null}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => void keep()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') forget();
        }}
      />
      {beside}
      {wrong && (
        <span id={`${id}-wrong`} className="wrong">
          {wrong}
        </span>
      )}
    </div>
  );
}

interface NumberLineProps {
  readonly label: string;
  readonly value: number | null;
  readonly beside?: ReactNode;
  change(n: number | null): Change;
  readonly save: Save;
}

function NumberLine({ label, value, change, save, beside }: NumberLineProps) {
  const { t } = useTranslation();
  const read = (text: string) => {
    const n = parseWhole(text);
    return n === undefined ? { wrong: t('siteForm.notWhole') } : change(n);
  };
  return (
    <TextLine
      numeric
      label={label}
      value={value === null ? '' : String(value)}
      read={read}
      save={save}
      beside={beside}
    />
  );
}

/** Other names that files use; one that means another site is let go, and its rows ask for a site again. */
function Names({ site, save }: { readonly site: SiteDetails; readonly save: Save }) {
  const { t } = useTranslation();
  if (site.names.length === 0) return null;
  return (
    <div className="line">
      <span className="label">{t('sitePage.names')}</span>
      <ul className="names">
        {site.names.map(({ id, name }) => (
          <li key={id} className="nm">
            <span title={name}>{name}</span>
            <IconButton
              look="ghost"
              icon="close"
              label={t('sitePage.release', { name })}
              onClick={() => void save({ releaseName: id })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Enrolment({ site, save }: { readonly site: SiteDetails; readonly save: Save }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <h3>{t('sitePage.enrolment')}</h3>
      {site.enrolment.map(({ schoolYear, children, schools, file, enteredOn }) => {
        const years = `${schoolYear}–${schoolYear + 1}`;
        const source = file ?? (enteredOn ? t('sitePage.enteredOn', { date: format.date(enteredOn) }) : null);
        if (schools > 1) {
          return (
            <p key={schoolYear}>
              {t('sitePage.severalSchools', { years, n: format.count(children ?? 0), schools })}
            </p>
          );
        }
        return (
          <NumberLine
            key={`${schoolYear} ${children}`}
            label={years}
            value={children}
            change={(n) => ({ enrolment: { schoolYear, children: n ?? 0 } })}
            save={save}
            beside={source && <span className="mute">{source}</span>}
          />
        );
      })}
    </>
  );
}
