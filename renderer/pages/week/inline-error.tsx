import type { ApiError } from '../../../electron/api/contract.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

/** An error in the place of a few lines: what happened, what to do, and once more. */
export function InlineError(props: { readonly error: ApiError; onAgain?(): void }) {
  const { error, onAgain } = props;
  const { t } = useTranslation();
  return (
    <p className="behind bad" role="alert">
      {error.message} {error.remedy}{' '}
      {onAgain && (
        <button type="button" className="link" onClick={onAgain}>
          {t('common.again')}
        </button>
      )}
    </p>
  );
}
