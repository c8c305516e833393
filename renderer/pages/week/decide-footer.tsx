import { type KeyboardEvent, type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { ApprovedOrder, PlanRow, SentOrder } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { isApproved, isChanged, parseQuantity } from './decisions.ts';
import { useApprove, useDecideOrder, useOpenOrder } from './use-decide.ts';
import { useNoteUnsent } from './use-note-sent.ts';
import { reasonOfLetter, useUsualReasons } from './usual-reasons.ts';

const REASON_LENGTH = 200;

/** The foot of the panel: how many to order, why, and to validate it. */
export function DecideFooter(props: { readonly row: PlanRow; readonly now: string }) {
  const { row } = props;
  const { decision } = row;
  // What is typed belongs to the decision that it changes: another cell, or another decision, starts anew.
  const key = `${row.siteId} ${row.date} ${decision.quantity} ${decision.reason} ${decision.approved?.version}`;
  const footer = useRef<HTMLElement>(null);
  // What had the focus may have gone with the decision before: it stays in the panel, where Escape and the arrows work.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once for each decision.
  useEffect(() => {
    if (document.activeElement === document.body) footer.current?.closest<HTMLElement>('.panel')?.focus();
  }, [key]);
  return (
    <footer className="deciding" ref={footer}>
      <Standing row={row} now={props.now} />
      <DecideForm key={key} row={row} />
    </footer>
  );
}

function DecideForm({ row }: { readonly row: PlanRow }) {
  const { t } = useTranslation();
  const { decision } = row;
  const [text, setText] = useState(String(decision.quantity));
  // Why it was changed once is not why it is corrected.
  const [reason, setReason] = useState(isApproved(row) ? '' : decision.reason);
  const quantity = parseQuantity(text);
  const action = useAction(row, quantity, reason);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (action) void action.run();
  };
  const wrong = quantity === null;
  const whyField = useRef<HTMLInputElement>(null);
  const asksWhy = quantity !== null && quantity !== decision.quantity && reason.trim() === '';
  const usual = useUsualReasons();
  const onLetter = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || quantity === null) return;
    const why = reasonOfLetter(event.key, usual);
    if (why === null) return;
    event.preventDefault();
    setReason(why);
  };
  return (
    <form className="decideform" onSubmit={submit} noValidate>
      {asksWhy && (
        <UsualReasons
          onChoose={(why) => {
            setReason(why);
            whyField.current?.focus();
          }}
        />
      )}
      <input
        className="field n"
        inputMode="numeric"
        aria-label={t('decide.quantity')}
        aria-invalid={wrong}
        aria-describedby={wrong ? 'decide-wrong' : undefined}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onLetter}
      />
      <input
        ref={whyField}
        className="field why-not"
        aria-label={t('decide.reason')}
        placeholder={t(quantity === decision.quantity ? 'decide.reasonHint' : 'decide.reason')}
        maxLength={REASON_LENGTH}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button look="primary" type="submit" aria-disabled={action === null}>
        {action?.words ?? t('decide.validated')}
      </Button>
      {wrong && (
        <p className="wrong" id="decide-wrong" role="alert">
          {t('decide.notMeals')}
        </p>
      )}
    </form>
  );
}

/** Why an order is mostly changed: one press fills the field, where it can still be changed. */
function UsualReasons({ onChoose }: { onChoose(reason: string): void }) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend that is seen.
    <div className="usualreasons" role="group" aria-label={t('decide.usualReasons.label')}>
      {useUsualReasons().map((reason) => (
        <button key={reason} type="button" className="btn" onClick={() => onChoose(reason)}>
          <span>
            <u>{reason.charAt(0)}</u>
            {reason.slice(1)}
          </span>
        </button>
      ))}
    </div>
  );
}

interface Action {
  readonly words: string;
  run(): Promise<boolean>;
}

/** What the button does: keep another number, correct what was validated, or validate what stands. */
function useAction(row: PlanRow, quantity: number | null, reason: string): Action | null {
  const { t } = useTranslation();
  const format = useFormat();
  const order = useDecideOrder();
  const approve = useApprove();
  const { decision } = row;
  const n = format.count(quantity ?? decision.quantity);
  const changed = quantity !== decision.quantity;
  if (quantity === null) return { words: t('decide.keep', { n }), run: () => Promise.resolve(false) };
  if (isApproved(row)) {
    return changed ? { words: t('decide.correct', { n }), run: () => order(row, quantity, reason) } : null;
  }
  const why = reason.trim() !== decision.reason && (changed || isChanged(row) || reason.trim() !== '');
  if (changed || why) return { words: t('decide.keep', { n }), run: () => order(row, quantity, reason) };
  const words = t('decide.frozenOne', { site: row.site, day: format.day(row.date), n });
  return { words: t('decide.validateOne', { n }), run: () => approve([row], words) };
}

/** How the order stands, and the way back. */
function Standing(props: { readonly row: PlanRow; readonly now: string }) {
  const { row } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const order = useDecideOrder();
  const open = useOpenOrder();
  const { decision } = row;
  const { revision, approved } = decision;
  if (revision) {
    const n = format.signed(revision.difference);
    return (
      <p className="revise">
        {t(revisionWords(approved), { n })}{' '}
        <button type="button" className="link" onClick={() => void order(row, revision.quantity)}>
          {t('decide.correct', { n: format.count(revision.quantity) })}
        </button>
      </p>
    );
  }
  if (isChanged(row)) {
    return (
      <p>
        {t('decide.recommended', { n: format.count(decision.recommended) })}{' '}
        <button type="button" className="link" onClick={() => void order(row, null)}>
          {t('decide.back')}
        </button>
      </p>
    );
  }
  if (approved?.sending) return <SentStanding row={row} sending={approved.sending} />;
  if (!canOpen(row, props.now)) return null;
  const words = t('decide.opened', { site: row.site, day: format.day(row.date) });
  return (
    <p>
      {t('decide.validatedHint')}{' '}
      <button type="button" className="link" onClick={() => void open(row, words)}>
        {t('decide.open')}
      </button>
    </p>
  );
}

function revisionWords(approved: ApprovedOrder | null) {
  if (approved?.sending) return 'sending.revision';
  return approved?.automatic ? 'decide.revisionClock' : 'decide.revision';
}

/** To whom it was sent and when; what was corrected since is still to be passed on. */
function SentStanding({ row, sending }: { readonly row: PlanRow; readonly sending: SentOrder }) {
  const { t } = useTranslation();
  const format = useFormat();
  const unsent = useNoteUnsent();
  const { recipient, sentAt, difference } = sending;
  if (difference !== 0) {
    return <p className="revise">{t('sending.sinceLong', { n: format.signed(difference) })}</p>;
  }
  return (
    <p>
      {t('sending.standing', { to: recipient, at: format.moment(sentAt) })}{' '}
      <button type="button" className="link" onClick={() => void unsent(row)}>
        {t('sending.take')}
      </button>
    </p>
  );
}

/** An order that has not left yet: validated by a person, never corrected, its deadline still ahead. */
function canOpen({ decision, deadline }: PlanRow, now: string): boolean {
  const { approved } = decision;
  const left = deadline !== null && `${deadline.date}T${deadline.time}` <= now;
  return approved !== null && !approved.automatic && approved.version === 1 && !left;
}
