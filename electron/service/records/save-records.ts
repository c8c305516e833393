import { saveMealValues } from '../../../db/meal-records.ts';
import type { Input } from '../../api/contract.ts';
import type { ChildClass, MealFinding, RecordEntry, SavedRecord } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { saveAttendance } from '../coverage/save-attendance.ts';
import { dishSpellings } from '../dishes/dish-spellings.ts';
import { personOfSettings } from '../orders/override.ts';
import { siteOf } from '../sites/site-of.ts';
import { RecordChecks } from './record-facts.ts';
import { classesBySite } from './site-classes.ts';
import {
  type EntryValue,
  mealNumber,
  recordOf,
  storedValues,
  valuesAfter,
  valuesOf,
} from './stored-record.ts';

interface Draft {
  readonly entry: RecordEntry;
  readonly values: readonly EntryValue[];
  /** Children served as entered; `undefined`: left as they are. */
  readonly children: number | null | undefined;
  /** Children on record until now. */
  readonly before: number | null;
  readonly findings: readonly MealFinding[];
}

const childClasses = ['M', 'E', 'C'] as const;

/**
 * Children in one, or the sum of the classes as they are after the entry, those entered earlier among them. While a
 * class that the site counts apart has no figure yet, the rest is no whole: `undefined`, nothing is said of the sum.
 */
function childrenEntered(
  { children, childrenByClass }: RecordEntry,
  classes: readonly ChildClass[],
  after: readonly EntryValue[],
): number | null | undefined {
  if (children !== undefined || childrenByClass === undefined) return children;
  const figures = childClasses.flatMap((one) => {
    const value = after.find(({ dish, field }) => dish === '' && field === `served.${one}`)?.value;
    return typeof value === 'number' ? { one, value } : [];
  });
  if (figures.length === 0) return null;
  const missing = classes.some((one) => figures.every((figure) => figure.one !== one));
  return missing ? undefined : figures.reduce((sum, { value }) => sum + value, 0);
}

const spelled = (entry: RecordEntry, spelling: (dish: string) => string): RecordEntry =>
  entry.dishes === undefined
    ? entry
    : { ...entry, dishes: entry.dishes.map((dish) => ({ ...dish, dish: spelling(dish.dish) })) };

/** What the day will say once the entry is kept, checked. */
function draftsOf(context: Context, entries: readonly RecordEntry[]): readonly Draft[] {
  const dates = entries.map(({ date }) => date).toSorted();
  const [from = context.today, to = from] = [dates[0], dates.at(-1)];
  const checks = new RecordChecks(context, from, to);
  const stored = storedValues(context.db, from, to);
  const classesOf = classesBySite(context.db);
  const withDishes = entries.some(({ dishes = [] }) => dishes.length > 0);
  const spelling = withDishes ? dishSpellings(context.db) : null;
  return entries.map((given) => {
    const entry = spelling === null ? given : spelled(given, spelling);
    const { siteId, date } = entry;
    const classes = classesOf(siteOf(context.db, siteId));
    const before = checks.served(siteId, date);
    const known = stored.get(`${siteId} ${date}`) ?? [];
    const children = childrenEntered(entry, classes, valuesAfter(known, valuesOf(entry)));
    const count = children === undefined ? before : children;
    const sure =
      entry.sure === undefined ? [] : [{ dish: '', field: 'sure', value: entry.sure ? count : null }];
    const values = [...valuesOf(entry), ...sure];
    const all = valuesAfter(known, values);
    const record = recordOf(siteId, date, all, count);
    return { entry, values, children, before, findings: checks.findings(record, mealNumber(all, 'sure')) };
  });
}

const refused = (findings: readonly MealFinding[]) => findings.some(({ severity }) => severity === 'refused');

export const checkRecords = (context: Context, { entries }: Input<'records.check'>): readonly SavedRecord[] =>
  draftsOf(context, entries).map(({ entry: { siteId, date }, findings }) => ({
    siteId,
    date,
    changed: 0,
    findings,
  }));

/** Keeps what is entered, each entry by itself: what cannot be is refused beside its field, the rest is kept. */
export function saveRecords(context: Context, { entries }: Input<'records.save'>): readonly SavedRecord[] {
  const signed = { by: personOfSettings(context), at: context.now };
  const drafts = draftsOf(context, entries);
  const save = context.db.transaction(() => drafts.map((draft) => saveDraft(context, draft, signed)));
  return save.immediate();
}

interface Signed {
  readonly by: string | null;
  readonly at: string;
}

function saveDraft(context: Context, draft: Draft, signed: Signed): SavedRecord {
  const { values, findings, entry } = draft;
  const { siteId, date } = entry;
  if (refused(findings)) return { siteId, date, changed: 0, findings };
  const own = values.map((value) => ({ ...value, siteId, date }));
  const changed = saveMealValues(context.db, own, signed) + saveChildren(context, draft, signed);
  return { siteId, date, changed, findings };
}

/**
 * Children served are attendance, the one store for them, where a file's count can be corrected in place. Who entered
 * them when, and what they were before, is kept beside as of any other value.
 */
function saveChildren(
  context: Context,
  { entry: { siteId, date }, children, before }: Draft,
  signed: Signed,
): number {
  if (children === undefined || before === children) return 0;
  saveAttendance(context, { siteId, days: [{ date, served: children }] });
  saveMealValues(context.db, [{ siteId, date, dish: '', field: 'children', value: children }], signed);
  return 1;
}
