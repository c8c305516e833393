import type { Reading } from './reading.ts';
import type { Layout } from './table-layout.ts';
import type { Encoding } from './written.ts';

export interface Table extends Layout {
  readonly path: string;
  readonly encoding: Encoding;
  /** What a person said about it. */
  readonly reading?: Reading | undefined;
}
