import { useCallback } from 'react';
import { ApiFailure } from '../bridge/failure.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { useShell } from './shell-context.tsx';

/** Copies a text; `false`: the browser or the system refused, which is said with what to do. */
export function useCopy(): (text: string) => Promise<boolean> {
  const { t } = useTranslation();
  const { failed } = useShell();
  return useCallback(
    async (text) => {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        // A browser may have no clipboard at all, or keep it from this page.
        const words = { message: t('common.notCopied'), remedy: t('common.notCopiedRemedy') };
        failed(new ApiFailure({ kind: 'refused', ...words }));
        return false;
      }
    },
    [t, failed],
  );
}
