import { Fragment, useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { type PageName, pageNames } from '../../electron/api/commands.ts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Icon } from '../ui/icons.tsx';
import { useCommands } from './commands.tsx';
import { isMac } from './keys.ts';
import { useAppState } from './use-settings.ts';

export function Rail() {
  const { t } = useTranslation();
  const commands = useCommands();
  const page = usePageOpen();
  const nav = useRef<HTMLElement>(null);
  // In a narrow window the rail scrolls: the page that is open stays in sight, also while the window is made narrow.
  // Another place of the same page asks for nothing: to scroll, the whole page is laid out.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked for when another page is open.
  useEffect(() => {
    const show = () =>
      nav.current
        ?.querySelector('[aria-current=page]')
        ?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    show();
    window.addEventListener('resize', show);
    return () => window.removeEventListener('resize', show);
  }, [page]);
  return (
    <nav className="rail" aria-label={t('app.pages')} ref={nav}>
      <div className="brand">
        <Mark />
        {t('app.name')}
      </div>
      <button
        type="button"
        title={t('palette.title')}
        aria-keyshortcuts={isMac() ? 'Meta+K' : 'Control+K'}
        onClick={() => commands.run('palette')}
      >
        <Icon name="search" />
        {t('palette.open')}
      </button>
      {pageNames.map((page) => (
        <Fragment key={page}>
          {page === 'settings' && <PageLink page="help" end />}
          <PageLink page={page} />
        </Fragment>
      ))}
    </nav>
  );
}

function usePageOpen(): string {
  const [location] = useLocation();
  return location.split('/')[1] || 'week';
}

/** Help and settings stand apart, at the end. */
function PageLink({ page, end }: { readonly page: PageName | 'help'; readonly end?: boolean }) {
  const { t } = useTranslation();
  const isOpen = usePageOpen() === page;
  return (
    <Link href={`/${page}`} className={end ? 'end' : ''} aria-current={isOpen ? 'page' : undefined}>
      <Icon name={page} />
      {page === 'help' ? t('help.title') : t(`page.${page}`)}
      {page === 'record' && <DaysToRecord />}
    </Link>
  );
}

/** How many days still wait for what was served. */
function DaysToRecord() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useAppState();
  const count = data?.openRecordDays.length ?? 0;
  if (count === 0) return null;
  const words = t('record.due', { count, n: format.count(count) });
  return (
    <span className="due num" title={words}>
      <span aria-hidden="true">{format.count(count)}</span>
      <span className="sr">{words}</span>
    </span>
  );
}

function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path
        d="M3 2.5h14l-1.6 15h-10.8z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinejoin="round"
      />
      <path d="M4.1 9.5h11.8l-.8 8H4.9z" fill="var(--accent)" />
      <path d="M12 6.2h4M12.6 13h2.6" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
