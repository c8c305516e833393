import { saveOverrides } from '../../../db/orders.ts';
import type { Input } from '../../api/contract.ts';
import type {
  OrderWarning,
  Override,
  OverrideAnswer,
  OverrideDraft,
  PlanRow,
  SiteDate,
} from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import { readSettings } from '../context/settings.ts';
import type { Context } from '../context/use-case.ts';
import { spelledDate } from '../messages/format.ts';
import { changeOrders, type OrderedSiteDay, refusePast } from './site-days.ts';

/** From so many times as much, or so many times less, than is recommended a quantity looks like a slip. */
const farFactor = 3;

/** What looks like a slip about a quantity. It is kept all the same: the person may know better. */
export function slipWarnings(quantity: number, row: PlanRow): readonly OrderWarning[] {
  const { siteId, date, capacity, decision } = row;
  const { recommended } = decision;
  const about = { siteId, date, quantity, recommended, capacity };
  const far = recommended > 0 && (quantity >= farFactor * recommended || quantity * farFactor <= recommended);
  const over = capacity !== null && quantity > capacity && recommended <= capacity;
  return [
    ...(far ? [{ ...about, problem: 'far' as const }] : []),
    ...(over ? [{ ...about, problem: 'over-capacity' as const }] : []),
  ];
}

/** Who signs what is decided now. */
export const personOfSettings = ({ db }: Pick<Context, 'db'>): string | null =>
  readSettings(db).person || null;

/** A place mentioned twice keeps what was said last. */
const once = <T extends SiteDate>(drafts: readonly T[]): readonly T[] => [
  ...new Map(drafts.map((draft) => [`${draft.siteId} ${draft.date}`, draft])).values(),
];

function refuseApproved({ language }: Context, { row }: OrderedSiteDay): void {
  const { approved } = row.decision;
  if (approved) {
    const date = spelledDate(row.date, language);
    throw new ServiceError('refused', (t) =>
      t.orders.frozen(row.site, date, approved.version, approved.automatic),
    );
  }
}

function overrideOf(context: Context, draft: OverrideDraft, { row }: OrderedSiteDay): Override | null {
  const { quantity, reason = '' } = draft;
  const signed = { by: personOfSettings(context), at: context.now };
  const { recommended } = row.decision;
  return quantity === null ? null : { quantity, reason: reason.normalize('NFC'), ...signed, recommended };
}

/** Orders something else than is recommended. */
export function override(context: Context, input: Input<'orders.override'>): OverrideAnswer {
  const drafts = once(input.overrides);
  refusePast(
    context,
    drafts.map(({ date }) => date),
  );
  return changeOrders(context, drafts, (ordered) => overrideAll(context, drafts, ordered));
}

function overrideAll(
  context: Context,
  drafts: readonly OverrideDraft[],
  ordered: readonly OrderedSiteDay[],
): OverrideAnswer {
  for (const one of ordered) refuseApproved(context, one);
  const pairs = drafts.map((draft, i) => ({ draft, at: ordered[i] as OrderedSiteDay }));
  const saved = pairs.map(({ draft, at }) => ({
    siteId: draft.siteId,
    date: draft.date,
    override: overrideOf(context, draft, at),
  }));
  context.models.keeping(context.db, () => saveOverrides(context.db, saved));
  return {
    saved,
    warnings: pairs.flatMap(({ draft, at }) =>
      draft.quantity === null ? [] : slipWarnings(draft.quantity, at.row),
    ),
  };
}
