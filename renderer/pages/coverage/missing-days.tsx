import { Link } from 'wouter';
import type { CoverageDay } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { Icon } from '../../ui/icons.tsx';

/** How many days are missing, and what can be done about it. */
export function Missing({ days }: { readonly days: readonly CoverageDay[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { importFiles } = useShell();
  const missing = days.filter(({ expected, served }) => expected && served === null).length;
  if (missing === 0) {
    const any = days.some(({ expected }) => expected);
    return (
      <p className="missing">
        {any && (
          <span className="tag good">
            <Icon name="done" small />
            {t('coverage.complete')}
          </span>
        )}
      </p>
    );
  }
  return (
    <div className="missing">
      <span className="tag warn">
        <Icon name="warning" small />
        {t('coverage.summary', { count: missing, n: format.count(missing) })}
      </span>
      <p>{t('coverage.todo')}</p>
      <div className="row">
        <button type="button" className="link" onClick={() => importFiles({ type: 'dialog' })}>
          {t('coverage.toImport')}
        </button>
        <Link className="link" href="/data/calendars">
          {t('coverage.toClosures')}
        </Link>
      </div>
    </div>
  );
}
