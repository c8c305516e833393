/** The hatching of what is estimated: what is measured is full. Drawings refer to it by its name. */
export const HatchPattern = () => (
  <svg width="0" height="0" className="defs" aria-hidden="true">
    <defs>
      <pattern
        id="estimated"
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="5" height="5" fill="var(--surface)" />
        <rect width="2" height="5" fill="var(--c-model)" />
      </pattern>
    </defs>
  </svg>
);

/** The sign beside a figure or in a key. */
export const OriginMark = ({ measured }: { readonly measured: boolean }) => (
  <svg width="12" height="12" aria-hidden="true">
    {measured ? (
      <rect x="1" y="1" width="10" height="10" fill="var(--c-model)" />
    ) : (
      <rect x="1.5" y="1.5" width="9" height="9" fill="url(#estimated)" stroke="var(--c-model)" />
    )}
  </svg>
);
