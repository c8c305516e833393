import { type ComponentType, type Key, lazy, Suspense } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useLocation, useParams } from 'wouter';
import type { AppState } from '../../../electron/api/records.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { isSettingsTab, SETTINGS_TABS, type SettingsTab } from '../../routes/settings-tabs.ts';
import { LoadingView } from '../../ui/states.tsx';
import { GeneralSettings } from './general-settings.tsx';

const Portions = lazy(() => import('./catalogue/portions.tsx').then((m) => ({ default: m.Portions })));
const Packs = lazy(() => import('./catalogue/packs.tsx').then((m) => ({ default: m.Packs })));
const Suppliers = lazy(() => import('./catalogue/suppliers.tsx').then((m) => ({ default: m.Suppliers })));
const Kitchens = lazy(() => import('./catalogue/kitchens.tsx').then((m) => ({ default: m.Kitchens })));
const DataSettings = lazy(() =>
  import('./data/data-settings.tsx').then((m) => ({ default: m.DataSettings })),
);
const Models = lazy(() => import('./library/library-page.tsx').then((m) => ({ default: m.LibraryPage })));
const Diners = lazy(() => import('./catalogue/diners.tsx').then((m) => ({ default: m.DinersSettings })));

/** What stands between a head-count and an order, and what the forecasts lean on; each is fetched when it is first opened. */
const SECTIONS = {
  portions: Portions,
  packs: Packs,
  suppliers: Suppliers,
  kitchens: Kitchens,
  guests: Diners,
  models: Models,
} as const satisfies Record<Exclude<SettingsTab, 'general' | 'data'>, ComponentType>;

export function SettingsPage(props: { readonly state: AppState }) {
  const { state } = props;
  const { t } = useTranslation();
  const params = useParams<{ tab?: string; asked?: string }>();
  const [, go] = useLocation();
  const tab = isSettingsTab(params.tab) ? params.tab : 'general';
  const select = (key: Key) => go(`/settings/${key}`, { replace: true });
  return (
    <main className="page">
      <Tabs className="column fill" selectedKey={tab} onSelectionChange={select}>
        <div className="head">
          <h1>{t('page.settings')}</h1>
          <TabList className="group" aria-label={t('page.settings')}>
            {SETTINGS_TABS.map((name) => (
              <Tab key={name} id={name} className="btn">
                {t(`settings.tabs.${name}`)}
              </Tab>
            ))}
          </TabList>
        </div>
        <TabPanel id="general" className="column fill">
          <GeneralSettings state={state} />
        </TabPanel>
        <TabPanel id="data" className="column fill">
          <Suspense fallback={<LoadingView progress={null} />}>
            <DataSettings state={state} asked={params.asked} />
          </Suspense>
        </TabPanel>
        {Object.entries(SECTIONS).map(([name, Section]) => (
          <TabPanel key={name} id={name} className="column fill">
            <Suspense fallback={<LoadingView progress={null} />}>
              <Section />
            </Suspense>
          </TabPanel>
        ))}
      </Tabs>
    </main>
  );
}
