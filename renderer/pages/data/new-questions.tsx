import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../bridge/use-api.ts';
import { QuestionList } from './questions.tsx';
import { UnlikelyCounts } from './unlikely-counts.tsx';

/** Right after an import, the names that it could not place. */
export function NewQuestions() {
  const { t } = useTranslation();
  const query = useApiQuery('questions.list', {}, { keep: () => true });
  const questions = query.data ?? [];
  if (questions.length === 0) return <UnlikelyCounts heading="h3" />;
  return (
    <>
      <UnlikelyCounts heading="h3" />
      <h3>{t('import.addedBelow')}</h3>
      <QuestionList questions={questions} heading="h3" />
    </>
  );
}
