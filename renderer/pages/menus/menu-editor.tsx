import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { courses } from '../../../electron/api/domain-lists.ts';
import type { Course, MenuDish, MenuDraftDish } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { findDishes } from '../data/dish-search.ts';
import { type DraftLine, dishesOfDraft, menuDraftOf, withLine, withoutLine } from './menu-draft.ts';

interface MenuEditorProps {
  readonly dishes: readonly MenuDish[];
  readonly running: boolean;
  onSave(dishes: readonly MenuDraftDish[]): void;
  onCancel(): void;
}

/** A day's menu line by line; Enter keeps it, Escape leaves it as it was. */
export function MenuEditor({ dishes, running, onSave, onCancel }: MenuEditorProps) {
  const { t } = useTranslation();
  const [lines, setLines] = useState(() => menuDraftOf(dishes));
  const form = useRef<HTMLFormElement>(null);
  const [added, setAdded] = useState(0);
  // The first line at the beginning, and each line that is added, is where one types next.
  useEffect(() => {
    const inputs = form.current?.querySelectorAll<HTMLInputElement>('input[type="text"]');
    (added > 0 ? inputs?.[inputs.length - 1] : inputs?.[0])?.focus();
  }, [added]);
  const change = (id: number, part: Partial<DraftLine>) =>
    setLines((before) => before.map((line) => (line.id === id ? { ...line, ...part } : line)));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!running) onSave(dishesOfDraft(lines));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    onCancel();
  };
  return (
    <form
      ref={form}
      className="menu-form"
      aria-label={t('menus.edit')}
      onSubmit={submit}
      onKeyDown={onKeyDown}
    >
      <ol>
        {lines.map((line, i) => (
          <EditorLine
            key={line.id}
            line={line}
            first={i === 0}
            onChange={(part) => change(line.id, part)}
            onRemove={() => setLines((before) => withoutLine(before, line.id))}
          />
        ))}
      </ol>
      <Button
        icon="add"
        onClick={() => {
          setLines(withLine);
          setAdded(added + 1);
        }}
      >
        {t('menus.addDish')}
      </Button>
      <p className="mute">{t('menus.editHint')}</p>
      <footer>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit" disabled={running}>
          {t('menus.save')}
        </Button>
      </footer>
    </form>
  );
}

/** As many as one looks through. */
const SUGGESTED = 12;

interface EditorLineProps {
  readonly line: DraftLine;
  readonly first: boolean;
  onChange(part: Partial<DraftLine>): void;
  onRemove(): void;
}

function EditorLine({ line, first, onChange, onRemove }: EditorLineProps) {
  const { t } = useTranslation();
  const list = useId();
  const known = useApiQuery('dishes.list', {});
  const suggested = line.dish.trim().length > 1 ? findDishes(known.data ?? [], line.dish) : [];
  const courseOptions = [
    { id: 'none' as const, label: t('menus.noCourse') },
    ...courses.map((id) => ({ id, label: t(`menus.courses.${id}`) })),
  ];
  const name = line.dish.trim() || t('menus.newDish');
  return (
    <li>
      <div className="row">
        <input
          type="text"
          className="field"
          list={list}
          maxLength={200}
          aria-label={t('menus.dishField')}
          placeholder={t('menus.dishField')}
          value={line.dish}
          onChange={(event) => onChange({ dish: event.target.value })}
        />
        <datalist id={list}>
          {suggested.slice(0, SUGGESTED).map((dish) => (
            <option key={dish.key} value={dish.name} />
          ))}
        </datalist>
        <IconButton look="ghost" icon="close" label={t('menus.removeDish', { name })} onClick={onRemove} />
      </div>
      <div className="row">
        <Select<Course | 'none'>
          label={t('menus.courseOf', { name })}
          options={courseOptions}
          value={line.course ?? 'none'}
          width={132}
          onChange={(course) => onChange({ course: course === 'none' ? null : course })}
        />
        {!first && (
          <label className="tick">
            <input
              type="checkbox"
              checked={line.orAbove}
              onChange={(event) => onChange({ orAbove: event.target.checked })}
            />
            {t('menus.orAbove')}
          </label>
        )}
      </div>
    </li>
  );
}
