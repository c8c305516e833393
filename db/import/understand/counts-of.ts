import { fold } from '../../fold.ts';
import type { Answers, ColumnReason, TableQuestion } from '../table-question.ts';
import { nameOf } from './cells.ts';
import { type DinerColumns, dinerColumns, holdsAdults, sumsClass } from './diner-columns.ts';
import type { Knowledge } from './knowledge.ts';
import { withChildrenNamed, withKindsApart } from './named-diners.ts';
import { addsUp, type ValueColumn, varies } from './value-columns.ts';
import { wordsOf } from './words.ts';

/** The columns of counts of one site (`name`; `null`: the site is said elsewhere). */
export interface CountGroup {
  readonly name: string | null;
  readonly served: readonly number[];
  readonly staff: readonly number[];
  /** Their classes, adults, and what adds them up. */
  readonly diners?: DinerColumns;
}

export interface Counts {
  /** What the titles name: sites, dishes, or nothing. */
  readonly by: 'site' | 'dish' | null;
  readonly groups: readonly CountGroup[];
  readonly reasons: ReadonlyMap<number, ColumnReason>;
  readonly questions: readonly TableQuestion[];
  /** Titles of columns of other services: a garderie, a snack. */
  readonly otherServices: readonly string[];
  /** The one column that may hold the adults. */
  readonly mayHoldAdults: string | null;
  /** The column of children in a list that has no count: each line is a meal. */
  readonly peopleIn?: string;
}

const titleOf = ({ column }: ValueColumn) => nameOf(column);

/** Which columns of counts say the meals served and planned, and of whom; `null`: none does. */
export function readCounts(
  values: readonly ValueColumn[],
  hasSite: boolean,
  knowledge: Knowledge,
  answers: Answers,
): Counts | null {
  const reasons = new Map<number, ColumnReason>();
  const usable = withoutSums(values, reasons).filter((value) => {
    const reason = leftOut(value, values);
    if (reason !== null) {
      reasons.set(value.index, reason);
    }
    return reason === null;
  });
  const otherServices = values.filter(({ index }) => reasons.get(index) === 'other-service').map(titleOf);
  const named = withKindsApart(
    withChildrenNamed(
      usable.filter(({ name }) => name !== ''),
      values,
    ),
    knowledge,
  );
  const plain = usable.filter(({ name }) => name === '');
  const names = new Set(named.map(({ name }) => fold(name)));
  const says = plain.some(
    ({ measure, who, sum, diet }) =>
      measure === 'served' || measure === 'staff' || who === 'part' || sum || diet !== null,
  );
  const shared = { reasons, otherServices };
  if (
    !hasSite &&
    names.size >= 1 &&
    !(says || (plain.length > 0 && names.size < 2 && !named.every(({ name }) => knowledge.isSite(name))))
  ) {
    return {
      ...shared,
      ...bySite(named, values, answers),
      by: names.size >= 2 || knowledge.isSite(named[0]?.name ?? '') || hasUpper(named) ? 'site' : null,
      mayHoldAdults: null,
    };
  }
  if (
    hasSite &&
    names.size >= 2 &&
    plain.length === 0 &&
    named.every(({ measure, column }) => measure === null && column.title.upper === '')
  ) {
    // "NBREEL" is a number of something that only its program knows: no dish, so the kind is asked.
    if (named.some(({ name }) => /^NB[A-Z]/.test(wordsOf(name)))) {
      return null;
    }
    const groups = named.map(({ name, index }) => ({ name, served: [index], staff: [] }));
    return { ...shared, groups, by: 'dish', questions: [], mayHoldAdults: null };
  }
  const found = ofOneSite(plain.length > 0 ? plain : named, { reasons, answers, values });
  return found === null ? null : { ...shared, ...found, by: null };
}

const hasUpper = (named: readonly ValueColumn[]) => named.some(({ column }) => column.title.upper !== '');

/** Why a column counts no meals of children. */
function leftOut(value: ValueColumn, all: readonly ValueColumn[]): ColumnReason | null {
  const { who, service, measure } = value;
  if (who === 'adults' && all.some((other) => other.who !== 'adults')) {
    return 'adults-apart';
  }
  if (service === 'other' && measure !== 'staff') {
    return 'other-service';
  }
  if (measure === 'absent' || measure === 'other') {
    return 'title';
  }
  const counted = all.some(
    (other) => other !== value && (other.measure === 'served' || other.measure === 'staff'),
  );
  const isEnrolment = measure === 'enrolled' || (measure === null && value.counts && counted && !value.sum);
  return isEnrolment && !varies(value)
    ? 'same-always'
    : measure === 'enrolled' && counted && all.some((other) => other.measure === 'staff')
      ? 'title'
      : null;
}

/** Sums of other columns go; what only its title calls a sum goes where there are parts of it. */
function withoutSums(
  values: readonly ValueColumn[],
  reasons: Map<number, ColumnReason>,
): readonly ValueColumn[] {
  const meals = values.filter(({ measure }) => measure !== 'absent' && measure !== 'other');
  const sums = new Set<ValueColumn>();
  for (const value of meals) {
    const others = meals.filter(
      (other) => other !== value && !sums.has(other) && !other.sum && other.measure !== 'enrolled',
    );
    const parts = addsUp(value, others);
    if (sumsClass(value, others)) {
      sums.add(value);
      reasons.set(value.index, 'is-sum');
      continue;
    }
    const hasParts = others.filter(({ who, name }) => who === 'part' || name !== '').length >= 2;
    if (
      value.who === null &&
      ((parts !== null && (value.sum || parts.length >= 3 || parts.every(isPart) || haveAdults(parts))) ||
        (value.sum && hasParts))
    ) {
      sums.add(value);
      reasons.set(value.index, 'is-sum');
    }
  }
  return values.filter((value) => !sums.has(value));
}

/** "Enfants" and "Adultes" that make "Repas". */
const haveAdults = (parts: readonly ValueColumn[]) =>
  parts.some(({ who }) => who === 'adults') && parts.some(({ who }) => who !== 'adults');

const isPart = ({ who, name, diet }: ValueColumn) => who !== null || name !== '' || diet !== null;

/** Columns of each site that the titles name. */
function bySite(
  named: readonly ValueColumn[],
  values: readonly ValueColumn[],
  answers: Answers,
): { groups: readonly CountGroup[]; questions: readonly TableQuestion[] } {
  const sites = new Map<string, ValueColumn[]>();
  for (const value of named) {
    const key = fold(value.name);
    sites.set(key, [...(sites.get(key) ?? []), value]);
  }
  const twins = new Set<string>();
  let areAlike = true;
  const groups = [...sites.values()].map((own) => {
    const staff = own.filter(({ measure }) => measure === 'staff');
    const served = own.filter(({ measure }) => measure === null || measure === 'served');
    for (const columns of [staff, served]) {
      if (columns.length > 1 && !columns.every(({ who, diet }) => who === 'part' || diet !== null)) {
        twins.add(own[0]?.name ?? '');
        areAlike &&= new Set(columns.map(({ column }) => fold(column.title.own))).size === 1;
      }
    }
    const index = ({ index: at }: ValueColumn) => at;
    const name = own[0]?.name ?? '';
    const diners = dinerColumns(served, values, name);
    return { name, served: served.map(index), staff: staff.map(index), diners };
  });
  const questions: TableQuestion[] =
    twins.size > 0 && answers.twins === undefined
      ? [
          {
            id: 'twins',
            names: [...twins],
            proposal: areAlike ? 'sum' : null,
            choices: ['sum', 'first'],
            blocking: true,
          },
        ]
      : [];
  const kept =
    answers.twins === 'first'
      ? groups.map((group) => ({
          ...group,
          served: group.served.slice(0, 1),
          staff: group.staff.slice(0, 1),
          diners: new Map(),
        }))
      : groups;
  return { groups: kept, questions };
}

/** The columns of meals served and planned where all of them are of one site. */
function ofOneSite(
  plain: readonly ValueColumn[],
  {
    reasons,
    answers,
    values,
  }: {
    readonly reasons: Map<number, ColumnReason>;
    readonly answers: Answers;
    readonly values: readonly ValueColumn[];
  },
) {
  const staff = chooseStaff(plain.filter(({ measure }) => measure === 'staff'));
  const enrolled = plain.filter(({ measure }) => measure === 'enrolled');
  const planned = staff.length > 0 ? staff : enrolled.slice(0, 1);
  const served = chooseServed(
    plain.filter(({ measure }) => measure === null || measure === 'served'),
    answers,
  );
  if (served.columns.length === 0 && planned.length === 0 && served.question === null) {
    return null;
  }
  for (const { index, who } of [...served.columns, ...planned]) {
    reasons.set(index, who === 'part' ? 'part-of-count' : served.reason);
  }
  const [only] = served.columns;
  const diners = dinerColumns(served.columns, values, null);
  const isWhole =
    only !== undefined && served.columns.length === 1 && holdsAdults(only, diners, values, answers);
  const mayHoldAdults =
    served.columns.length === 1 &&
    only !== undefined &&
    !isWhole &&
    (only.sum || /\b(COUVERTS?|CONVIVES?|RATIONNAIRES?|COVERS?|DINERS?)\b/.test(wordsOf(titleOf(only))))
      ? titleOf(only)
      : null;
  const index = ({ index: at }: ValueColumn) => at;
  return {
    groups: [
      {
        name: null,
        served: isWhole ? [] : served.columns.map(index),
        staff: planned.map(index),
        diners: isWhole ? new Map([...diners, ['covers', [only.index]] as const]) : diners,
      },
    ],
    questions: served.question === null ? [] : [served.question],
    mayHoldAdults,
  };
}

function chooseStaff(staff: readonly ValueColumn[]): readonly ValueColumn[] {
  const parts = staff.filter(({ who }) => who === 'part');
  return parts.length > 0 ? parts : staff.slice(0, 1);
}

interface Served {
  readonly columns: readonly ValueColumn[];
  readonly reason: ColumnReason;
  readonly question: TableQuestion | null;
}

/** Parts of the children are added up, diets with what is no diet; else one column. */
function chooseServed(values: readonly ValueColumn[], answers: Answers): Served {
  const found = (columns: readonly ValueColumn[], reason: ColumnReason): Served => ({
    columns,
    reason,
    question: null,
  });
  const said = answers['count-column'];
  const answered =
    said === undefined ? undefined : values.find((value) => fold(titleOf(value)) === fold(said));
  if (answered !== undefined) {
    return found([answered], 'answered');
  }
  const parts = values.filter(({ who }) => who === 'part');
  if (parts.length > 0) {
    return found(parts, 'part-of-count');
  }
  const standard = values.filter(({ diet }) => diet === 'standard');
  const special = values.filter(({ diet }) => diet === 'special');
  const rest = values.filter(({ diet }) => diet === null);
  if (standard.length > 0 || (special.length > 1 && rest.length === 0)) {
    return found([...standard, ...special], 'part-of-count');
  }
  const explicit = rest.filter(({ measure }) => measure === 'served');
  const lunches = rest.filter(({ service }) => service === 'lunch');
  const varying = rest.filter(varies);
  const counting = varying.filter(({ counts }) => counts);
  const tiers = [explicit, lunches, counting, varying, rest].filter((tier) => tier.length > 0);
  const [best = []] = tiers;
  if (best.length <= 1) {
    return found(best, best === explicit ? 'title' : rest.length === 1 ? 'only-counts' : 'holds-counts');
  }
  const firmest = best.filter((value) =>
    /\b(REEL(LE)?S?|REALISE\w*|SERVI\w*|DISTRIBUE\w*|CONSOMME\w*|SERVED|ACTUAL)\b/.test(
      wordsOf(titleOf(value)),
    ),
  );
  if (firmest.length === 1) {
    return found(firmest, 'title');
  }
  const titles = best.map(titleOf);
  return {
    columns: [],
    reason: 'title',
    question: {
      id: 'count-column',
      names: titles,
      proposal: titles[0] ?? null,
      choices: titles,
      blocking: true,
    },
  };
}
