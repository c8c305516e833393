import type { ImportFileReport } from '../../../electron/api/records.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ModelWorkbookButton } from '../../shell/model-workbook-button.tsx';
import { Icon } from '../../ui/icons.tsx';

/** A file that nobody understands yet: what was seen, that nothing was kept, the next step, and a file that will be. */
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
      <div className="row model">
        <ModelWorkbookButton />
        <p>{t('modelWorkbook.hint')}</p>
      </div>
    </section>
  );
}
