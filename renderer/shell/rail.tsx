import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { Icon } from '../ui/icons.tsx';
import { PAGES } from './pages.ts';

export function Rail() {
  const { t } = useTranslation();
  const [location] = useLocation();
  const first = location.split('/')[1] || 'week';
  return (
    <nav className="rail" aria-label={t('app.pages')}>
      <div className="brand">
        <Mark />
        {t('app.name')}
      </div>
      {PAGES.map((page) => (
        <Link
          key={page}
          href={`/${page}`}
          className={page === 'settings' ? 'end' : ''}
          aria-current={first === page ? 'page' : undefined}
        >
          <Icon name={page} />
          {t(`page.${page}`)}
        </Link>
      ))}
    </nav>
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
