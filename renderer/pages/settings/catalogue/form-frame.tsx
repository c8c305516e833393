import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { Button } from '../../../ui/button.tsx';
import { DialogView } from '../../../ui/dialog.tsx';
import { ErrorNotice } from '../../../ui/states.tsx';
import type { CatalogueEdits } from './use-catalogue.ts';

interface FormFrameProps {
  /** The id of the title begins with it. */
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly wide?: boolean;
  readonly edits: CatalogueEdits;
  /** A field is empty or wrong. Left out where the fields say it all themselves. */
  readonly incomplete?: boolean;
  /** What is typed cannot be kept. */
  readonly blocked?: boolean;
  /** Another action, before those of every form. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
  onKeep(): void;
  onClose(): void;
}

/** A dialog with fields, what was refused of them, and the ways out. */
export function FormFrame(props: FormFrameProps) {
  const { t } = useTranslation();
  const { id, lead, edits, incomplete, onClose } = props;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    props.onKeep();
  };
  return (
    <DialogView open shape="box" labelledBy={`${id}-title`} onClose={onClose}>
      <h2 id={`${id}-title`}>{props.title}</h2>
      {lead && <p>{lead}</p>}
      <form noValidate onSubmit={submit} className={props.wide ? 'wide-form' : undefined}>
        <div className="form">{props.children}</div>
        {edits.error && <ErrorNotice error={edits.error} onClose={edits.reset} />}
        {incomplete !== undefined && (
          <p role="status" className="wrong">
            {incomplete && t('provision.incomplete')}
          </p>
        )}
        <footer>
          {props.action}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={props.blocked || edits.running}>
            {t('provision.keep')}
          </Button>
        </footer>
      </form>
    </DialogView>
  );
}

interface NameLineProps {
  readonly id: string;
  readonly name: string;
  readonly missing: boolean;
  onChange(name: string): void;
}

/** The name of what a form is about. */
export function NameLine({ id, name, missing, onChange }: NameLineProps) {
  const { t } = useTranslation();
  return (
    <div className="line">
      <label htmlFor={id}>{t('provision.name')}</label>
      <input
        id={id}
        className="field"
        value={name}
        aria-invalid={missing}
        onChange={(event) => onChange(event.target.value)}
      />
      {missing && <span className="wrong">{t('provision.nameMissing')}</span>}
    </div>
  );
}
