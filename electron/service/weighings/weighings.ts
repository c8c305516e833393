import {
  listCampaigns,
  listTares,
  removeCampaign,
  type StoredCampaign,
  saveCampaign,
  saveTares,
  saveWeighingDay,
} from '../../../db/weighings.ts';
import { toDay, weekday } from '../../../forecasting/calendar/day.ts';
import type { EntryFinding, WeighedBin, WeighedDay } from '../../../forecasting/domain/records.ts';
import { wasteSources } from '../../../forecasting/domain/waste-records.ts';
import {
  checkCampaign,
  checkKeptWeight,
  checkWeighedDay,
  checkWeight,
} from '../../../forecasting/waste/check-weighing.ts';
import { checkMaCantine, maCantineMeasure } from '../../../forecasting/waste/ma-cantine.ts';
import { wasteFigures } from '../../../forecasting/waste/weighing.ts';
import type { Input, Output } from '../../api/contract.ts';
import type { RecordFinding, WasteSum, WeighingCampaign } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { formatNumber, spelledDate } from '../messages/format.ts';
import { personOfSettings } from '../orders/override.ts';
import { siteOf } from '../sites/site-of.ts';
import { serviceDays } from './service-days.ts';
import { weighedDays } from './weighed-days.ts';

/** Every campaign with its figures, and what ma-cantine would show and refuse. */
export function weighingCampaigns(context: Context): readonly WeighingCampaign[] {
  const campaigns = listCampaigns(context.db);
  const service = serviceDays(context, campaigns);
  return campaigns.map((campaign) => {
    const days = weighedDays(campaign);
    const dates = service(campaign);
    const measure = measureOf(campaign, days, dates);
    const others = campaigns.filter(({ id, siteId }) => id !== campaign.id && siteId === campaign.siteId);
    const { masses: _, ...rest } = campaign;
    return {
      ...rest,
      dates,
      days: days.map((day) => dayOf(context, campaign, day)),
      figures: figuresOf(days),
      maCantine: measure,
      maCantineFindings: measure === null ? [] : checkMaCantine(measure, others, context.today),
      findings: findingsOf(context, campaign, campaigns),
    };
  });
}

/** The days that count, as one measurement; it ends with the last of them where later ones are not weighed yet. */
function measureOf(
  { from, to }: Pick<StoredCampaign, 'from' | 'to'>,
  days: readonly WeighedDay[],
  dates: readonly string[],
) {
  const { leftOut } = wasteFigures(days);
  const counted = days.filter(({ date }) => !leftOut.includes(date));
  const last = counted.at(-1)?.date ?? to;
  const end = dates.some((date) => date > last) ? last : to;
  return maCantineMeasure({ from, to: end }, counted);
}

function figuresOf(days: readonly WeighedDay[]): WasteSum {
  const { bySource: _, ...figures } = wasteFigures(days);
  return figures;
}

/** Meals to hold a weight against: those distributed, else what comes nearest. */
const dinersOf = ({ distributed, prepared, expected }: Omit<WeighedDay, 'sources' | 'unsorted'>) =>
  distributed ?? prepared ?? expected;

function dayOf(context: Context, { masses }: StoredCampaign, day: WeighedDay) {
  const own = masses.filter(({ date }) => date === day.date);
  const findings = [
    ...own.flatMap(({ source, part, gross, tare, bins }) =>
      checkKeptWeight(`${source}.${part}`, { gross, tares: tare, bins }, dinersOf(day)),
    ),
    ...checkWeighedDay(day, context.today),
  ];
  return {
    date: day.date,
    expected: day.expected,
    prepared: day.prepared,
    distributed: day.distributed,
    masses: own.map(({ date: _, ...mass }) => ({ ...mass, net: mass.gross - mass.tare })),
    figures: figuresOf([day]),
    findings: findings.map((finding) => inWords(context, finding)),
  };
}

/** Days from Monday to Friday of a period: those that a campaign can have. */
function weekdays(from: string, to: string): number {
  let days = 0;
  for (let day = toDay(from); day <= toDay(to); day++) if (weekday(day) <= 5) days++;
  return days;
}

function findingsOf(
  context: Context,
  campaign: Pick<StoredCampaign, 'siteId' | 'from' | 'to'> & { readonly id: number | null },
  all: readonly StoredCampaign[],
): readonly RecordFinding[] {
  if (campaign.siteId === null) return [];
  const { siteId, from, to } = campaign;
  const others = all.flatMap((one) =>
    one.id === campaign.id || one.siteId === null ? [] : [{ ...one, siteId: one.siteId }],
  );
  const days = from > to ? 0 : weekdays(from, to);
  return checkCampaign({ siteId, from, to }, days, others).map((finding) => inWords(context, finding));
}

/** A finding with its words. */
function inWords({ texts, language }: Context, finding: EntryFinding): RecordFinding {
  const shown = Object.fromEntries(
    Object.entries(finding.values).map(([name, value]) => [
      name,
      typeof value === 'number'
        ? formatNumber(value, language, Number.isInteger(value) ? 0 : 2)
        : spelledDate(value, language),
    ]),
  );
  const words = texts.weighings.findings[finding.code as keyof typeof texts.weighings.findings];
  return { ...finding, message: words.message(shown), remedy: words.remedy };
}

function refuse(findings: readonly RecordFinding[]): void {
  const refused = findings.find(({ severity }) => severity === 'refused');
  if (refused) {
    throw new ServiceError('refused', () => ({ message: refused.message, remedy: refused.remedy }));
  }
}

export function keepCampaign(
  context: Context,
  { sources = wasteSources, ...campaign }: Input<'weighings.saveCampaign'>,
): Output<'weighings.saveCampaign'> {
  const all = listCampaigns(context.db);
  siteOf(context.db, campaign.siteId);
  if (campaign.id !== null && !all.some(({ id }) => id === campaign.id)) throw noCampaign();
  const findings = findingsOf(context, campaign, all);
  refuse(findings);
  const signed = { by: personOfSettings(context), at: context.now };
  return { id: saveCampaign(context.db, { ...campaign, sources, ...signed }), findings };
}

const noCampaign = () => new ServiceError('not-found', (t) => t.weighings.noCampaign);

export const dropCampaign = (
  { db }: Pick<Context, 'db'>,
  { id }: Input<'weighings.removeCampaign'>,
): Output<'weighings.removeCampaign'> => ({ removed: removeCampaign(db, id) });

/** Keeps what can be of one day; a weight that cannot be is answered beside its field. */
export function keepDay(
  context: Context,
  { campaignId, date, masses = [], ...meals }: Input<'weighings.saveDay'>,
): Output<'weighings.saveDay'> {
  const campaign = listCampaigns(context.db).find(({ id }) => id === campaignId);
  if (!campaign) throw noCampaign();
  if (date < campaign.from || date > campaign.to) {
    const [from, to] = [campaign.from, campaign.to].map((day) => spelledDate(day, context.language));
    throw new ServiceError('refused', (t) => t.weighings.outside(from ?? '', to ?? ''));
  }
  const none = { expected: null, prepared: null, distributed: null };
  const before = campaign.days.find((day) => day.date === date) ?? { date, ...none };
  const day = { ...before, ...meals };
  refuse(
    checkWeighedDay({ ...day, sources: noSources, unsorted: null }, context.today).map((one) =>
      inWords(context, one),
    ),
  );
  const weighed = masses.map(({ source, part, bins = [], ...given }) => {
    const field = `${source}.${part}`;
    const { gross, tare = 0 } = bins.length > 0 && given.gross !== null ? sumOf(bins) : given;
    const findings = gross === null ? [] : checkWeight(field, { gross, tares: tare, bins }, dinersOf(day));
    return { source, part, weight: gross === null ? null : { gross, tare, bins }, findings };
  });
  const kept = weighed.filter(({ findings }) => findings.every(({ severity }) => severity !== 'refused'));
  saveWeighingDay(context.db, campaignId, day, kept);
  const after = listCampaigns(context.db).find(({ id }) => id === campaignId) ?? campaign;
  const whole = weighedDays(after).filter((one) => one.date === date);
  const findings = [
    ...weighed.flatMap((one) => one.findings),
    ...whole.flatMap((one) => checkWeighedDay(one, context.today)),
  ];
  return { findings: findings.map((finding) => inWords(context, finding)) };
}

const sumOf = (bins: readonly WeighedBin[]) => ({
  gross: bins.reduce((grams, { gross }) => grams + gross, 0),
  tare: bins.reduce((grams, { tare }) => grams + tare, 0),
});

const noSources = { preparation: null, unserved: null, plates: null };

export const tares = ({ db }: Pick<Context, 'db'>): Output<'weighings.tares'> => listTares(db);

export function keepTares({ db }: Pick<Context, 'db'>, input: Input<'weighings.saveTares'>): null {
  saveTares(db, input.tares);
  return null;
}
