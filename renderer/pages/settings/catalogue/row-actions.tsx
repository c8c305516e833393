import { useTranslation } from '../../../i18n/use-translation.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import type { CatalogueEdits } from './use-catalogue.ts';

/** The heading of a column of actions: only read out. */
export function ActionsHead() {
  const { t } = useTranslation();
  return (
    <th scope="col">
      <span className="sr">{t('provision.actions')}</span>
    </th>
  );
}

interface ChangeButtonProps {
  /** Of what its row is about. */
  readonly name: string;
  onChange(): void;
}

export function ChangeButton({ name, onChange }: ChangeButtonProps) {
  const { t } = useTranslation();
  const what = t('provision.change');
  return (
    <Button aria-label={t('provision.of', { what, name })} onClick={onChange}>
      {what}
    </Button>
  );
}

interface RowActionsProps extends ChangeButtonProps {
  readonly edits: CatalogueEdits;
  onRemove(): void;
}

/** The last cell of a row that is changed in a dialog, or removed. */
export function RowActions({ name, edits, onChange, onRemove }: RowActionsProps) {
  const { t } = useTranslation();
  return (
    <td className="r">
      <ChangeButton name={name} onChange={onChange} />{' '}
      <IconButton
        look="ghost"
        icon="close"
        disabled={edits.running}
        label={t('provision.of', { what: t('provision.remove'), name })}
        onClick={onRemove}
      />
    </td>
  );
}
