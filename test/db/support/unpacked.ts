import { readFileSync } from 'node:fs';
import { withUnpacked } from '../../../db/import/unpack/unpack-sources.ts';
import type { Workbench } from './database.ts';

/** Each sheet's lines, and what is known of it; a refusal where there is one. */
export async function unpacked(bench: Workbench, content: string | Buffer) {
  const path = bench.write('essai', content);
  return await withUnpacked(
    [{ path, name: 'essai' }],
    () => false,
    (sources) =>
      sources.map(({ path: own, sheet, refusal }) => ({
        name: sheet?.name,
        hidden: sheet?.hidden,
        rows: sheet === undefined ? [] : readFileSync(own, 'utf8').split('\n').slice(0, -1),
        hiddenRows: sheet?.hiddenRows,
        hiddenColumns: sheet?.hiddenColumns,
        refusal: refusal && { code: refusal.code, params: refusal.params },
      })),
  );
}
