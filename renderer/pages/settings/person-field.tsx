import { type KeyboardEvent, useState } from 'react';
import { useSaveSettings } from '../../shell/use-settings.ts';

/** Who signs the orders. It is kept when the field is left, or with Enter. */
export function PersonField(props: { readonly person: string | null }) {
  const save = useSaveSettings();
  const before = props.person ?? '';
  const [person, setPerson] = useState(before);
  const keep = () => {
    if (person.trim() !== before) void save({ person: person.trim() });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') keep();
  };
  return (
    <input
      id="person"
      className="field"
      maxLength={80}
      autoComplete="name"
      value={person}
      onChange={(event) => setPerson(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={keep}
    />
  );
}
