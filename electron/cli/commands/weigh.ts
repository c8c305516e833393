import type { Input } from '../../api/contract.ts';
import type { WastePart, WasteSource, WeighingCampaign } from '../../api/records.ts';
import { formatNumber, spelledDate } from '../../service/messages/format.ts';
import type { Arguments, Command, ExitCode, Terminal } from '../terminal/command.ts';
import { UsageError } from '../terminal/errors.ts';
import { findSite } from '../terminal/find-site.ts';
import { numberOption, textOption } from '../terminal/parse-line.ts';
import { writeOut } from '../terminal/write-out.ts';

type Mass = NonNullable<Input<'weighings.saveDay'>['masses']>[number];

/** `SOURCE:PART=GROSS` or `SOURCE:PART=GROSS-TARE`, kilograms with a point or a comma. */
const massPattern =
  /^(?<source>[a-z]+):(?<part>[a-z-]+)=(?<gross>\d+(?:[.,]\d+)?)(?:-(?<tare>\d+(?:[.,]\d+)?))?$/;

const grams = (kilograms: string) => Math.round(1000 * Number(kilograms.replace(',', '.')));

function massOf(text: string, { texts }: Terminal): Mass {
  const { source, part, gross, tare } = massPattern.exec(text.replaceAll(' ', ''))?.groups ?? {};
  if (gross === undefined) throw new UsageError(texts.weighings.badMass(text));
  return {
    // The contract refuses names that there are not.
    source: source as WasteSource,
    part: part as WastePart,
    gross: grams(gross),
    ...(tare === undefined ? {} : { tare: grams(tare) }),
  };
}

const listOf = ({ values }: Arguments, name: string): readonly string[] => {
  const value = values[name];
  return Array.isArray(value) ? value.map(String) : [];
};

async function openCampaign(terminal: Terminal, given: Arguments, siteId: number): Promise<ExitCode> {
  const [from, to] = [textOption(given, 'from'), textOption(given, 'to')];
  if (from === undefined || to === undefined) throw new UsageError(terminal.texts.weighings.oneOf);
  const sources = textOption(given, 'sources')
    ?.split(',')
    .map((source) => source.trim() as WasteSource);
  const input = { id: null, siteId, from, to, ...(sources ? { sources } : {}) };
  const saved = await terminal.call('weighings.saveCampaign', input);
  for (const { message, remedy } of saved.findings) terminal.note(`${message} ${remedy}`);
  terminal.answer(saved, () => terminal.texts.weighings.saved);
  return 0;
}

async function enterDay(
  terminal: Terminal,
  given: Arguments,
  siteId: number,
  date: string,
): Promise<ExitCode> {
  const campaigns = await terminal.call('weighings.list', {});
  const campaign = campaigns.find((one) => one.siteId === siteId && one.from <= date && date <= one.to);
  const meals = (['expected', 'prepared', 'distributed'] as const).flatMap((name) => {
    const value = numberOption(given, name, terminal.texts);
    return value === undefined ? [] : [[name, value] as const];
  });
  const { findings } = await terminal.call('weighings.saveDay', {
    // No campaign has number 2⁵³ − 1: the answer then says that there is none.
    campaignId: campaign?.id ?? Number.MAX_SAFE_INTEGER,
    date,
    ...Object.fromEntries(meals),
    masses: listOf(given, 'mass').map((text) => massOf(text, terminal)),
  });
  for (const { message, remedy } of findings) terminal.note(`${message} ${remedy}`);
  terminal.answer({ date, findings }, () => terminal.texts.weighings.saved);
  return findings.some(({ severity }) => severity === 'refused') ? 1 : 0;
}

function summary(campaign: WeighingCampaign, { texts, language }: Terminal): string {
  const words = texts.weighings;
  const date = (iso: string) => spelledDate(iso, language);
  const kilograms = (of: number) => formatNumber(of / 1000, language, 3);
  const perCover = (of: number | null) => (of === null ? '–' : formatNumber(of, language, 1));
  const { figures, from, to, site } = campaign;
  const { edible, total, totalOfForm1b, leftOut } = figures;
  return [
    words.campaign(site, date(from), date(to), formatNumber(figures.days, language)),
    words.figures(kilograms(edible), kilograms(total), formatNumber(figures.distributed, language)),
    words.perCover(perCover(figures.perCover), perCover(figures.perCoverOfMaCantine)),
    ...(totalOfForm1b === total ? [] : [words.form1b(kilograms(totalOfForm1b), kilograms(total))]),
    ...(leftOut.length === 0 ? [] : [words.leftOut(leftOut.map(date).join(', '))]),
  ].join('\n');
}

async function listCampaigns(terminal: Terminal, given: Arguments, siteId: number | null): Promise<ExitCode> {
  const all = await terminal.call('weighings.list', {});
  const campaigns = all.filter((one) => siteId === null || one.siteId === siteId);
  const out = textOption(given, 'out');
  if (out !== undefined) {
    const measures = campaigns.flatMap(({ site, maCantine }) =>
      maCantine === null ? [] : [{ site, ...maCantine }],
    );
    await writeOut(out, `${JSON.stringify(measures, null, 2)}\n`, terminal);
    terminal.note(terminal.texts.cli.written(out));
  }
  terminal.answer(campaigns, () =>
    campaigns.length === 0
      ? terminal.texts.weighings.none
      : campaigns.map((campaign) => summary(campaign, terminal)).join('\n\n'),
  );
  return 0;
}

export const weighCommand: Command = {
  options: {
    site: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    sources: { type: 'string' },
    date: { type: 'string' },
    expected: { type: 'string' },
    prepared: { type: 'string' },
    distributed: { type: 'string' },
    mass: { type: 'string', multiple: true },
    out: { type: 'string' },
  },
  words: [0, 0],
  async run(terminal, given) {
    const named = textOption(given, 'site');
    const site =
      named === undefined ? null : findSite(named, await terminal.call('sites.list', {}), terminal).id;
    const date = textOption(given, 'date');
    const opens = textOption(given, 'from') !== undefined || textOption(given, 'to') !== undefined;
    if (date === undefined && !opens) return listCampaigns(terminal, given, site);
    if (site === null || (date !== undefined && opens)) throw new UsageError(terminal.texts.weighings.oneOf);
    return date === undefined ? openCampaign(terminal, given, site) : enterDay(terminal, given, site, date);
  },
};
