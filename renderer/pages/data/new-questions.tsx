import { useApiQuery } from '../../bridge/use-api.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { LowDays } from './low-days.tsx';
import { QuestionList } from './questions.tsx';
import { UnlikelyCounts } from './unlikely-counts.tsx';

/** Right after an import, what it could not place or believe, and the days that are far below the usual. */
export function NewQuestions() {
  const { t } = useTranslation();
  const query = useApiQuery('questions.list', {}, { keep: () => true });
  const questions = query.data ?? [];
  return (
    <>
      <UnlikelyCounts heading="h3" />
      {questions.length > 0 && (
        <>
          <h3>{t('import.addedBelow')}</h3>
          <QuestionList questions={questions} heading="h3" />
        </>
      )}
      <LowDays heading="h3" />
    </>
  );
}
