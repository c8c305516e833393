import type { NameInFileAnswer, PendingNameKind, SiteKind } from '../../forecasting/domain/records.ts';
import { fold } from '../fold.ts';
import { equalButForLost, hasLostLetters } from '../lost-letters.ts';
import type { Database } from '../open.ts';
import { nameKey } from './name-key.ts';
import { dataTables } from './tables.ts';
import { Writer, type Written } from './writer.ts';

export interface NameInFile {
  readonly id: number;
  /** `null`: no site answers to it yet; its rows wait. */
  readonly siteId: number | null;
}

/** More new names in one file are no sites: no town, and no caterer, has as many. */
export const newNamesLimit = 3_000;

export class TooManyNames extends Error {
  override name = 'TooManyNames';
}

interface Waiting {
  readonly name: string;
  readonly siteId: number;
}

/** Sites, and the names under which files know them. */
export class Names {
  readonly #db: Database;
  readonly #find: Finder;
  readonly #sites: Writer;
  readonly #names: Writer;
  readonly #schools: Writer;
  readonly #known = new Map<string, NameInFile>();
  readonly #makesSites: boolean;
  readonly #keys: Set<string>;
  readonly #sitesMet: string[];
  /** Those that have lost letters. */
  readonly #spoiltMet: string[];
  /** A person says that the names of these files are those of sites, whatever their kind. */
  makesAll = false;
  #met = 0;
  readonly #answers = new Map<string, NameInFileAnswer>();

  /** `makesSites`: a name that is met makes its site (the first file of a database without any site, or with those alone that
   * stayed when their import was undone). */
  constructor(db: Database, batch: number, makesSites: boolean, answers: readonly NameInFileAnswer[] = []) {
    this.#db = db;
    this.#find = finder(db);
    for (const answer of answers) {
      this.#answers.set(answerKey(answer.kind, answer.name, answer.siteKind), answer);
    }
    this.#makesSites = makesSites;
    const sites = db.prepare('SELECT name FROM site').pluck().all() as string[];
    this.#keys = new Set(sites.map(nameKey));
    this.#sitesMet = sites;
    this.#spoiltMet = sites.filter(hasLostLetters);
    this.#sites = new Writer(db, batch, dataTables.site);
    this.#names = new Writer(db, batch, dataTables.siteName);
    this.#schools = new Writer(db, batch, dataTables.school);
  }

  /**
   * The name as met in a file; it is noted when it is new, and answered when a site has exactly this name.
   * `makesSite`: its rows are the kind of records that may make a site.
   */
  resolve(name: string, kind: SiteKind | null, makesSite = false): NameInFile {
    const key = `${kind ?? ''} ${name}`;
    const cached = this.#known.get(key);
    if (cached !== undefined) {
      return cached;
    }
    const folded = fold(name);
    let known = this.#named(folded, kind);
    if (known === undefined || known.siteId === null) {
      const namesake = this.#siteNamed(folded, kind);
      const made =
        (makesSite || this.makesAll) && this.#makesSites ? () => this.#make(name, kind) : () => null;
      if (known === undefined) {
        this.#countNew();
      }
      this.alias(name, kind, namesake ?? this.#answered('site', name, kind) ?? made());
      known = this.#named(folded, kind) as NameInFile;
    }
    this.#known.set(key, known);
    return known;
  }

  /** The site that a person said a name is, made where it is new; `null`: nobody said. */
  #answered(kind: PendingNameKind, name: string, siteKind: SiteKind | null): number | null {
    const answer = this.#answers.get(answerKey(kind, name, siteKind));
    if (answer === undefined) {
      return null;
    }
    const site = answer.site ?? { name, siteKind: siteKind ?? 'M/E' };
    this.#keys.add(nameKey(site.name));
    return this.siteId(site.name, site.siteKind);
  }

  /** The site of a new name; `null`: it is another spelling of a site on record, which a person has to say. */
  #make(name: string, kind: SiteKind | null): number | null {
    const key = nameKey(name);
    const isSpelling =
      this.#keys.has(key) && this.#siteNamed(fold(name), null) === null && !this.#isOnRecord(fold(name));
    if (isSpelling || this.#isSpoilt(name)) {
      return null;
    }
    this.#keys.add(key);
    this.#sitesMet.push(name);
    if (hasLostLetters(name)) {
      this.#spoiltMet.push(name);
    }
    return this.siteId(name, kind ?? 'M/E');
  }

  /** Is it the name of a site but for letters that one of the two has lost? */
  #isSpoilt(name: string): boolean {
    const sites = hasLostLetters(name) ? this.#sitesMet : this.#spoiltMet;
    return sites.some((site) => fold(site) !== fold(name) && equalButForLost(name, site));
  }

  #isOnRecord(folded: string): boolean {
    return this.#find.onRecord.get(folded) !== undefined;
  }

  /** Before each file: what is no column of sites is not read to its end. */
  beginFile(): void {
    this.#met = 0;
  }

  /** What a file brought is taken back. */
  forgetMet(): void {
    this.#known.clear();
  }

  #countNew(): void {
    if (++this.#met > newNamesLimit) {
      throw new TooManyNames();
    }
  }

  /** The name as first met. */
  nameOf(id: number): string {
    return this.#find.nameOf.get(id) as string;
  }

  /** A site of a list. What the list does not say stays as it was. */
  site(name: string, kind: SiteKind, sector: string | null, capacity: number | null): Written {
    return this.#sites.write([fold(name), kind], [name, sector, capacity], (old, given) => [
      old[0] ?? null,
      given[1] ?? old[1] ?? null,
      given[2] ?? old[2] ?? null,
    ]);
  }

  /** Says which site a name stands for; `null`: the list does not know, and takes nothing away. */
  alias(name: string, kind: SiteKind | null, siteId: number | null): Written {
    this.#known.clear();
    return this.#names.write([fold(name), kind], [name, siteId], keepAnswer);
  }

  school(name: string, siteId: number | null): Written {
    return this.#schools.write([fold(name)], [name, siteId], keepAnswer);
  }

  /** Names and schools that waited for a site of exactly their name, which this import brought, get it. */
  linkPending(): void {
    const names = this.#db.prepare(
      `SELECT n.name, n.kind, min(s.id) AS siteId
       FROM site_name n JOIN site s ON s.folded = n.folded AND (n.kind IS NULL OR n.kind = s.kind)
       WHERE n.site_id IS NULL GROUP BY n.id HAVING count(*) = 1`,
    );
    for (const { name, kind, siteId } of names.all() as (Waiting & { kind: SiteKind | null })[]) {
      this.alias(name, kind, siteId);
    }
    const schools = this.#db.prepare(
      `SELECT c.name, min(s.id) AS siteId FROM school c JOIN site s ON s.folded = c.folded
       WHERE c.site_id IS NULL GROUP BY c.id HAVING count(*) = 1`,
    );
    for (const { name, siteId } of schools.all() as Waiting[]) {
      this.school(name, siteId);
    }
  }

  /** The school of a name; it is noted when it is new. A school named as one site only belongs to it. */
  resolveSchool(name: string): NameInFile {
    const folded = fold(name);
    const { school } = this.#find;
    const found = school.get(folded) as NameInFile | undefined;
    const answered = found?.siteId == null ? this.#answered('school', name, null) : null;
    if (found !== undefined && answered === null) {
      return found;
    }
    const made = () => (this.makesAll && this.#makesSites ? this.#make(name, null) : null);
    this.school(name, answered ?? this.#siteNamed(folded, null) ?? made());
    return school.get(folded) as NameInFile;
  }

  /** The site of a name and kind, made when there is none (lists may make sites). */
  siteId(name: string, kind: SiteKind): number {
    const found = this.#siteNamed(fold(name), kind);
    if (found !== null) {
      return found;
    }
    this.site(name, kind, null, null);
    return this.#siteNamed(fold(name), kind) as number;
  }

  #named(folded: string, kind: SiteKind | null): NameInFile | undefined {
    return this.#find.name.get(folded, kind) as NameInFile | undefined;
  }

  /** Exactly this name, and this kind; without a kind, the one site of that name. */
  #siteNamed(folded: string, kind: SiteKind | null): number | null {
    const ids = this.#find.sites.all(folded, kind, kind) as number[];
    return ids.length === 1 ? (ids[0] as number) : null;
  }
}

/** Prepared once: a statement holds memory that is given back late, and a file may have thousands of names. */
const finder = (db: Database) => ({
  name: db.prepare(
    "SELECT id, site_id AS siteId FROM site_name WHERE folded = ? AND ifnull(kind, '') = ifnull(?, '')",
  ),
  nameOf: db.prepare('SELECT name FROM site_name WHERE id = ?').pluck(),
  sites: db.prepare('SELECT id FROM site WHERE folded = ? AND (kind = ? OR ? IS NULL)').pluck(),
  onRecord: db.prepare('SELECT 1 FROM site WHERE folded = ?'),
  school: db.prepare('SELECT id, site_id AS siteId FROM school WHERE folded = ?'),
});

type Finder = ReturnType<typeof finder>;

const answerKey = (kind: PendingNameKind, name: string, siteKind: SiteKind | null) =>
  `${kind} ${siteKind ?? ''} ${fold(name)}`;

/** The spelling first met stays; an answer is replaced by another one only, never by none. */
function keepAnswer(old: readonly (string | number | null)[], given: readonly (string | number | null)[]) {
  return [old[0] ?? null, given[1] ?? old[1] ?? null];
}
