import type { Input } from '../../api/contract.ts';
import { saveManualClosures } from '../calendar/closures.ts';
import { atomically } from '../context/atomic.ts';
import type { Context } from '../context/use-case.ts';
import { override } from './override.ts';

/** Puts on record what was supposed of a day: its strike or outing, and an order for the guests. */
export function applyWhatIf(
  context: Context,
  { closures, override: order }: Input<'plan.applyWhatIf'>,
): null {
  return atomically(context, () => {
    if (closures.length > 0) saveManualClosures(context, { closures });
    if (order !== null) override(context, { overrides: [order] });
    return null;
  });
}
