import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Option } from './select.tsx';

interface ChoiceProps<K extends string> {
  readonly label: string;
  readonly options: readonly Option<K>[];
  readonly value: K;
  onChange(value: K): void;
}

/** A few exclusive choices side by side. */
export function Choice<K extends string>(props: ChoiceProps<K>) {
  return (
    <ToggleButtonGroup
      aria-label={props.label}
      className="group"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.value]}
      onSelectionChange={(keys) => {
        const chosen = props.options.find((option) => keys.has(option.id));
        if (chosen) props.onChange(chosen.id);
      }}
    >
      {props.options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className="btn">
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
