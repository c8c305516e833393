import type { StoredOrder } from '../../../db/orders.ts';
import type { SiteForecast } from '../../../forecasting/types.ts';
import type { Deadline, Decision, FrozenOrder, OrderVersion, Override, RollCall } from '../../api/records.ts';
import { momentOf } from './deadlines.ts';

/** The forecast behind an order, as it is kept when the order is frozen. */
export type Figures = Pick<
  OrderVersion,
  'recommended' | 'mean' | 'low' | 'median' | 'high' | 'serviceLevel' | 'asOf' | 'model'
>;

/** The children counted in the morning; `null` when only adults were, or nobody. */
export function guestsCounted(rollCall: RollCall | null): number | null {
  const { all, M, E, C } = rollCall?.counts ?? {};
  const parts = [M, E, C].filter((count) => count !== undefined);
  return all ?? (parts.length > 0 ? parts.reduce((sum, count) => sum + count, 0) : null);
}

function decision(
  ordered: Pick<Decision, 'quantity' | 'recommended' | 'source' | 'reason' | 'by' | 'at'>,
  frozen: FrozenOrder | null,
  { rollCall, sheetRevision }: Pick<StoredOrder, 'rollCall' | 'sheetRevision'>,
): Decision {
  return {
    ...ordered,
    recorded: frozen !== null || ordered.source === 'override',
    frozen,
    rollCall,
    toServe: guestsCounted(rollCall) ?? ordered.quantity,
    sheetVersion: 1 + sheetRevision,
    closed: null,
    revision: null,
  };
}

export const nothingSaid = { override: null, versions: [], rollCall: null, sheetRevision: 0 } as const;

/** Nothing is frozen: what a person said, else the recommendation. */
export function openDecision(
  recommended: number,
  { override, ...served }: Pick<StoredOrder, 'override' | 'rollCall' | 'sheetRevision'> = nothingSaid,
): Decision {
  const said = override
    ? { ...override, recommended, source: 'override' as const }
    : { quantity: recommended, recommended, source: 'recommended' as const, reason: '', by: null, at: null };
  return decision(said, null, served);
}

/** What left: the version in force at the deadline; without one, or when all came later, the first. */
function sentVersion(versions: readonly OrderVersion[], deadline: Deadline | null): OrderVersion {
  const inTime = deadline ? versions.filter(({ at }) => at <= momentOf(deadline)) : [];
  return (inTime.at(-1) ?? versions[0]) as OrderVersion;
}

/** The version in force, which nothing but another version changes. */
export function frozenDecision(
  { versions, ...served }: Pick<StoredOrder, 'versions' | 'rollCall' | 'sheetRevision'>,
  deadline: Deadline | null,
): Decision {
  const inForce = versions.at(-1) as OrderVersion;
  const { quantity, recommended, source, reason, version, by, byClock, at } = inForce;
  const sent = sentVersion(versions, deadline).quantity;
  const own = source === 'override';
  return decision(
    { quantity, recommended, source, reason, by: own ? by : null, at: own ? at : null },
    { version, by, byClock, at, sent, correction: quantity - sent },
    served,
  );
}

/** The first version of an order: what was decided by now, and the forecast behind it. */
export function firstVersion(
  figures: Figures,
  contributions: SiteForecast['contributions'],
  override: Override | null,
  signed: Pick<OrderVersion, 'by' | 'byClock' | 'at'>,
): OrderVersion {
  return {
    ...figures,
    ...signed,
    version: 1,
    quantity: override?.quantity ?? figures.recommended,
    source: override ? 'override' : 'recommended',
    reason: override?.reason ?? '',
    contributions,
  };
}
