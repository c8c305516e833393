import { useRef } from 'react';
import { Button } from './button.tsx';

/** The system's own file dialog; the page reads the file itself, for it is no table to be imported. */
export function TakeFile(props: {
  readonly label: string;
  readonly disabled: boolean;
  /** Several files may be chosen. */
  readonly many?: boolean;
  /** At least one. */
  onTake(files: readonly File[]): void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        multiple={props.many === true}
        aria-label={props.label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file may be chosen again.
          event.target.value = '';
          if (files.length > 0) props.onTake(files);
        }}
      />
      <Button icon="file" disabled={props.disabled} onClick={() => input.current?.click()}>
        {props.label}
      </Button>
    </>
  );
}
