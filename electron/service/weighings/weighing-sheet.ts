import { listOrders } from '../../../db/orders.ts';
import { listCampaigns, listTares } from '../../../db/weighings.ts';
import type { Input } from '../../api/contract.ts';
import type { IsoDate, Sheet } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { makeFile } from '../documents/make-file.ts';
import { renderWeighingHtml } from '../documents/render-weighing-html.ts';
import { periodFileName } from '../documents/sheet-file-name.ts';
import { serviceDays } from './service-days.ts';

/** The sheets of a campaign: a page for each of its days, or for one. */
export async function weighingSheets(
  context: Context,
  { campaignId, date, format }: Input<'weighings.sheet'>,
): Promise<Sheet> {
  const { db, texts, language, now } = context;
  const campaign = listCampaigns(db).find(({ id }) => id === campaignId);
  if (!campaign) throw new ServiceError('not-found', (t) => t.weighings.noCampaign);
  const dates = serviceDays(context, [campaign])(campaign);
  const { site, siteKind, siteId, sources, from, to } = campaign;
  const ordered = new Map(
    listOrders(db, from, to).flatMap((order) => {
      const version = order.versions.at(-1);
      return order.siteId === siteId && version ? [[order.date, version.quantity] as const] : [];
    }),
  );
  const dayOf = (day: IsoDate) => campaign.days.find((one) => one.date === day);
  const days = dates.map((day, i) => ({
    date: day,
    place: i + 1,
    expected: dayOf(day)?.expected ?? ordered.get(day) ?? null,
    prepared: dayOf(day)?.prepared ?? null,
  }));
  const shown = date === undefined ? days : days.filter((day) => day.date === date);
  const document = {
    ...{ site, siteKind, sources, tares: listTares(db), days: shown, of: dates.length, madeAt: now },
  };
  const period = date === undefined ? { from, to } : { from: date, to: date };
  const fileName = periodFileName(texts.weighings.paper.fileName, period, site, format);
  const html = () => renderWeighingHtml(document, texts.weighings.paper, language);
  return makeFile(fileName, format, {
    html,
    csv: noTable,
    table: noTable,
  });
}

/** The contract asks for a page only. */
const noTable = (): never => {
  throw new Error('a weighing sheet is no table');
};
