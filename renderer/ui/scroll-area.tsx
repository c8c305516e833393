import type { ReactNode } from 'react';

interface ScrollAreaProps {
  readonly className: string;
  readonly label: string;
  readonly children: ReactNode;
}

/** Content that scrolls and holds nothing to focus: it takes the focus itself, so that the arrow keys scroll it. */
export function ScrollArea({ className, label, children }: ScrollAreaProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll.
    <section className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
