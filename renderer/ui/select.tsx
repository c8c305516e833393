import {
  Select as AriaSelect,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { Icon } from './icons.tsx';

export interface Option<K extends string | number> {
  readonly id: K;
  readonly label: string;
}

interface SelectProps<K extends string | number> {
  readonly label: string;
  readonly options: readonly Option<K>[];
  readonly value: K | null;
  readonly placeholder?: string;
  readonly width?: number;
  readonly labelledBy?: string;
  onChange(value: K): void;
}

export function Select<K extends string | number>(props: SelectProps<K>) {
  const { options, value, onChange } = props;
  const name = props.labelledBy ? { 'aria-labelledby': props.labelledBy } : { 'aria-label': props.label };
  return (
    <AriaSelect
      {...name}
      className="select"
      {...(props.width ? { style: { width: props.width } } : {})}
      {...(props.placeholder ? { placeholder: props.placeholder } : {})}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      <Button className="field">
        <SelectValue className="value" />
        <Icon name="open" small />
      </Button>
      <Popover className="pop">
        <ListBox items={options}>
          {(option) => <ListBoxItem id={option.id}>{option.label}</ListBoxItem>}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
