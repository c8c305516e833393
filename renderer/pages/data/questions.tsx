import { useState } from 'react';
import type { PendingName, PendingNameAnswer, SiteRecord } from '../../../electron/api/records.ts';
import { useApiQuery, useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button } from '../../ui/button.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Select } from '../../ui/select.tsx';
import { ErrorNotice, StateView } from '../../ui/states.tsx';
import { Followers } from './followers.tsx';
import { LowDays } from './low-days.tsx';
import { RangeFigure } from './range-figure.tsx';
import { UnlikelyCounts } from './unlikely-counts.tsx';

export function Questions() {
  const query = useApiQuery('questions.list', {}, { keep: () => true });
  const counts = useApiQuery('counts.unlikely', {}, { keep: () => true }).data ?? [];
  const low = useApiQuery('counts.low', {}, { keep: () => true }).data ?? [];
  return (
    <QueryView query={query}>
      {(questions) =>
        questions.length > 0 || counts.length > 0 || low.length > 0 ? (
          <div className="blocks">
            <UnlikelyCounts heading="h2" />
            <QuestionList questions={questions} heading="h2" />
            <LowDays heading="h2" />
          </div>
        ) : (
          <NoQuestions />
        )
      }
    </QueryView>
  );
}

function NoQuestions() {
  const { t } = useTranslation();
  const { importFiles } = useShell();
  return (
    <StateView icon="done" title={t('data.noQuestions')} text={t('data.noQuestionsHint')}>
      <Button onClick={() => importFiles({ type: 'dialog' })}>{t('first.importButton')}</Button>
    </StateView>
  );
}

interface QuestionListProps {
  readonly questions: readonly PendingName[];
  /** One below the heading that stands above the list. */
  readonly heading: 'h2' | 'h3';
}

/** Names that no site answers to. Nothing is merged without a yes. */
export function QuestionList(props: QuestionListProps) {
  const { questions, heading } = props;
  const { t } = useTranslation();
  const notifyUndoable = useUndoableNotice();
  const sites = useApiQuery('sites.list', {});
  const format = useFormat();
  const job = useJob('questions.answer');
  const [answered, setAnswered] = useState<PendingName | null>(null);
  const { progress } = job;
  const doing = progress
    ? `${t(`stage.${progress.stage}`)} ${format.percent(progress.done)}`
    : t('stage.wait');
  const answer = async (question: PendingName, given: PendingNameAnswer) => {
    const { id, kind, name } = question;
    setAnswered(question);
    const done = await job.edit({ id, kind, answer: given });
    if (done) notifyUndoable(t('data.answered', { name }), done.edits);
  };
  return (
    <>
      {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
      {questions.map((question, i) => (
        <Ask
          key={`${question.kind} ${question.id}`}
          question={question}
          heading={heading}
          place={{ i: i + 1, n: questions.length }}
          sites={sites.data ?? []}
          disabled={job.running}
          doing={job.running && question === answered ? doing : null}
          onAnswer={(given) => void answer(question, given)}
        />
      ))}
    </>
  );
}

interface AskProps {
  readonly question: PendingName;
  readonly heading: 'h2' | 'h3';
  readonly place: { readonly i: number; readonly n: number };
  readonly sites: readonly SiteRecord[];
  readonly disabled: boolean;
  /** How far the work of the answer is; it stands beside the buttons, where nothing moves for it. */
  readonly doing: string | null;
  onAnswer(answer: PendingNameAnswer): void;
}

function Ask({ question, heading: Heading, place, sites, disabled, doing, onAnswer }: AskProps) {
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState(question.proposal === null && !question.menusOnly);
  const reason = useReason(question);
  const { proposal, name } = question;
  const isMenu = question.menusOnly && sites.length > 1;
  const title = isMenu
    ? t('data.questionMenu', { name })
    : proposal
      ? t('data.question', { name, site: proposal.site })
      : t('data.questionNoProposal', { name });
  const id = `question-${question.kind}-${question.id}`;
  return (
    <section className="ask" aria-labelledby={id}>
      <div>
        <Heading id={id}>
          {title} <span>{t('data.questionOf', place)}</span>
        </Heading>
        <p>{isMenu ? t('data.questionMenuRows') : reason}</p>
        {isMenu && (
          <Followers
            legend={title}
            sites={sites}
            likely={question.likelyFollowers}
            disabled={disabled}
            onFollow={(siteIds) => onAnswer({ type: 'followers', siteIds })}
          />
        )}
        <div className="row">
          {proposal && (
            <Button
              look="primary"
              disabled={disabled}
              onClick={() => onAnswer({ type: 'site', siteId: proposal.siteId })}
            >
              {t('data.yes', { site: proposal.site })}
            </Button>
          )}
          {choosing && sites.length > 0 ? (
            <SiteSelect sites={sites} onChoose={(siteId) => onAnswer({ type: 'site', siteId })} />
          ) : (
            <Button disabled={disabled || sites.length === 0} onClick={() => setChoosing(true)}>
              {t('data.another')}
            </Button>
          )}
          <Button disabled={disabled} onClick={() => onAnswer({ type: 'new-site' })}>
            {t('data.newSite')}
          </Button>
          <span role="status" className="mute num">
            {doing}
          </span>
        </div>
      </div>
      {question.ranges.length > 0 && <RangeFigure ranges={question.ranges} />}
    </section>
  );
}

function useReason(question: PendingName): string {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = { count: question.rows, n: format.count(question.rows) };
  if (question.kind === 'school') return t('data.questionSchool', rows);
  const kind = question.siteKind ? t(`siteKind.${question.siteKind}`) : t('common.unknown');
  return t('data.questionRows', { ...rows, kind });
}

function SiteSelect(props: { readonly sites: readonly SiteRecord[]; onChoose(siteId: number): void }) {
  const { t } = useTranslation();
  const options = props.sites.map((site) => ({
    id: site.id,
    label: `${site.name} (${t(`siteKind.${site.kind}`)})`,
  }));
  return (
    <Select
      label={t('data.choose')}
      placeholder={t('data.choose')}
      options={options}
      value={null}
      onChange={props.onChoose}
      width={220}
    />
  );
}
