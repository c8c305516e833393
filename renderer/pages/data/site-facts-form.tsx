import { useState } from 'react';
import { Link } from 'wouter';
import type { SiteDetails, SiteKind } from '../../../electron/api/records.ts';
import { useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { DateLine, NumberLine, type Save, TextLine } from './fact-lines.tsx';
import { SITE_KINDS } from './site-draft.ts';
import { SiteWeek } from './site-week.tsx';

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
        <Kitchen site={site} save={save} />
        <Dates site={site} save={save} />
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

interface PartProps {
  readonly site: SiteDetails;
  readonly save: Save;
}

/** The kitchen that cooks for the site; one that cooks for itself has none. */
function Kitchen({ site, save }: PartProps) {
  const { t } = useTranslation();
  const own = { id: onSite, label: t('sitePage.ownKitchen') };
  return (
    <div className="line">
      <span className="label">{t('sitePage.kitchen')}</span>
      {site.kitchens.length === 0 ? (
        <span>
          {own.label}{' '}
          <Link className="link" href="/settings/kitchens">
            {t('sitePage.addKitchen')}
          </Link>
        </span>
      ) : (
        <Select<number>
          label={t('sitePage.kitchen')}
          options={[own, ...site.kitchens.map(({ id, name }) => ({ id, label: name }))]}
          value={site.kitchenId ?? onSite}
          onChange={(id) => void save({ kitchenId: id === onSite ? null : id })}
        />
      )}
    </div>
  );
}

/** No kitchen has this number. */
const onSite = 0;

/** From when it is open, and closed for good: outside of these days nothing is forecast, ordered or missing. */
function Dates({ site, save }: PartProps) {
  const { t } = useTranslation();
  const { openFrom = null, closedFrom = null } = site;
  const inOrder = (open: string | null, closed: string | null) =>
    open !== null && closed !== null && closed <= open ? t('sitePage.closedBeforeOpen') : null;
  return (
    <>
      <DateLine
        label={t('sitePage.openFrom')}
        value={openFrom}
        check={(date) => inOrder(date, closedFrom)}
        change={(date) => ({ openFrom: date })}
        save={save}
        beside={openFrom !== null && <span className="mute">{t('sitePage.openEffect')}</span>}
      />
      <DateLine
        label={t('sitePage.closedFrom')}
        value={closedFrom}
        check={(date) => inOrder(openFrom, date)}
        change={(date) => ({ closedFrom: date })}
        save={save}
        beside={
          <span className="mute">
            {t(closedFrom === null ? 'sitePage.inService' : 'sitePage.closedEffect')}
          </span>
        }
      />
    </>
  );
}

/** Other names that files use; one that means another site is let go, and its rows ask for a site again. */
function Names({ site, save }: PartProps) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
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
        <li>
          <button type="button" className="link" aria-expanded={adding} onClick={() => setAdding(!adding)}>
            {t('sitePage.addName')}
          </button>
        </li>
      </ul>
      {adding && (
        <TextLine
          label={t('sitePage.newName')}
          value=""
          read={(addName) => ({ addName })}
          refused={t('sitePage.nameOfOther')}
          save={async (change) => {
            const problem = await save(change);
            if (problem === null) setAdding(false);
            return problem;
          }}
        />
      )}
    </div>
  );
}

function Enrolment({ site, save }: PartProps) {
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
