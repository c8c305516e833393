import type {
  CountAnswer,
  CountLimits,
  CountSlip,
  DayCount,
  IsoDate,
  JudgeCounts,
  UnlikelyCount,
} from '../forecasting/domain/records.ts';
import { dayOfIso, isoOf } from './day.ts';
import type { Database, ReadonlyDatabase } from './open.ts';
import { numberOf, numberOrNull } from './scalar.ts';

export interface StoredSlip extends UnlikelyCount {
  /** `null`: the name itself waits for an answer. */
  readonly siteId: number | null;
  readonly state: CountAnswer;
}

export class UnknownSlipError extends Error {
  override name = 'UnknownSlipError';
}

/** The counts in a state, by site and day. */
export function listCountSlips(db: ReadonlyDatabase, state: CountAnswer = 'asked'): readonly StoredSlip[] {
  const rows = db
    .prepare(
      `SELECT c.site_name_id AS nameId, n.name, n.site_id AS siteId, s.name AS site, c.day, c.served, c.low, c.usual,
         c.high, c.state
       FROM count_slip c JOIN site_name n ON n.id = c.site_name_id LEFT JOIN site s ON s.id = n.site_id
       WHERE c.state = ? ORDER BY ifnull(s.folded, n.folded), c.day`,
    )
    .all(state) as (Omit<StoredSlip, 'date'> & { day: number })[];
  return rows.map(({ day, ...row }) => ({ ...row, date: isoOf(day) }));
}

/** How many counts wait for an answer. */
export function countCountSlips(db: ReadonlyDatabase): number {
  return numberOf(db.prepare("SELECT count(*) FROM count_slip WHERE state = 'asked'").pluck());
}

/** Every slip on record, under `name day`. */
export function readCountSlips(
  db: ReadonlyDatabase,
): ReadonlyMap<string, { readonly served: number; readonly state: CountAnswer }> {
  const rows = db.prepare('SELECT site_name_id, day, served, state FROM count_slip').raw().all() as [
    number,
    number,
    number,
    CountAnswer,
  ][];
  return new Map(rows.map(([name, day, served, state]) => [`${name} ${day}`, { served, state }]));
}

/**
 * Answers a question about a count: `taken` lets it count as it stands, `aside` leaves it out, `asked` opens the
 * question again. The row stays its import's, so that undoing the import takes it back all the same. Throws
 * `UnknownSlipError`.
 */
export function answerCountSlip(db: Database, nameId: number, date: IsoDate, state: CountAnswer): void {
  const day = dayOfIso(date);
  const answer = db.transaction(() => {
    const slip = db
      .prepare('SELECT served, state FROM count_slip WHERE site_name_id = ? AND day = ?')
      .get(nameId, day) as { served: number; state: CountAnswer } | undefined;
    if (slip === undefined) throw new UnknownSlipError(`no count of ${date} is asked about`);
    db.prepare('UPDATE count_slip SET state = ? WHERE site_name_id = ? AND day = ?').run(state, nameId, day);
    const set = db.prepare(
      'UPDATE attendance SET served = ? WHERE site_name_id = ? AND day = ? AND served IS ?',
    );
    if (state === 'taken') set.run(slip.served, nameId, day, null);
    else if (slip.state === 'taken') set.run(null, nameId, day, slip.served);
  });
  answer.immediate();
}

/** A count on record that can hardly be, of one name of a site. */
export interface FoundSlip extends CountSlip {
  readonly nameId: number;
  readonly name: string;
  /** `null`: the name itself waits for an answer. */
  readonly siteId: number | null;
}

/**
 * Counts on record that can hardly be, each judged among all counts of its site; those that were taken as they are
 * are not found again. `batch`: only those that this import wrote; `null`: all.
 */
export function findCountSlips(
  db: ReadonlyDatabase,
  judge: JudgeCounts,
  batch: number | null,
): readonly FoundSlip[] {
  const names = db
    .prepare(
      `SELECT n.id, n.name, n.site_id AS siteId FROM site_name n WHERE EXISTS (
         SELECT 1 FROM attendance a WHERE a.site_name_id = n.id AND a.served > 0 AND (@batch IS NULL OR a.batch = @batch))`,
    )
    .all({ batch }) as { id: number; name: string; siteId: number | null }[];
  const taken = new Set(
    [...readCountSlips(db)].flatMap(([key, { state }]) => (state === 'taken' ? [key] : [])),
  );
  const sites = Map.groupBy(names, ({ id, siteId }) => siteId ?? `name ${id}`);
  const named = new Map(names.map((name) => [name.id, name]));
  // Prepared once: there may be thousands of sites, and a statement gives its memory back late.
  const read = { counts: countsReader(db), limits: limitsReader(db) };
  return [...sites.values()].flatMap((own) =>
    slipsOfSite(read, own, judge, batch, taken).map((slip) => {
      const { name = '', siteId = null } = named.get(slip.nameId) ?? {};
      return { ...slip, name, siteId };
    }),
  );
}

type SlipOfName = Pick<FoundSlip, keyof CountSlip | 'nameId'>;

interface Counted extends DayCount {
  readonly nameId: number;
  readonly batch: number | null;
}

/** The counts above zero of the site of a name, in order of days; of the name alone as long as it has no site. */
function countsReader(db: ReadonlyDatabase) {
  // Names of one site are other guests of it: each is compared with its own days, or with the site's where it has few.
  const select = db.prepare(
    `SELECT site_name_id AS nameId, day, served AS count, batch FROM attendance
     WHERE served > 0 AND (site_name_id = @id OR (@siteId IS NOT NULL AND site_name_id IN
       (SELECT id FROM site_name WHERE site_id = @siteId))) ORDER BY day`,
  );
  return (id: number, siteId: number | null) => select.all({ id, siteId }) as Counted[];
}

function slipsOfSite(
  read: {
    readonly counts: ReturnType<typeof countsReader>;
    readonly limits: ReturnType<typeof limitsReader>;
  },
  names: readonly { readonly id: number; readonly siteId: number | null }[],
  judge: JudgeCounts,
  batch: number | null,
  taken: ReadonlySet<string>,
): readonly SlipOfName[] {
  const siteId = names[0]?.siteId ?? null;
  const rows = read.counts(names[0]?.id ?? 0, siteId);
  const limits = siteId === null ? { seats: null, enrolled: null } : read.limits(siteId);
  return [...Map.groupBy(rows, ({ nameId }) => nameId).values()].flatMap((own) =>
    slipsOfName(own, rows, (counts, asked) => judge(counts, limits, asked), batch, taken),
  );
}

/** Counts of one name; where it has few days of its own, those of the site's other names stand beside them. */
function slipsOfName(
  own: readonly Counted[],
  all: readonly Counted[],
  judge: (counts: readonly DayCount[], asked: ReadonlySet<number>) => readonly CountSlip[],
  batch: number | null,
  taken: ReadonlySet<string>,
): readonly SlipOfName[] {
  const nameId = own[0]?.nameId ?? 0;
  const asked = new Set(
    own.flatMap(({ day, batch: of }) =>
      (batch === null || of === batch) && !taken.has(`${nameId} ${day}`) ? [day] : [],
    ),
  );
  if (asked.size === 0) return [];
  const days = new Set(own.map(({ day }) => day));
  const others =
    own.length < fewDays ? all.filter(({ nameId: of, day }) => of !== nameId && !days.has(day)) : [];
  const series = others.length === 0 ? own : [...own, ...others].toSorted((a, b) => a.day - b.day);
  return judge(series, asked).map((slip) => ({ ...slip, nameId }));
}

/** A name with fewer days is a new spelling: the site's own days say what is usual. */
const fewDays = 20;

/** Reads the seats of a site, and the most children ever enrolled at it. */
export function limitsReader(db: ReadonlyDatabase): (siteId: number) => CountLimits {
  const capacity = db.prepare('SELECT capacity FROM site WHERE id = ?').pluck();
  const most = db
    .prepare(
      `SELECT max(children) FROM (SELECT sum(e.children) AS children FROM enrolment e
       JOIN school s ON s.id = e.school_id WHERE s.site_id = ? GROUP BY e.school_year)`,
    )
    .pluck();
  return (siteId) => {
    const [seats, enrolled] = [numberOrNull(capacity, siteId), numberOrNull(most, siteId)];
    return { seats: seats === 0 ? null : seats, enrolled: enrolled === 0 ? null : enrolled };
  };
}
