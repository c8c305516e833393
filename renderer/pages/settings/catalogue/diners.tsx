import { useState } from 'react';
import type { Catalogue, SiteDiners, SiteDinersRecord } from '../../../../electron/api/records.ts';
import { useNewest } from '../../../bridge/use-newest.ts';
import { foldForSearch } from '../../../format/fold.ts';
import { bySiteName } from '../../../format/site-order.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { QueryView } from '../../../ui/query-view.tsx';
import { ErrorNotice, StateView } from '../../../ui/states.tsx';
import { TermHelp } from '../../../ui/term-help.tsx';
import { dinersOfDraft } from './diners-draft.ts';
import { DinersForm } from './diners-form.tsx';
import { NumberCell } from './number-cell.tsx';
import { AGE_CLASSES, percentOf } from './numbers.ts';
import { ActionsHead, ChangeButton } from './row-actions.tsx';
import { type CatalogueEdits, useCatalogue, useCatalogueEdits } from './use-catalogue.ts';

const DIETS = ['noPork', 'vegetarian', 'allergy'] as const;
/** More sites than this are looked for by name. */
const MANY = 12;

/** Who eats at each site besides the children that are forecast. */
export function DinersSettings() {
  const query = useCatalogue();
  return <QueryView query={query}>{(catalogue) => <DinersList catalogue={catalogue} />}</QueryView>;
}

function DinersList({ catalogue }: { readonly catalogue: Catalogue }) {
  const { t } = useTranslation();
  const format = useFormat();
  const edits = useCatalogueEdits();
  const [words, setWords] = useState('');
  const [open, setOpen] = useState<SiteDinersRecord | null>(null);
  const { sites } = catalogue;
  const found = sites
    .filter(({ site }) => foldForSearch(site).includes(foldForSearch(words)))
    .toSorted(bySiteName);
  if (sites.length === 0) {
    return (
      <StateView icon="sample" title={t('provision.guests.none')} text={t('provision.guests.noneHint')} />
    );
  }
  return (
    <div className="blocks">
      <section className="block">
        <h2 id="guests">
          {t('provision.guests.title')}{' '}
          <span role="status">{t('site.count', { count: found.length, n: format.count(found.length) })}</span>
        </h2>
        <p className="about">{t('provision.guests.lead')}</p>
        {sites.length > MANY && (
          <input
            type="search"
            className="field find-dish"
            placeholder={t('site.find')}
            aria-label={t('site.find')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
        {edits.error && !open && <ErrorNotice error={edits.error} onClose={edits.reset} />}
        <table className="list edit" aria-labelledby="guests">
          <DinersHead />
          <tbody>
            {found.map((site) => (
              <DinersRow key={site.siteId} site={site} catalogue={catalogue} edits={edits} onOpen={setOpen} />
            ))}
          </tbody>
        </table>
      </section>
      {open && (
        <DinersForm
          site={open}
          catalogue={catalogue}
          edits={edits}
          onClose={() => {
            edits.reset();
            setOpen(null);
          }}
        />
      )}
    </div>
  );
}

function DinersHead() {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t('provision.guests.site')}</th>
        <th scope="col">
          {t('provision.guests.classes')} <TermHelp name="ageClass" />
        </th>
        <th scope="col" className="r">
          {t('provision.guests.adults')}
        </th>
        {DIETS.map((diet) => (
          <th key={diet} scope="col" className="r">
            {t(`provision.guests.${diet}`)} {diet === 'allergy' && <TermHelp name="pai" />}
          </th>
        ))}
        <th scope="col" className="r">
          {t('provision.guests.samples')} <TermHelp name="witness" />
        </th>
        <th scope="col">{t('provision.guests.kitchen')}</th>
        <th scope="col">{t('provision.guests.note')}</th>
        <ActionsHead />
      </tr>
    </thead>
  );
}

interface DinersRowProps {
  readonly site: SiteDinersRecord;
  readonly catalogue: Catalogue;
  readonly edits: CatalogueEdits;
  onOpen(site: SiteDinersRecord): void;
}

function DinersRow({ site, catalogue, edits, onOpen }: DinersRowProps) {
  const { t } = useTranslation();
  const name = site.site;
  const save = useNewest<SiteDiners, boolean>(
    dinersOfDraft(site),
    async (diners, taken) => (await edits.save([{ type: 'guests', diners }], name, taken)) !== null,
  );
  const kitchen = catalogue.kitchens.find(({ id }) => id === site.kitchenId)?.name ?? '–';
  const cell = (
    column: 'adults' | 'samples' | (typeof DIETS)[number],
    value: number,
    change: (count: number, before: SiteDiners) => Partial<SiteDiners>,
  ) => (
    <td key={column} className="r">
      <NumberCell
        label={t('provision.of', { what: t(`provision.guests.${column}`), name })}
        column={column}
        value={value}
        mayBeEmpty
        onSave={(count) => save((before) => ({ ...before, ...change(count ?? 0, before) }))}
      />
    </td>
  );
  return (
    <tr>
      <th scope="row" className="cut" title={name}>
        {name}
      </th>
      <td>
        <Shares site={site} />
      </td>
      {cell('adults', site.adults, (adults) => ({ adults }))}
      {DIETS.map((diet) =>
        cell(diet, site.diets[diet], (count, { diets }) => ({ diets: { ...diets, [diet]: count } })),
      )}
      {cell('samples', site.samples, (samples) => ({ samples }))}
      <td className="cut" title={kitchen}>
        {kitchen}
      </td>
      <td className="cut" title={site.note}>
        {site.note || '–'}
      </td>
      <td className="r">
        <ChangeButton name={name} onChange={() => onOpen(site)} />
      </td>
    </tr>
  );
}

/** The site's own shares, or those of its kind. */
function Shares({ site }: { readonly site: SiteDinersRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { shares, siteKind } = site;
  if (shares === null) return <span className="mute">{t(`siteKind.${siteKind}`)}</span>;
  const parts = AGE_CLASSES.filter((age) => shares[age] > 0).map((age) =>
    t('provision.guests.share', {
      age: t(`provision.classesShort.${age}`),
      n: format.tenths(percentOf(shares[age])),
    }),
  );
  return <span className="tag own">{parts.join(' · ')}</span>;
}
