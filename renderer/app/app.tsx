import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useLocation } from 'wouter';
import { localeOf } from '../format/numbers.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { isPageName } from '../routes/pages.ts';
import { DropLayer } from '../shell/drop-layer.tsx';
import { ErrorBoundary } from '../shell/error-boundary.tsx';
import { FloatingNotices } from '../shell/notice.tsx';
import { usePreferences } from '../shell/preferences.ts';
import { Rail } from '../shell/rail.tsx';
import { useShellState } from '../shell/shell-context.tsx';
import { useAppState } from '../shell/use-settings.ts';
import { QueryView } from '../ui/query-view.tsx';
import { LoadingView } from '../ui/states.tsx';
import { Pages } from './pages.tsx';
import { ShellCommands } from './shell-commands.tsx';

// Fetched when they are first asked for.
const RescuePage = lazy(() =>
  import('../pages/settings/data/rescue-page.tsx').then((m) => ({ default: m.RescuePage })),
);
const ImportSheet = lazy(() =>
  import('../pages/data/import-sheet.tsx').then((m) => ({ default: m.ImportSheet })),
);
const SiteForm = lazy(() => import('../pages/data/site-form.tsx').then((m) => ({ default: m.SiteForm })));

export function App() {
  const language = useLanguage();
  const state = useAppState();
  usePreferences(state.data?.settings ?? null);
  return (
    <I18nProvider locale={localeOf(language)}>
      <div className="app">
        <Rail />
        <Place>
          <Suspense fallback={<Waiting />}>
            {state.error?.kind === 'damaged-data' ? (
              <RescuePage error={state.error} onAgain={state.again} />
            ) : (
              <QueryView query={state}>{(data) => <Pages state={data} />}</QueryView>
            )}
          </Suspense>
        </Place>
      </div>
      <FloatingNotices />
      <DropLayer />
      <ShellCommands state={state.data} />
      <Suspense>
        <Dialogs />
      </Suspense>
    </I18nProvider>
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

/** Titled by its place. What does not ask for the place is not drawn again when a cell is opened. */
function Place(props: { readonly children: ReactNode }) {
  const [location] = useLocation();
  useTitle(location);
  return <ErrorBoundary place={location}>{props.children}</ErrorBoundary>;
}

function useTitle(location: string): void {
  const { t } = useTranslation();
  const page = location.split('/')[1];
  const name = page === 'help' ? t('help.title') : isPageName(page) ? t(`page.${page}`) : t('page.week');
  useEffect(() => {
    document.title = `${name} – Bonne Mesure`;
  }, [name]);
}
