import type { Key } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { Redirect, useLocation, useParams } from 'wouter';
import type { AppState } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { type DataTab, isDataTab } from '../../routes/data-tabs.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { Button } from '../../ui/button.tsx';
import { CoverageTab } from '../coverage/coverage-tab.tsx';
import { Calendars } from './calendars.tsx';
import { Dishes } from './dishes.tsx';
import { ImportsList } from './imports-list.tsx';
import { Questions } from './questions.tsx';
import { SitesList } from './sites-list.tsx';

/** What is recorded comes first; where nothing is, the sites, which can be typed in. */
const firstTab = ({ siteDays }: AppState): DataTab => (siteDays > 0 ? 'coverage' : 'sites');

export function DataPage(props: { readonly state: AppState }) {
  const { state } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { importFiles, typeSite } = useShell();
  const params = useParams<{ tab?: string }>();
  const [, go] = useLocation();
  const select = (key: Key) => go(`/data/${key}`, { replace: true });
  const { tab } = params;
  if (!isDataTab(tab)) return <Redirect to={`/data/${firstTab(state)}`} replace />;
  return (
    <main className="page">
      <Tabs className="column fill" selectedKey={tab} onSelectionChange={select}>
        <div className="head">
          <h1>{t('page.data')}</h1>
          <TabList className="group" aria-label={t('page.data')}>
            <Tab id="coverage" className="btn">
              {t('coverage.tab')}
            </Tab>
            <Tab id="sites" className="btn">
              {t('data.sites')}
            </Tab>
            <Tab id="questions" className="btn">
              {t('data.questions')}
              {state.questions > 0 && <span className="num badge">{format.count(state.questions)}</span>}
            </Tab>
            <Tab id="imports" className="btn">
              {t('data.imports')}
            </Tab>
            <Tab id="calendars" className="btn">
              {t('calendars.tab')}
            </Tab>
            <Tab id="dishes" className="btn">
              {t('dishes.tab')}
            </Tab>
          </TabList>
          <span className="push" />
          <Button icon="add" onClick={typeSite}>
            {t('data.addSite')}
          </Button>
          <Button look="primary" onClick={() => importFiles({ type: 'dialog' })}>
            {t('data.importFiles')}
          </Button>
        </div>
        <TabPanel id="coverage" className="column fill">
          <CoverageTab />
        </TabPanel>
        <TabPanel id="sites" className="column fill">
          <SitesList />
        </TabPanel>
        <TabPanel id="questions" className="column fill">
          <Questions />
        </TabPanel>
        <TabPanel id="imports" className="column fill">
          <ImportsList />
        </TabPanel>
        <TabPanel id="calendars" className="column fill">
          <Calendars state={state} />
        </TabPanel>
        <TabPanel id="dishes" className="column fill">
          <Dishes />
        </TabPanel>
      </Tabs>
    </main>
  );
}
