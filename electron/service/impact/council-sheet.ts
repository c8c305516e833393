import type { Input } from '../../api/contract.ts';
import type { ConvertedFigure, ImpactFigure, ImpactReport, Leak, Sheet } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { makeFile } from '../documents/make-file.ts';
import { html, type Markup } from '../documents/markup.ts';
import { paperDocument } from '../documents/paper-document.ts';
import { periodFileName } from '../documents/sheet-file-name.ts';
import { paperRules } from '../documents/sheet-style.ts';
import { formatNumber, formatSigned, spelledDate } from '../messages/format.ts';
import { councilBars, lastDayOf } from './council-bars.ts';
import { comparedWith } from './headline.ts';
import { impactReport } from './impact-report.ts';

/** Where surplus remains in a period, the dearest first. */
type LeaksOfPeriod = (context: Context, input: Omit<Input<'impact.council'>, 'format'>) => readonly Leak[];

/** Plain words for the council on one A4; there is none before days and weeks are enough. */
export function councilSheet(
  context: Context,
  { format, ...input }: Input<'impact.council'>,
  leaks: LeaksOfPeriod,
): Promise<Sheet> {
  const report = impactReport(context, input);
  if (!report.enough) {
    throw new ServiceError('refused', (t) => t.impact.council.tooEarly(report.days, report.weeks));
  }
  const name = periodFileName(context.texts.impact.council.fileName, input, null, format);
  const none = () => {
    throw new Error('The page for the council is no table');
  };
  return makeFile(name, format, {
    html: () => page(report, () => leaks(context, input), context),
    csv: none,
    table: none,
  });
}

function page(report: ImpactReport, leaks: () => readonly Leak[], context: Context): string {
  const { language, texts, today } = context;
  const { council } = texts.impact;
  const [from, to] = [spelledDate(report.from, language), spelledDate(lastDayOf(report), language)];
  const [only] = report.sites;
  const sites = report.sites.length === 1 && only ? only.site : council.sites(report.sites.length);
  return paperDocument({
    language,
    title: `${council.title} – ${council.period(from, to)}`,
    style: style,
    body: html`<article class="paper council">
<div class="top"><div>${sites}</div><div>${council.period(from, to)}</div></div>
<h1>${report.headline}</h1>
${figures(report, context)}
<h3>${council.bars}</h3>
${councilBars(report, context)}
<div class="cols"><div><h3>${council.better}</h3>${bettered(report, context)}</div>
<div><h3>${council.untouched}</h3><p>${council.untouchedText}</p>${weighed(report, context)}</div></div>
${losers(report, leaks, context)}
<h3>${council.method}</h3>
<ol>${method(report, context).map((line) => html`<li>${line}</li>`)}</ol>
<div class="foot"><span>${council.foot(formatNumber(report.siteDays, language))}</span><span>${council.made(spelledDate(today, language))}</span><span>${council.page}</span></div>
</article>`,
  });
}

const kilogramsPerTonne = 1000;

function figures(report: ImpactReport, context: Context): Markup {
  const { units } = context.texts.impact.council;
  const meals = figure(report.avoided, units.meals, origin(report, context), context, Math.round);
  const rest = [report.kilograms, report.euros, report.carbon].map((of, i) => {
    const inTonnes = i === 2 && Math.abs(of.value) >= kilogramsPerTonne;
    const unit = [units.kilograms, units.euros, inTonnes ? units.tonnes : units.carbon][i] ?? '';
    const scale = inTonnes ? kilogramsPerTonne : 1;
    return figure(of, unit, factorWords(of, factorUnits[i] ?? '', context), context, (value) =>
      Number((value / scale).toPrecision(of.digits)),
    );
  });
  return html`<div class="four">${[meals, ...rest]}</div>`;
}

function figure(
  { value, low, high }: ImpactFigure,
  unit: string,
  how: string,
  { texts, language }: Context,
  round: (value: number) => number,
): Markup {
  const number = (of: number) => {
    const rounded = round(of);
    const text =
      Math.abs(rounded) < 10 && !Number.isInteger(rounded)
        ? formatNumber(rounded, language, 1)
        : formatNumber(rounded, language);
    return text.replace('-', '−');
  };
  const between = texts.impact.council.between(number(low), number(high));
  return html`<div><b>${number(value)} <small>${unit}</small></b>${between}<br>${how}</div>`;
}

function origin({ counterfactual, measured, avoided }: ImpactReport, { texts, language }: Context): string {
  const { council } = texts.impact;
  if (counterfactual === 'measured') return council.measured;
  if (measured === 0) return council.estimated;
  const number = (meals: number) => formatSigned(meals, language).replace('+', '');
  return council.parts(number(measured), number(avoided.value - measured));
}

/** Of kilograms, euros and CO₂e. */
const factorUnits = ['kg', '€', 'kg'];

function factorWords(
  { factor, per, source, year }: ConvertedFigure,
  unit: string,
  { texts, language }: Context,
): string {
  const words = texts.impact;
  // Cents stand whole, 4 kg needs none.
  const amount = formatNumber(factor, language, unit !== '€' && Number.isInteger(factor) ? 0 : 2);
  const number = language === 'en' && unit === '€' ? `€${amount}` : `${amount}\u00a0${unit}`;
  return words.factor(number, words.per[per], words.sources[source], year === null ? '' : String(year));
}

const isWorse = ({ shown, avoided }: ImpactReport['sites'][number]) => shown && avoided.high < 0;

/** Sites whose own range leaves out 0. */
function bettered({ sites, shortageLine }: ImpactReport, { texts, language }: Context): Markup {
  const { council } = texts.impact;
  const better = sites.filter(({ shown, avoided }) => shown && avoided.low > 0);
  const worse = sites.filter(isWorse);
  const number = (of: number) => formatNumber(of, language);
  const line = council.sitesLine(
    number(better.length),
    number(sites.length - better.length - worse.length),
    number(worse.length),
  );
  // One site is no better than others.
  const counts = sites.length > 1 ? html`<p>${line}</p>` : null;
  return html`${counts}<p>${shortageLine}</p>`;
}

const mostLosers = 3;

/** Those that lost most, each with its likeliest cause and what is tried against it, or is to be. */
function losers({ sites }: ImpactReport, leaks: () => readonly Leak[], context: Context): Markup | null {
  const worse = sites.filter(isWorse).slice(-mostLosers).toReversed();
  if (worse.length === 0) return null;
  const { language, texts } = context;
  const { council } = texts.impact;
  const found = leaks();
  const line = ({ siteId, site, avoided }: ImpactReport['sites'][number]) => {
    const own = found.filter((leak) => leak.siteId === siteId);
    const name = council.loser(site, formatSigned(-avoided.value, language));
    return html`<li><b>${name}</b> ${triedThere(own, context)}</li>`;
  };
  return html`<h3>${council.losers}</h3><ul>${worse.map(line)}</ul>`;
}

/** A trial that was noted says more than a thing to try. */
function triedThere(leaks: readonly Leak[], { texts, language }: Context): string {
  const { council } = texts.impact;
  const trial = leaks.find((leak) => leak.trial !== null)?.trial;
  const cause = trial?.cause ?? leaks.find((leak) => leak.leaks)?.causes[0]?.cause;
  if (cause === undefined) return council.noCause;
  const [why, what] = [council.causes[cause], council.tries[cause]];
  if (!trial) return council.proposed(why, what);
  const { triedOn, before, after } = trial;
  const shown = (meals: number) => formatSigned(meals, language, 1);
  const result = before === null || after === null ? '' : council.trialResult(shown(before), shown(after));
  return council.underTrial(why, spelledDate(triedOn, language), what, result);
}

function weighed({ weighed: found }: ImpactReport, { texts, language }: Context): Markup | null {
  if (found === null || found.perMeal === null) return null;
  const { council } = texts.impact;
  return html`<p>${council.weighed(found.days, formatNumber(found.perMeal, language))}</p>`;
}

function method(report: ImpactReport, context: Context): readonly string[] {
  const { impact } = context.texts;
  const [kilograms = '', euros = '', carbon = ''] = [report.kilograms, report.euros, report.carbon].map(
    (of, i) => factorWords(of, factorUnits[i] ?? '', context),
  );
  return impact.council.methodLines(comparedWith(report, impact), kilograms, euros, carbon);
}

const style = `@page { size: A4 portrait; margin: 12mm 16mm 10mm; }
${paperRules}
.council { min-height: 273mm; font-size: 11pt; line-height: 1.42; }
.council .top { padding-bottom: 2.5mm; border-bottom-width: 0.4mm; font-size: 10pt; }
.council h1 { font-size: 22pt; line-height: 1.16; margin: 3mm 0 5mm; text-wrap: balance; white-space: normal; }
.four { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); border-top: 0.7mm solid #000; border-bottom: 0.2mm solid #8a8a8a; }
.four div { padding: 3mm 2mm 3mm 4mm; border-left: 0.2mm solid #8a8a8a; font-size: 9pt; line-height: 1.35; color: #333; }
.four div:first-child { padding-left: 0; border-left: 0; }
.four b { display: block; font-size: 23pt; line-height: 1.1; font-weight: 700; letter-spacing: -0.025em; color: #000; font-variant-numeric: tabular-nums; }
.four b small { display: inline; font-size: 10.5pt; font-weight: 600; letter-spacing: 0; color: #000; white-space: nowrap; }
.council h3 { font-size: 12pt; margin: 4.6mm 0 1.4mm; }
.council :is(ol, ul) { margin: 0; padding: 0; font-size: 10.5pt; line-height: 1.36; }
.council ol { padding-left: 5mm; }
.council ol li { padding-left: 1mm; }
.council :is(ol, ul) li { margin-bottom: 0.4mm; }
.council p + p { margin-top: 1.5mm; }
.cols { display: grid; grid-template-columns: 1fr 1fr; gap: 9mm; }
.council svg { display: block; }
.council svg text { fill: #333; font-size: 8.5pt; }
.council svg .strong { fill: #000; font-weight: 700; }
.key { display: flex; gap: 6mm; font-size: 8.8pt; color: #333; margin-top: 1mm; }
.key span { display: inline-flex; gap: 1.5mm; align-items: center; }
.foot { display: flex; justify-content: space-between; font-size: 8.2pt; color: #333; margin-top: auto; padding-top: 4mm; }
`;
