import { useState } from 'react';
import type { Catalogue, KitchenRecord, SiteDinersRecord } from '../../../../electron/api/records.ts';
import { foldForSearch } from '../../../format/fold.ts';
import { bySiteName } from '../../../format/site-order.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { FormFrame, NameLine } from './form-frame.tsx';
import type { CatalogueEdits } from './use-catalogue.ts';

/** More sites than this are looked for by name. */
const MANY = 12;

interface KitchenFormProps {
  readonly kitchen: KitchenRecord | null;
  readonly catalogue: Catalogue;
  readonly edits: CatalogueEdits;
  onClose(): void;
}

/** A kitchen and the sites it cooks for. */
export function KitchenForm({ kitchen, catalogue, edits, onClose }: KitchenFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(kitchen?.name ?? '');
  const [pools, setPools] = useState(kitchen?.pools ?? true);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    () =>
      new Set(
        catalogue.sites
          .filter(({ kitchenId }) => kitchen !== null && kitchenId === kitchen.id)
          .map(({ siteId }) => siteId),
      ),
  );
  const [tried, setTried] = useState(false);
  const noName = tried && name.trim() === '';
  const keep = async () => {
    const draft = { id: kitchen?.id ?? null, name: name.trim(), pools };
    const saved = await edits.save([{ type: 'kitchen', kitchen: draft, siteIds: [...chosen] }], draft.name);
    if (saved !== null) onClose();
  };
  const submit = () => {
    setTried(true);
    if (name.trim() !== '') void keep();
  };
  const title =
    kitchen === null
      ? t('provision.kitchens.newTitle')
      : t('provision.kitchens.editTitle', { name: kitchen.name });
  return (
    <FormFrame id="kitchen" title={title} edits={edits} onKeep={submit} onClose={onClose}>
      <NameLine id="kitchen-name" name={name} missing={noName} onChange={setName} />
      <label className="tick">
        <input type="checkbox" checked={pools} onChange={(event) => setPools(event.target.checked)} />
        {t('provision.kitchens.pools')}
      </label>
      <SiteChoice
        sites={catalogue.sites}
        kitchens={catalogue.kitchens}
        own={kitchen?.id ?? null}
        chosen={chosen}
        onChange={setChosen}
      />
    </FormFrame>
  );
}

interface SiteChoiceProps {
  readonly sites: readonly SiteDinersRecord[];
  readonly kitchens: readonly KitchenRecord[];
  readonly own: number | null;
  readonly chosen: ReadonlySet<number>;
  onChange(chosen: ReadonlySet<number>): void;
}

function SiteChoice({ sites, kitchens, own, chosen, onChange }: SiteChoiceProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const found = sites
    .filter(({ site }) => foldForSearch(site).includes(foldForSearch(words)))
    .toSorted(bySiteName);
  const kitchenOf = ({ kitchenId }: SiteDinersRecord) =>
    kitchenId === own ? undefined : kitchens.find(({ id }) => id === kitchenId)?.name;
  const toggle = (siteId: number, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(siteId);
    else next.delete(siteId);
    onChange(next);
  };
  return (
    <fieldset className="site-choice">
      <legend>{t('provision.kitchens.choose', { count: chosen.size, n: chosen.size })}</legend>
      {sites.length > MANY && (
        <input
          type="search"
          className="field"
          placeholder={t('site.find')}
          aria-label={t('site.find')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <div className="choices">
        {found.map((site) => (
          <label key={site.siteId} className="tick">
            <input
              type="checkbox"
              checked={chosen.has(site.siteId)}
              onChange={(event) => toggle(site.siteId, event.target.checked)}
            />
            <span className="cut" title={site.site}>
              {site.site}
            </span>
            <span className="mute">{kitchenOf(site) ?? t(`siteKind.${site.siteKind}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
