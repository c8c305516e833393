import type { OrderRecord } from '../../../forecasting/domain/records.ts';
import type { SiteForecast } from '../../../forecasting/domain/types.ts';
import type {
  ApprovedOrder,
  Deadline,
  Decision,
  HeadCount,
  OrderSending,
  OrderVersion,
  Override,
  SentOrder,
} from '../../api/records.ts';
import { momentOf } from './deadlines.ts';

/** The forecast behind an order, as it is kept when the order is frozen. */
export type Figures = Pick<
  OrderVersion,
  'recommended' | 'mean' | 'low' | 'median' | 'high' | 'serviceLevel' | 'asOf' | 'model'
>;

/** The children counted in the morning; `null` when only adults were, or nobody. */
export function dinersCounted(headCount: HeadCount | null): number | null {
  const { all, M, E, C } = headCount?.counts ?? {};
  const parts = [M, E, C].filter((count) => count !== undefined);
  return all ?? (parts.length > 0 ? parts.reduce((sum, count) => sum + count, 0) : null);
}

function decision(
  ordered: Pick<Decision, 'quantity' | 'recommended' | 'source' | 'reason' | 'by' | 'at'>,
  approved: ApprovedOrder | null,
  { headCount, sheetRevision }: Pick<OrderRecord, 'headCount' | 'sheetRevision'>,
): Decision {
  return {
    ...ordered,
    recorded: approved !== null || ordered.source === 'override',
    approved,
    headCount,
    mealsToCook: dinersCounted(headCount) ?? ordered.quantity,
    sheetVersion: 1 + sheetRevision,
    closed: null,
    revision: null,
  };
}

export const noDecision = {
  override: null,
  versions: [],
  sendings: [],
  headCount: null,
  sheetRevision: 0,
} as const;

/** Nothing is frozen: what a person said, else the recommendation. */
export function openDecision(
  recommended: number,
  { override, ...served }: Pick<OrderRecord, 'override' | 'headCount' | 'sheetRevision'> = noDecision,
): Decision {
  const ordered = override
    ? { ...override, recommended, source: 'override' as const }
    : { quantity: recommended, recommended, source: 'recommended' as const, reason: '', by: null, at: null };
  return decision(ordered, null, served);
}

/** What was approved: the version in force at the deadline; without one, or when all came later, the first. */
function versionInTime(versions: readonly OrderVersion[], deadline: Deadline | null): OrderVersion {
  const inTime = deadline ? versions.filter(({ at }) => at <= momentOf(deadline)) : [];
  return (inTime.at(-1) ?? versions[0]) as OrderVersion;
}

/** What was noted as sent last, and how much more or less is in force since. */
function sentOrder(versions: readonly OrderVersion[], sendings: readonly OrderSending[]): SentOrder | null {
  const last = sendings.at(-1);
  const sent = versions.find(({ version }) => version === last?.version);
  const inForce = versions.at(-1);
  if (!last || !sent || !inForce) return null;
  const { at: _, ...sending } = last;
  return { ...sending, quantity: sent.quantity, difference: inForce.quantity - sent.quantity };
}

/** The version in force, which nothing but another version changes. */
export function approvedDecision(
  {
    versions,
    sendings,
    ...served
  }: Pick<OrderRecord, 'versions' | 'sendings' | 'headCount' | 'sheetRevision'>,
  deadline: Deadline | null,
): Decision {
  const inForce = versions.at(-1) as OrderVersion;
  const { quantity, recommended, source, reason, version, by, automatic, at } = inForce;
  const approvedQuantity = versionInTime(versions, deadline).quantity;
  const isOverride = source === 'override';
  return decision(
    { quantity, recommended, source, reason, by: isOverride ? by : null, at: isOverride ? at : null },
    {
      ...{ version, by, automatic, at, approvedQuantity, correction: quantity - approvedQuantity },
      sending: sentOrder(versions, sendings),
    },
    served,
  );
}

/** The first version of an order: what was decided by now, and the forecast behind it. */
export function firstVersion(
  figures: Figures,
  contributions: SiteForecast['contributions'],
  override: Override | null,
  signed: Pick<OrderVersion, 'by' | 'automatic' | 'at'>,
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
