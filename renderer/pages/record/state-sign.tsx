import { useId } from 'react';

export type Sign = 'done' | 'estimated' | 'look' | 'refused' | 'partly' | 'open';

/** The sign of a state, so that it is not told by colour alone. */
export function StateSign({ sign }: { readonly sign: Sign }) {
  const hatch = useId();
  const shapes = {
    done: <path d="M2 6.4 4.9 9.2 10.2 3" fill="none" strokeWidth="1.9" strokeLinecap="round" />,
    estimated: (
      <>
        <pattern id={hatch} width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="1.2" height="3" fill="currentColor" stroke="none" />
        </pattern>
        <rect x="1.5" y="1.5" width="9" height="9" fill={`url(#${hatch})`} />
      </>
    ),
    look: <path d="M6 .8 11.6 11H.4z" fill="currentColor" stroke="none" />,
    refused: <rect x="1" y="1" width="10" height="10" fill="currentColor" stroke="none" />,
    partly: (
      <>
        <circle cx="6" cy="6" r="4.25" fill="none" strokeWidth="1.5" />
        <path d="M6 1.75a4.25 4.25 0 0 0 0 8.5z" fill="currentColor" stroke="none" />
      </>
    ),
    open: <circle cx="6" cy="6" r="4.25" fill="none" strokeWidth="1.5" />,
  } as const;
  return (
    <svg className="state-sign" width="12" height="12" stroke="currentColor" aria-hidden="true">
      {shapes[sign]}
    </svg>
  );
}
