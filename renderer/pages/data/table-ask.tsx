import { type ReactNode, useId, useState } from 'react';
import type { ImportFileReport, MarkedDay, TableQuestion } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Select } from '../../ui/select.tsx';

/** More choices, or longer ones, are a list. */
const BUTTONS = 3;
const LONGEST = 24;

interface AskBoxProps {
  /** What it is called where several boxes have the same title; absent: its title and place. */
  readonly name?: string;
  readonly title: string;
  readonly place: string;
  readonly why: string;
  readonly answered?: string | null;
  onChangeAnswer?(): void;
  readonly figure?: ReactNode;
  readonly children: ReactNode;
}

/** One question in its box; answered, one line that can be opened again. */
export function AskBox(props: AskBoxProps) {
  const { name, title, place, why, answered = null, onChangeAnswer, figure, children } = props;
  const { t } = useTranslation();
  const id = useId();
  if (answered !== null) {
    return (
      <section className="ask answered" aria-labelledby={id}>
        <h3 id={id}>
          <Icon name="done" small /> {title} <b>{answered}</b>
        </h3>
        {onChangeAnswer && (
          <button
            type="button"
            className="link"
            aria-label={`${t('guard.change')}, ${title}`}
            onClick={onChangeAnswer}
          >
            {t('guard.change')}
          </button>
        )}
      </section>
    );
  }
  return (
    <section
      className="ask qs"
      {...(name === undefined ? { 'aria-labelledby': id } : { 'aria-label': name })}
    >
      <div className="says">
        <h3 id={id}>
          {title} <span>{place}</span>
        </h3>
        {why !== '' && <p>{why}</p>}
        {figure}
      </div>
      <div className="row">{children}</div>
    </section>
  );
}

interface TableAskProps {
  readonly file: ImportFileReport;
  readonly question: TableQuestion;
  readonly answer: string | null;
  readonly place: string;
  /** The files are several: which one is meant is said. */
  readonly named: boolean;
  readonly busy: boolean;
  onAnswer(answer: string | null): void;
}

/** Something about a whole table that only a person knows, with the likeliest answer first. */
export function TableAsk({ file, question, answer, place, named, busy, onAnswer }: TableAskProps) {
  const days = useMarkedDays(question.days ?? []);
  const label = useAnswerLabel(question);
  const why = [named ? `${file.file}.` : '', question.why, days].filter(Boolean).join(' ');
  return (
    <AskBox
      title={question.question}
      place={place}
      why={why}
      answered={answer === null ? null : label(answer)}
      onChangeAnswer={() => onAnswer(null)}
    >
      <Choices question={question} label={label} busy={busy} onAnswer={onAnswer} />
    </AskBox>
  );
}

interface ChoicesProps {
  readonly question: TableQuestion;
  readonly label: (value: string) => string;
  readonly busy: boolean;
  onAnswer(answer: string): void;
}

function Choices({ question, label, busy, onAnswer }: ChoicesProps) {
  const { t } = useTranslation();
  const { id, choices, proposal } = question;
  if (id === 'site' || choices.length === 0) {
    return <TextAnswer question={question} busy={busy} onAnswer={onAnswer} />;
  }
  if (choices.length > BUTTONS || choices.some(({ value }) => label(value).length > LONGEST)) {
    return <ListAnswer question={question} busy={busy} onAnswer={onAnswer} />;
  }
  const inOrder = [...choices].sort((a, b) => Number(a.value === proposal) - Number(b.value === proposal));
  return inOrder.map(({ value }) => (
    <Button
      key={value}
      look={value === proposal ? 'primary' : 'plain'}
      data-answer={value === proposal ? '' : undefined}
      disabled={busy}
      aria-label={`${label(value)}, ${t('guard.answerTo', { question: question.question })}`}
      onClick={() => onAnswer(value)}
    >
      {label(value)}
    </Button>
  ));
}

/** Any text: a site's name, of those on record or a new one; a school year. */
function TextAnswer({ question, busy, onAnswer }: Omit<ChoicesProps, 'label'>) {
  const { t } = useTranslation();
  const [text, setText] = useState(question.proposal ?? '');
  const list = useId();
  const own = text.trim();
  const isSite = question.id === 'site';
  const isOnRecord = question.choices.some(({ value }) => isSame(value, own));
  const ready = isSite ? own !== '' : /^(19|20)\d\d([-/]\d{2,4})?$/.test(own);
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy) onAnswer(own);
      }}
    >
      <span className="field own-text">
        <input
          data-answer=""
          list={question.choices.length > 0 ? list : undefined}
          aria-label={question.question}
          placeholder={isSite ? undefined : '2025-2026'}
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.target.value)}
          onFocus={(event) => event.target.select()}
        />
        {isSite && own !== '' && (
          <span className="mute">{t(isOnRecord ? 'guard.onRecord' : 'guard.newSite')}</span>
        )}
      </span>
      {question.choices.length > 0 && (
        <datalist id={list}>
          {question.choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </datalist>
      )}
      <Button type="submit" look="primary" disabled={busy || !ready}>
        {t('guard.confirm')}
      </Button>
    </form>
  );
}

const isSame = (a: string, b: string) => a.localeCompare(b, 'fr', { sensitivity: 'base' }) === 0;

function ListAnswer({ question, busy, onAnswer }: Omit<ChoicesProps, 'label'>) {
  const { t } = useTranslation();
  const [value, setValue] = useState<string | null>(question.proposal);
  return (
    <>
      <Select
        label={question.question}
        placeholder={t('reading.chooseKind')}
        options={question.choices.map((choice) => ({ id: choice.value, label: choice.label }))}
        value={value}
        onChange={(chosen) => setValue(chosen)}
        width={220}
      />
      <Button
        look="primary"
        data-answer=""
        disabled={busy || value === null}
        onClick={() => value !== null && onAnswer(value)}
      >
        {t('guard.confirm')}
      </Button>
    </>
  );
}

/** Marks are noted or left empty; other answers have words of their own. */
function useAnswerLabel({ id, choices, days = [] }: TableQuestion): (value: string) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const marked = new Set(days.map(({ date }) => date)).size;
  return (value) => {
    if (id === 'marks' && value === 'yes') {
      return t('guard.noteDays', { count: marked, n: format.count(marked) });
    }
    if (id === 'marks') return t('guard.leaveEmpty');
    return choices.find((choice) => choice.value === value)?.label ?? value;
  };
}

/** Dates of one mark that are named; of more, how many are left. */
const NAMED_DAYS = 4;
const MARKS = ['strike', 'closure', 'outing', 'holiday'] as const;

/** « Grève : 18 sept. 2025, 2 oct. 2025. Fermé : … » */
function useMarkedDays(days: readonly MarkedDay[]): string {
  const { t } = useTranslation();
  const format = useFormat();
  return MARKS.flatMap((mark) => {
    const dates = days.filter((day) => day.mark === mark).map(({ date }) => format.date(date));
    const left = dates.length - NAMED_DAYS;
    const named = dates.slice(0, left > 1 ? NAMED_DAYS : dates.length).join(', ');
    const more = left > 1 ? t('guard.andMore', { n: format.count(left) }) : '';
    return dates.length === 0 ? [] : `${t(`guard.mark.${mark}`, { dates: `${named}${more}` })}`;
  }).join(' ');
}
