import { lazy, Suspense, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import type { AppState } from '../../electron/api/records.ts';
import { localeOf } from '../format/numbers.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { FirstRunPage } from '../pages/first-run/first-run-page.tsx';
import { WeekPage } from '../pages/week/week-page.tsx';
import { isPageName } from '../routes/pages.ts';
import { DropLayer } from '../shell/drop-layer.tsx';
import { ErrorBoundary } from '../shell/error-boundary.tsx';
import { usePreferences } from '../shell/preferences.ts';
import { Rail } from '../shell/rail.tsx';
import { useShellState } from '../shell/shell-context.tsx';
import { useAppState } from '../shell/use-settings.ts';
import { QueryView } from '../ui/query-view.tsx';
import { LoadingView } from '../ui/states.tsx';
import { ShellCommands } from './shell-commands.tsx';

// The week is what the app opens on; everything else is fetched when it is first asked for.
const DayPage = lazy(() => import('../pages/day/day-page.tsx').then((m) => ({ default: m.DayPage })));
const MenusPage = lazy(() => import('../pages/menus/menus-page.tsx').then((m) => ({ default: m.MenusPage })));
const DishPage = lazy(() => import('../pages/menus/dish-page.tsx').then((m) => ({ default: m.DishPage })));
const DataPage = lazy(() => import('../pages/data/data-page.tsx').then((m) => ({ default: m.DataPage })));
const AccuracyPage = lazy(() =>
  import('../pages/accuracy/accuracy-page.tsx').then((m) => ({ default: m.AccuracyPage })),
);
const SettingsPage = lazy(() =>
  import('../pages/settings/settings-page.tsx').then((m) => ({ default: m.SettingsPage })),
);
const RescuePage = lazy(() =>
  import('../pages/settings/data/rescue-page.tsx').then((m) => ({ default: m.RescuePage })),
);
const HelpPage = lazy(() => import('../help/help-page.tsx').then((m) => ({ default: m.HelpPage })));
const ImportSheet = lazy(() =>
  import('../pages/data/import-sheet.tsx').then((m) => ({ default: m.ImportSheet })),
);
const SiteForm = lazy(() => import('../pages/data/site-form.tsx').then((m) => ({ default: m.SiteForm })));

export function App() {
  const language = useLanguage();
  const state = useAppState();
  const [location] = useLocation();
  usePreferences(state.data?.settings ?? null);
  useTitle(location);
  return (
    <I18nProvider locale={localeOf(language)}>
      <div className="app">
        <Rail />
        <ErrorBoundary place={location}>
          <Suspense fallback={<Waiting />}>
            {state.error?.kind === 'damaged-data' ? (
              <RescuePage error={state.error} onAgain={state.again} />
            ) : (
              <QueryView query={state}>{(data) => <Pages state={data} />}</QueryView>
            )}
          </Suspense>
        </ErrorBoundary>
      </div>
      <DropLayer />
      <ShellCommands state={state.data} />
      <Suspense>
        <Dialogs />
      </Suspense>
    </I18nProvider>
  );
}

function Pages(props: { readonly state: AppState }) {
  const { state } = props;
  const Home = state.empty ? FirstRunPage : WeekPage;
  return (
    <Switch>
      <Route path="/day/:date?/:site?/:view?">
        {state.empty ? <FirstRunPage state={state} /> : <DayPage state={state} />}
      </Route>
      <Route path="/menus/dish/:key">{state.empty ? <FirstRunPage state={state} /> : <DishPage />}</Route>
      <Route path="/menus/:when?">
        {state.empty ? <FirstRunPage state={state} /> : <MenusPage state={state} />}
      </Route>
      <Route path="/data/:tab?/:part?">
        <DataPage state={state} />
      </Route>
      <Route path="/accuracy/:part?">
        {state.empty ? <FirstRunPage state={state} /> : <AccuracyPage state={state} />}
      </Route>
      <Route path="/settings/:tab?/:asked?">
        <SettingsPage state={state} />
      </Route>
      <Route path="/help/:term?">
        <HelpPage />
      </Route>
      <Route path="/week/:monday?/:site?/:date?/:part?">
        <Home state={state} />
      </Route>
      <Route>
        <Redirect to="/week" replace />
      </Route>
    </Switch>
  );
}

function Dialogs() {
  const { source, typing, closeImport, closeTyping } = useShellState();
  return (
    <>
      {source && <ImportSheet source={source} onClose={closeImport} />}
      {typing && <SiteForm onClose={closeTyping} />}
    </>
  );
}

function Waiting() {
  return (
    <main className="page">
      <LoadingView progress={null} />
    </main>
  );
}

function useTitle(location: string): void {
  const { t } = useTranslation();
  const page = location.split('/')[1];
  const name = page === 'help' ? t('help.title') : isPageName(page) ? t(`page.${page}`) : t('page.week');
  useEffect(() => {
    document.title = `${name} – Bonne Mesure`;
  }, [name]);
}
