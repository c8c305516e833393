import type { DishEntry, RecordEntry, SavedRecord, SiteName } from '../../api/records.ts';
import { formatNumber, spelledDate } from '../../service/messages/format.ts';
import type { Arguments, Command, ExitCode, Terminal } from '../terminal/command.ts';
import { UsageError } from '../terminal/errors.ts';
import { findSite } from '../terminal/find-site.ts';
import { numberOption, textOption } from '../terminal/parse-line.ts';

/** `NAME=SERVED` or `NAME=SERVED/LEFT`; the last `=` counts, a name may have others. */
const dishPattern = /^(?<dish>.*\S)\s*=\s*(?<served>\d+)(?:\s*\/\s*(?<left>\d+))?$/;

interface DishText {
  readonly dish: string;
  readonly served?: number;
  readonly left?: number;
}

/** Without `=` the text is a name: what became of the dish is said by the options beside it. */
function dishOf(text: string, named: boolean, { texts }: Terminal): DishText {
  const { dish, served, left } = dishPattern.exec(text.trim())?.groups ?? {};
  if (dish !== undefined) {
    return { dish, served: Number(served), ...(left === undefined ? {} : { left: Number(left) }) };
  }
  if (!named || text.trim() === '' || text.includes('='))
    throw new UsageError(texts.cli.record.badDish(text));
  return { dish: text.trim() };
}

const dishTexts = ({ values }: Arguments): readonly string[] =>
  Array.isArray(values.dish) ? values.dish.map(String) : [];

const optionsOfClass = ['class', 'class-seconds'] as const;
type ClassOption = (typeof optionsOfClass)[number];

const classTexts = ({ values }: Arguments, option: ClassOption): readonly string[] => {
  const texts = values[option];
  return Array.isArray(texts) ? texts.map(String) : [];
};

/** `M=24`: of the children of one class. */
function byClass(line: Arguments, option: ClassOption, { texts }: Terminal) {
  const read = classTexts(line, option).map((text) => {
    const { group, meals } = /^(?<group>[MEC])\s*=\s*(?<meals>\d+)$/.exec(text.trim())?.groups ?? {};
    if (group === undefined) throw new UsageError(texts.mealRecords.badClass(option, text));
    return [group, Number(meals)] as const;
  });
  return read.length === 0 ? undefined : Object.fromEntries(read);
}

const optionsOfDish = ['prepared', 'ran-out', 'reused', 'thrown'] as const;
const optionsOfMeal = ['adults', 'seconds', 'adult-seconds', 'reason', 'note'] as const;

/** The options that only a whole record has; without them the command works as it did before there were records. */
const isWhole = (given: Arguments) =>
  textOption(given, 'served') === undefined ||
  optionsOfClass.some((option) => classTexts(given, option).length > 0) ||
  [...optionsOfDish, ...optionsOfMeal].some((name) => textOption(given, name) !== undefined);

/** `--left` says what is left of the one dish. */
function simpleDishes(given: Arguments, terminal: Terminal) {
  const dishes = dishTexts(given).map((text) => {
    const { dish, served = 0, left } = dishOf(text, false, terminal);
    return { dish, served, ...(left === undefined ? {} : { left }) };
  });
  const left = numberOption(given, 'left', terminal.texts);
  if (left === undefined) {
    return dishes;
  }
  const [only, another] = dishes;
  if (!only || another || only.left !== undefined) {
    throw new UsageError(terminal.texts.cli.record.leftOfOne);
  }
  return [{ ...only, left }];
}

async function recordSimply(
  terminal: Terminal,
  given: Arguments,
  site: SiteName,
  date: string,
): Promise<ExitCode> {
  const { texts, language } = terminal;
  const served = numberOption(given, 'served', texts) ?? Number.NaN;
  const dishes = simpleDishes(given, terminal);
  const sure = given.values.sure === true ? { sure: true } : {};
  const { batch } = await terminal.call('attendance.record', {
    ...{ date, siteId: site.siteId, served, dishes },
    ...sure,
  });
  terminal.answer({ date, site: site.site, served, dishes, batch }, () =>
    [
      texts.cli.record.done(formatNumber(served, language), site.site, spelledDate(date, language)),
      ...(batch === null ? [] : [texts.cli.import.done(batch)]),
    ].join('\n'),
  );
  return 0;
}

const given = <T>(name: string, value: T | undefined) => (value === undefined ? {} : { [name]: value });

/** The options of a dish go with the one dish; without a dish `--prepared` and `--left` are of the meal. */
function dishEntries(line: Arguments, terminal: Terminal): readonly DishEntry[] {
  const { texts } = terminal;
  const dishes = dishTexts(line).map((text) => dishOf(text, true, terminal));
  const ofDish = {
    ...given('prepared', numberOption(line, 'prepared', texts)),
    ...given('left', numberOption(line, 'left', texts)),
    ...given('ranOutAt', textOption(line, 'ran-out')),
    ...given('reused', numberOption(line, 'reused', texts)),
    ...given('thrown', numberOption(line, 'thrown', texts)),
  };
  const only = dishes.length === 1;
  const asked = optionsOfDish.filter((name) => textOption(line, name) !== undefined);
  const ofMeal = dishes.length === 0 && asked.every((name) => name === 'prepared');
  if (!only && !ofMeal && asked.length > 0) throw new UsageError(texts.mealRecords.plainDish);
  return only ? dishes.map((dish) => ({ ...dish, ...ofDish })) : dishes;
}

function entryOf(line: Arguments, terminal: Terminal, siteId: number, date: string): RecordEntry {
  const { texts } = terminal;
  const number = (name: string) => numberOption(line, name, texts);
  const dishes = dishEntries(line, terminal);
  const sure = line.values.sure === true ? { sure: true } : {};
  const entry = {
    siteId,
    date,
    ...given('children', number('served')),
    ...given('adults', number('adults')),
    ...given('secondHelpings', number('seconds')),
    ...given('adultSecondHelpings', number('adult-seconds')),
    ...given('childrenByClass', byClass(line, 'class', terminal)),
    ...given('secondHelpingsByClass', byClass(line, 'class-seconds', terminal)),
    ...(line.values.estimated === true ? { estimated: true } : {}),
    ...(dishes.length === 0
      ? { ...given('prepared', number('prepared')), ...given('left', number('left')) }
      : {}),
    ...given('reason', textOption(line, 'reason')),
    ...given('note', textOption(line, 'note')),
    ...(dishes.length > 0 ? { dishes } : {}),
  } as RecordEntry;
  if (Object.keys(entry).length === 2) throw new UsageError(texts.mealRecords.nothing);
  return { ...entry, ...sure };
}

function exitOf({ changed, findings }: SavedRecord): ExitCode {
  const refused = findings.some(({ severity }) => severity === 'refused');
  return !refused ? 0 : changed > 0 ? 1 : 2;
}

async function recordWhole(
  terminal: Terminal,
  line: Arguments,
  site: SiteName,
  date: string,
): Promise<ExitCode> {
  const { texts, language } = terminal;
  const entry = entryOf(line, terminal, site.siteId, date);
  const [saved] = await terminal.call('records.save', { entries: [entry] });
  if (!saved) return 2;
  for (const { message, remedy } of saved.findings) terminal.note(`${message} ${remedy}`);
  const code = exitOf(saved);
  const { dishes = [], children: served = null, siteId: _, ...rest } = entry;
  const answer = { ...rest, site: site.site, served, dishes, batch: null, ...saved };
  if (code < 2) {
    const words = saved.changed > 0 ? texts.mealRecords.saved : texts.mealRecords.unchanged;
    terminal.answer(answer, () => words(site.site, spelledDate(date, language)));
  }
  return code;
}

export const recordCommand: Command = {
  options: {
    date: { type: 'string' },
    site: { type: 'string' },
    served: { type: 'string' },
    sure: { type: 'boolean' },
    adults: { type: 'string' },
    seconds: { type: 'string' },
    'adult-seconds': { type: 'string' },
    class: { type: 'string', multiple: true },
    'class-seconds': { type: 'string', multiple: true },
    estimated: { type: 'boolean' },
    dish: { type: 'string', multiple: true },
    prepared: { type: 'string' },
    left: { type: 'string' },
    'ran-out': { type: 'string' },
    reused: { type: 'string' },
    thrown: { type: 'string' },
    reason: { type: 'string' },
    note: { type: 'string' },
  },
  words: [0, 0],
  required: ['date', 'site'],
  async run(terminal, line) {
    const date = textOption(line, 'date') ?? '';
    const site = findSite(textOption(line, 'site') ?? '', await terminal.call('sites.list', {}), terminal);
    const named = { siteId: site.id, site: site.name, siteKind: site.kind };
    return isWhole(line)
      ? recordWhole(terminal, line, named, date)
      : recordSimply(terminal, line, named, date);
  },
};
