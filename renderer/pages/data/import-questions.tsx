import { useEffect, useRef, useState } from 'react';
import type { DateOrder, ImportFileReport, ImportReport } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { CountSlips } from './count-slips.tsx';
import { readingOf, withoutFound } from './file-reading.ts';
import {
  type Asked,
  askedOf,
  isOpen,
  keyOf,
  shownFiles,
  withCountAnswer,
  withNameAnswer,
  withTableAnswer,
} from './guard-model.ts';
import type { ImportEditor } from './import-flow.ts';
import { NameAsk } from './name-ask.tsx';
import { AskBox, TableAsk } from './table-ask.tsx';

const AT_ONCE = 12;

interface ImportQuestionsProps {
  readonly report: ImportReport;
  readonly editor: ImportEditor;
}

/** What is open comes before anything else: numbered, each with its proposal, one key from its answer. */
export function ImportQuestions({ report, editor }: ImportQuestionsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const asked = askedOf(report, editor.seen, editor.answers);
  const [shown, setShown] = useState(AT_ONCE);
  const { box, answered } = useFocusOnNext(asked, editor.busy);
  const asking: ImportEditor = {
    ...editor,
    answer: (change) => {
      answered();
      editor.answer(change);
    },
    change: (file, reading) => {
      answered();
      editor.change(file, reading);
    },
  };
  if (asked.length === 0) return null;
  const left = asked.length - shown;
  const hidden = report.waitingNames - report.names.length;
  return (
    <div className="asks" ref={box} aria-busy={editor.busy}>
      {asked.slice(0, shown).map((each, i) => (
        <AskedView
          key={each.key}
          asked={each}
          place={t('guard.questionOf', { i: format.count(i + 1), n: format.count(asked.length) })}
          named={shownFiles(report).length > 1}
          editor={asking}
        />
      ))}
      {left > 0 && (
        <Button onClick={() => setShown(shown + AT_ONCE)}>
          {t('common.more', { n: format.count(Math.min(left, AT_ONCE)) })}
        </Button>
      )}
      {hidden > 0 && (
        <p className="mute">{t('guard.namesLater', { count: hidden, n: format.count(hidden) })}</p>
      )}
    </div>
  );
}

interface AskedViewProps {
  readonly asked: Asked;
  readonly place: string;
  readonly named: boolean;
  readonly editor: ImportEditor;
}

function AskedView({ asked, place, named, editor }: AskedViewProps) {
  const sites = useApiQuery('sites.list', {}).data ?? [];
  const { busy } = editor;
  switch (asked.type) {
    case 'table': {
      const { file, files, question, answer } = asked;
      return (
        <TableAsk
          {...{ file, question, answer, place, named, busy }}
          onAnswer={(given) => editor.answer((now) => withTableAnswer(now, files, question, given))}
        />
      );
    }
    case 'dates':
      return <DatesAsk file={asked.file} place={place} editor={editor} />;
    case 'name':
      return (
        <NameAsk
          {...{ name: asked.name, answer: asked.answer, place, sites, busy }}
          onAnswer={(site) => editor.answer((now) => withNameAnswer(now, asked.name, site))}
        />
      );
    case 'counts':
      return (
        <CountSlips
          slips={asked.counts}
          {...{ place, busy }}
          onAnswer={(count, corrected) => editor.answer((now) => withCountAnswer(now, count, corrected))}
        />
      );
  }
}

interface DatesAskProps {
  readonly file: ImportFileReport;
  readonly place: string;
  readonly editor: ImportEditor;
}

/** Every date reads both ways: which comes first, day or month? */
function DatesAsk({ file, place, editor }: DatesAskProps) {
  const { t } = useTranslation();
  const said = editor.readings[keyOf(file)];
  const current = readingOf(file, said);
  const sample = file.columns.find(({ field }) => field === 'date')?.samples[0] ?? '';
  const proposal = file.reading?.dateOrder ?? 'dmy';
  if (current === null) return null;
  const say = (dateOrder: DateOrder) => editor.change(file, withoutFound({ ...current, dateOrder }, said));
  const orders = (['mdy', 'dmy'] as const).toSorted(
    (a, b) => Number(a === proposal) - Number(b === proposal),
  );
  return (
    <AskBox title={t('guard.dates')} place={place} why={t('guard.datesWhy', { sample })}>
      {orders.map((order) => (
        <Button
          key={order}
          look={order === proposal ? 'primary' : 'plain'}
          data-answer={order === proposal ? '' : undefined}
          disabled={editor.busy}
          onClick={() => say(order)}
        >
          {t(`guard.dateOrder.${order}`)}
        </Button>
      ))}
    </AskBox>
  );
}

/**
 * The first open question takes the focus, and after each answer the next; at the end, the button that imports.
 * Answers the box, and what is to be called with each answer.
 */
function useFocusOnNext(asked: readonly Asked[], busy: boolean) {
  const box = useRef<HTMLDivElement>(null);
  const moves = useRef(true);
  const hasOpen = asked.some(isOpen);
  useEffect(() => {
    if (busy || !moves.current) return;
    moves.current = false;
    const { activeElement } = document;
    // Who has gone on to another answer meanwhile stays there.
    if (box.current?.contains(activeElement) === true) return;
    const next = box.current?.querySelector<HTMLElement>('[data-answer]:not(:disabled)');
    const confirm = document.querySelector<HTMLElement>('[data-confirm]:not(:disabled)');
    (hasOpen ? (next ?? confirm) : confirm)?.focus();
  }, [hasOpen, busy]);
  return {
    box,
    answered: () => {
      moves.current = true;
    },
  };
}
