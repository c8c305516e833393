import { useTranslation } from 'react-i18next';
import type { ImportFileReport } from '../../../electron/api/records.ts';
import { Icon } from '../../ui/icons.tsx';

/** A file that nobody understands yet: what was seen, that nothing was kept, and the next step. */
export function NotUnderstood({ file }: { readonly file: ImportFileReport }) {
  const { t } = useTranslation();
  const [group] = file.groups;
  return (
    <section className="not-understood" aria-labelledby="not-understood">
      <h3 id="not-understood">
        <Icon name="warning" small />
        <span>{group?.reason ?? t('import.notRecognised')}</span>
      </h3>
      <p>
        {t('guard.nothingKept')} {group?.remedy}
      </p>
    </section>
  );
}
