import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { type PageName, pageNames, pageSearchWords } from '../../electron/api/commands.ts';
import type { AppState, DishSummary, Plan, SiteRecord } from '../../electron/api/records.ts';
import { useApiQuery } from '../bridge/use-api.ts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { ACCURACY_PARTS } from '../routes/accuracy-parts.ts';
import { DATA_TABS } from '../routes/data-tabs.ts';
import { CHAPTERS } from '../routes/guide-chapters.ts';
import { cellPlace, type Go, sitePath } from '../routes/places.ts';
import { RECORD_SEGMENTS } from '../routes/record-segments.ts';
import { SETTINGS_TABS } from '../routes/settings-tabs.ts';
import { TERMS } from '../ui/terms.ts';
import type { Entry } from './entry.ts';
import { useCommandEntries } from './use-command-entries.ts';

/** Everything that is found by its name: pages, commands, sites, dishes, terms. */
export function useThings(state: AppState, plan: Plan | undefined): readonly Entry[] {
  const pages = usePages(state);
  const commands = useCommandEntries(state);
  const sites = useApiQuery('sites.list', {}, { enabled: !state.empty });
  const dishes = useApiQuery('dishes.list', {}, { enabled: !state.empty });
  const named = useNamed(sites.data ?? [], dishes.data ?? [], state, plan);
  const terms = useTerms();
  return useMemo(() => [...pages, ...commands, ...named, ...terms], [pages, commands, named, terms]);
}

function usePages(state: AppState): readonly Entry[] {
  const { t } = useTranslation();
  const [, go] = useLocation();
  return useMemo(() => {
    // Without data only these two pages have anything to show.
    const pages = pageNames.filter((page) => !state.empty || page === 'data' || page === 'settings');
    const main = pages.map(
      (page): Entry => ({
        id: `page ${page}`,
        group: 'page',
        icon: page,
        label: t(`page.${page}`),
        also: pageSearchWords[page],
        run: () => go(`/${page}`),
      }),
    );
    return [...main, ...partsOf(t, go, pages), ...helpOf(t, go)];
  }, [t, go, state.empty]);
}

/** Tabs and parts of the pages, by their own names and by what they are about. */
function partsOf(t: TFunction, go: Go, pages: readonly PageName[]): readonly Entry[] {
  const of = (page: PageName, part: string, name: string, also: string): Entry => ({
    id: `${page} ${part}`,
    group: 'page',
    icon: page,
    label: t('palette.part', { page: t(`page.${page}`), name }),
    also,
    hidden: true,
    run: () => go(`/${page}/${part}`),
  });
  const parts = {
    record: RECORD_SEGMENTS.map((segment) =>
      of('record', segment, t(`record.segments.${segment}`), t(`record.also.${segment}`)),
    ),
    menus: [of('menus', 'frequencies', t('menus.views.frequencies'), t('palette.also.frequencies'))],
    data: DATA_TABS.map((tab) => of('data', tab, t(`palette.page.${tab}`), t(`palette.also.${tab}`))),
    accuracy: ACCURACY_PARTS.map((part) =>
      of('accuracy', part, t(`palette.page.${part}`), t(`palette.also.${part}`)),
    ),
    settings: SETTINGS_TABS.map((tab) =>
      of('settings', tab, t(`settings.tabs.${tab}`), t(`palette.also.${tab}`)),
    ),
  };
  return Object.entries(parts).flatMap(([page, entries]) =>
    pages.some((shown) => shown === page) ? entries : [],
  );
}

/** The guide and what the program says of itself: found by their names, and by what they are about. */
function helpOf(t: TFunction, go: Go): readonly Entry[] {
  const of = (path: string, label: string, also: string): Entry => ({
    id: `help ${path}`,
    group: 'page',
    icon: 'help',
    label,
    also,
    hidden: true,
    run: () => go(`/help/${path}`),
  });
  return [
    ...CHAPTERS.map((chapter) => {
      const name = t(`guide.chapters.${chapter}.name`);
      const label = t('palette.part', { page: t('guide.title'), name });
      return of(`guide/${chapter}`, label, t(`guide.chapters.${chapter}.about`));
    }),
    of('about', t('about.title'), t('about.open')),
  ];
}

function useNamed(
  sites: readonly SiteRecord[],
  dishes: readonly DishSummary[],
  state: AppState,
  plan: Plan | undefined,
): readonly Entry[] {
  const { t } = useTranslation();
  const format = useFormat();
  const [, go] = useLocation();
  return useMemo(
    () => [
      ...sites.map(
        (site): Entry => ({
          id: `site ${site.id}`,
          group: 'site',
          icon: 'sample',
          label: site.name,
          hint: t(`siteKind.${site.kind}`),
          also: t(`siteKind.${site.kind}`),
          hidden: true,
          run: () => openSite(site, state, plan, go),
        }),
      ),
      ...sites.map(
        (site): Entry => ({
          id: `site-page ${site.id}`,
          group: 'site',
          icon: 'data',
          label: t('palette.sitePage', { site: site.name }),
          hint: t('data.sites'),
          also: t(`siteKind.${site.kind}`),
          hidden: true,
          run: () => go(sitePath(site.id)),
        }),
      ),
      ...dishes.map((dish): Entry => {
        const date = plan?.days.find((day) => day.dishes.some((one) => one.dish === dish.name))?.date;
        return {
          id: `dish ${dish.key}`,
          group: 'dish',
          icon: 'day',
          label: dish.name,
          ...(date ? { hint: format.day(date) } : {}),
          also: dish.spellings.join(' '),
          hidden: true,
          run: () => go(`/menus/dish/${encodeURIComponent(dish.key)}`),
        };
      }),
    ],
    [sites, dishes, state, plan, t, format, go],
  );
}

/** Today's cell of a site where the page shows today, else its first of the week. */
function openSite(site: SiteRecord, { today }: AppState, plan: Plan | undefined, go: Go): void {
  const rows = plan?.rows.filter(({ siteId }) => siteId === site.id) ?? [];
  const row =
    rows.find(({ date }) => date === today) ?? rows.toSorted((a, b) => (a.date < b.date ? -1 : 1))[0];
  go(row ? cellPlace(site.id, row.date) : sitePath(site.id));
}

function useTerms(): readonly Entry[] {
  const { t } = useTranslation();
  const [, go] = useLocation();
  return useMemo(
    () =>
      TERMS.map((term) => ({
        id: `term ${term}`,
        group: 'term' as const,
        icon: 'term' as const,
        label: t(`help.terms.${term}.name`),
        hint: t(`help.terms.${term}.text`),
        hidden: true,
        run: () => go(`/help/${term}`),
      })),
    [t, go],
  );
}
