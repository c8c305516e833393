import type { ComponentProps } from 'react';
import { Icon, type IconName } from './icons.tsx';

type Look = 'plain' | 'primary' | 'ghost';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'type'> {
  readonly look?: Look;
  readonly icon?: IconName;
  readonly type?: 'button' | 'submit';
}

const LOOKS: Record<Look, string> = { plain: 'btn', primary: 'btn primary', ghost: 'btn ghost' };

export function Button({ look = 'plain', icon, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={LOOKS[look]}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'aria-label' | 'title'> {
  readonly icon: IconName;
  /** Read out, and shown when the pointer rests on the button. */
  readonly label: string;
}

export function IconButton({ look = 'plain', icon, label, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button {...rest} type={type} className={`${LOOKS[look]} icon`} aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}
