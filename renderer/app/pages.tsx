import { type ComponentType, lazy } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { PageName } from '../../electron/api/commands.ts';
import type { AppState } from '../../electron/api/records.ts';
import { FirstRunPage } from '../pages/first-run/first-run-page.tsx';
import { WeekPage } from '../pages/week/week-page.tsx';

type Page = ComponentType<{ readonly state: AppState }>;

interface PageRecord {
  readonly path: string;
  readonly page: Page;
  /** Shown without any data too; the others then give way to the first-run page. */
  readonly empty?: boolean;
  /** Pages below it, with paths of their own. */
  readonly inner?: readonly Omit<PageRecord, 'inner'>[];
}

// The week is what the app opens on; everything else is fetched when it is first asked for.
const DayPage = lazy(() => import('../pages/day/day-page.tsx').then((m) => ({ default: m.DayPage })));
const RecordPage = lazy(() =>
  import('../pages/record/record-page.tsx').then((m) => ({ default: m.RecordPage })),
);
const MenusPage = lazy(() => import('../pages/menus/menus-page.tsx').then((m) => ({ default: m.MenusPage })));
const DishPage = lazy(() => import('../pages/menus/dish-page.tsx').then((m) => ({ default: m.DishPage })));
const DataPage = lazy(() => import('../pages/data/data-page.tsx').then((m) => ({ default: m.DataPage })));
const AccuracyPage = lazy(() =>
  import('../pages/accuracy/accuracy-page.tsx').then((m) => ({ default: m.AccuracyPage })),
);
const ImpactPage = lazy(() =>
  import('../pages/impact/impact-page.tsx').then((m) => ({ default: m.ImpactPage })),
);
const SettingsPage = lazy(() =>
  import('../pages/settings/settings-page.tsx').then((m) => ({ default: m.SettingsPage })),
);
const HelpPage = lazy(() => import('../help/help-page.tsx').then((m) => ({ default: m.HelpPage })));

/** One record a page. */
const pages: Readonly<Record<PageName, PageRecord>> = {
  week: { path: '/week/:monday?/:site?/:date?/:part?', page: WeekPage },
  day: { path: '/day/:date?/:site?/:view?', page: DayPage },
  record: { path: '/record/:segment?/:date?/:site?', page: RecordPage },
  menus: { path: '/menus/:when?', page: MenusPage, inner: [{ path: '/menus/dish/:key', page: DishPage }] },
  data: { path: '/data/:tab?/:part?', page: DataPage, empty: true },
  accuracy: { path: '/accuracy/:part?', page: AccuracyPage },
  impact: { path: '/impact', page: ImpactPage },
  settings: { path: '/settings/:tab?/:asked?', page: SettingsPage, empty: true },
};

const records = Object.values(pages).flatMap(({ inner = [], ...page }) => [...inner, page]);

export function Pages({ state }: { readonly state: AppState }) {
  return (
    <Switch>
      {records.map(({ path, page, empty = false }) => {
        const Shown = state.empty && !empty ? FirstRunPage : page;
        return (
          <Route key={path} path={path}>
            <Shown state={state} />
          </Route>
        );
      })}
      <Route path="/help/:term?/:part?">
        <HelpPage />
      </Route>
      <Route>
        <Redirect to="/week" replace />
      </Route>
    </Switch>
  );
}
