import type {
  PendingName,
  PendingNameAnswer,
  PendingNameKind,
  Site,
  SiteKind,
} from '../forecasting/domain/records.ts';
import { isoOf } from './day.ts';
import { fold } from './fold.ts';
import { likeness } from './likeness.ts';
import type { Database, ReadonlyDatabase } from './open.ts';
import { rangeOfName, rangeOfSite } from './served-range.ts';
import { addSite, listSites } from './sites.ts';

export class UnknownQuestionError extends Error {
  override name = 'UnknownQuestionError';
}

/** Less alike than this is no proposal. */
const alikeEnough = 0.6;

/** The names that wait for an answer and have rows, those with the most rows first. */
export function listQuestions(db: ReadonlyDatabase): readonly PendingName[] {
  const sites = listSites(db);
  const waiting = [...siteQuestions(db), ...schoolQuestions(db)];
  return waiting
    .sort((a, b) => b.rows - a.rows || a.name.localeCompare(b.name))
    .map((question) => ({
      ...question,
      proposal: propose(question, sites),
      likelyFollowers: question.menusOnly ? sitesOfSector(question.name, sites) : [],
      ranges: compareRanges(db, question, sites),
    }));
}

/** How many names wait for an answer. */
export function countQuestions(db: ReadonlyDatabase): number {
  return siteQuestions(db).length + schoolQuestions(db).length;
}

type Waiting = Omit<PendingName, 'proposal' | 'ranges' | 'likelyFollowers'>;

/** "Secteur 2" is the sector that sites call "2", too. */
function sitesOfSector(name: string, sites: readonly Site[]): readonly number[] {
  const [own, short] = [fold(name), fold(name.replace(/^\p{L}+\s+(?=\S{1,3}$)/u, ''))];
  return sites
    .filter(({ sector }) => sector !== null && [own, short].includes(fold(sector)))
    .map(({ id }) => id);
}

function siteQuestions(db: ReadonlyDatabase): readonly Waiting[] {
  const rows = db
    .prepare(
      `WITH waiting AS (SELECT id FROM site_name WHERE site_id IS NULL),
       uses (name_id, day, is_menu) AS (
         SELECT site_name_id, day, 0 FROM attendance WHERE site_name_id IN waiting
         UNION ALL SELECT site_name_id, day, 0 FROM serving WHERE site_name_id IN waiting
         UNION ALL SELECT site_name_id, unixepoch(date) / 86400, 1 FROM menu_item
           WHERE site_name_id IN waiting AND site_name_id NOT IN (SELECT site_name_id FROM menu_follower)
         UNION ALL SELECT site_name_id, unixepoch(date) / 86400, 0 FROM closure WHERE site_name_id IN waiting)
       SELECT n.id, 'site' AS kind, n.name, n.kind AS siteKind, min(u.is_menu) AS menusOnly,
              count(*) AS rows, min(u.day) AS first, max(u.day) AS last
       FROM site_name n JOIN uses u ON u.name_id = n.id GROUP BY n.id`,
    )
    .all() as (Omit<Waiting, 'firstDay' | 'lastDay' | 'menusOnly'> & {
    first: number;
    last: number;
    menusOnly: number;
  })[];
  return rows.map(({ first, last, menusOnly, ...row }) => ({
    ...row,
    menusOnly: menusOnly === 1,
    firstDay: isoOf(first),
    lastDay: isoOf(last),
  }));
}

function schoolQuestions(db: ReadonlyDatabase): readonly Waiting[] {
  const rows = db
    .prepare(
      `SELECT s.id, 'school' AS kind, s.name, NULL AS siteKind, count(*) AS rows,
              NULL AS firstDay, NULL AS lastDay
       FROM school s JOIN enrolment e ON e.school_id = s.id
       WHERE s.site_id IS NULL GROUP BY s.id`,
    )
    .all() as Omit<Waiting, 'menusOnly'>[];
  return rows.map((row) => ({ ...row, menusOnly: false }));
}

/** Of two sites of one name, the one for the same guests. */
function alike({ name, siteKind }: Waiting, site: Site): number {
  return likeness(name, site.name) * (siteKind === null || siteKind === site.kind ? 1 : 0.95);
}

function propose(question: Waiting, sites: readonly Site[]): PendingName['proposal'] {
  let best: PendingName['proposal'] = null;
  for (const site of sites) {
    const likely = alike(question, site);
    if (likely >= alikeEnough && likely > (best?.likeness ?? 0)) {
      best = { siteId: site.id, site: site.name, likeness: likely };
    }
  }
  return best;
}

/** Sites that a name is compared with: the one proposed, and the next in likeness for contrast. */
const compared = 2;

/** Empty without a proposal, or when too little is known of either. */
function compareRanges(
  db: ReadonlyDatabase,
  question: Waiting,
  sites: readonly Site[],
): PendingName['ranges'] {
  const own = question.kind === 'site' ? rangeOfName(db, question.id) : null;
  if (own === null || propose(question, sites) === null) {
    return [];
  }
  const nearest = sites
    .map((site) => ({ site, likely: alike(question, site) }))
    .sort((a, b) => b.likely - a.likely)
    .slice(0, compared)
    .flatMap(({ site }) => {
      const range = rangeOfSite(db, site.id);
      return range === null ? [] : [{ site: site.name, ...range }];
    });
  return nearest.length === 0 ? [] : [{ site: null, ...own }, ...nearest];
}

/** Says which site a name is; its rows count from now on. Answers the questions that are left. */
export function answerQuestion(
  db: Database,
  kind: PendingNameKind,
  id: number,
  answer: PendingNameAnswer,
): readonly PendingName[] {
  const table = kind === 'site' ? 'site_name' : 'school';
  const apply = db.transaction(() => {
    const siteKind = kind === 'site' ? 'kind' : 'NULL';
    const asked = db.prepare(`SELECT name, ${siteKind} AS siteKind FROM ${table} WHERE id = ?`).get(id);
    if (asked === undefined) {
      throw new UnknownQuestionError(`no ${kind} name ${id}`);
    }
    const siteId = answeredSite(db, asked as { name: string; siteKind: SiteKind | null }, answer);
    // From now on the name belongs to no import: undoing one leaves the answer.
    db.prepare(`UPDATE ${table} SET site_id = ?, batch = NULL WHERE id = ?`).run(siteId, id);
    if (kind === 'site') {
      setFollowers(db, id, answer.type === 'followers' ? answer.siteIds : []);
    }
  });
  apply.immediate();
  return listQuestions(db);
}

function setFollowers(db: Database, nameId: number, siteIds: readonly number[]): void {
  db.prepare('DELETE FROM menu_follower WHERE site_name_id = ?').run(nameId);
  const follow = db.prepare(
    'INSERT INTO menu_follower (site_name_id, site_id) SELECT ?, id FROM site WHERE id = ?',
  );
  for (const siteId of new Set(siteIds)) {
    if (follow.run(nameId, siteId).changes === 0) {
      throw new UnknownQuestionError(`no site ${siteId}`);
    }
  }
}

function answeredSite(
  db: Database,
  { name, siteKind }: { readonly name: string; readonly siteKind: SiteKind | null },
  answer: PendingNameAnswer,
): number | null {
  switch (answer.type) {
    case 'unanswered':
    case 'followers':
      return null;
    case 'site': {
      if (db.prepare('SELECT 1 FROM site WHERE id = ?').get(answer.siteId) === undefined) {
        throw new UnknownQuestionError(`no site ${answer.siteId}`);
      }
      return answer.siteId;
    }
    case 'new-site': {
      const kind = siteKind ?? 'M/E';
      const known = db
        .prepare('SELECT id FROM site WHERE folded = ? AND kind = ?')
        .pluck()
        .get(fold(name), kind);
      return (known as number | undefined) ?? addSite(db, { name, kind, capacity: null, enrolled: null }).id;
    }
  }
}
