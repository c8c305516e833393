import { holidayZones } from '../../../electron/api/domain-lists.ts';
import type { AppState, Settings } from '../../../electron/api/records.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useSaveSettings } from '../../shell/use-settings.ts';
import { Select } from '../../ui/select.tsx';

type Zone = Settings['zone'];

const ZONES: readonly Zone[] = ['auto', ...holidayZones, 'none'];

/** Whose school holidays count in the years without imported ones. */
export function SchoolZoneSetting(props: { readonly state: AppState }) {
  const { settings, schoolZone, empty } = props.state;
  const { t } = useTranslation();
  const save = useSaveSettings();
  const found = schoolZone.zone && t('settings.zoneFound', { zone: t(`settings.zones.${schoolZone.zone}`) });
  return (
    <>
      <Select<Zone>
        label={t('settings.zone')}
        options={ZONES.map((id) => ({ id, label: t(`settings.zones.${id}`) }))}
        value={settings.zone}
        width={220}
        onChange={(zone) => void save({ zone })}
      />
      {settings.zone === 'auto' && !empty && <p role="status">{found ?? t('settings.zoneUnknown')}</p>}
      <p>{t('settings.zoneHelp')}</p>
    </>
  );
}
