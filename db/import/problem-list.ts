import type { ProblemSeverity } from '../../forecasting/domain/records.ts';
import { detach } from '../fold.ts';
import type { ImportProblem, ImportProblemGroup, ProblemCode, ProblemParams } from './problem.ts';

/** More are counted, but no longer listed: a report of a million lines helps nobody. */
export const listedProblems = 5_000;
/** Of every group so many are listed, even where others have filled the list. */
const examples = 2;

export interface ProblemPlace {
  readonly level: ProblemSeverity;
  readonly line?: number | null;
  readonly column?: string | null;
  readonly value?: string | null;
  readonly sheet?: string | null;
}

interface Group {
  rows: number;
  readonly listed: number[];
}

/** The problems of one file: all counted, in groups of the same kind, and the first of them listed. */
export class ProblemList {
  readonly #listed: ImportProblem[] = [];
  readonly #groups = new Map<string, Group>();
  #found = 0;

  get length(): number {
    return this.#found;
  }

  add<Code extends ProblemCode>(place: ProblemPlace, code: Code, params: ProblemParams[Code]): void {
    this.#found++;
    const { level, line = null, column = null, sheet = null } = place;
    const ofFile = line === null;
    const group = this.#groupOf(keyOf(place, code, params), ofFile);
    if (group && !ofFile) {
      group.rows++;
    }
    const room = this.#listed.length < listedProblems || level === 'warning';
    if (!room && !(group && group.listed.length < examples)) {
      return;
    }
    group?.listed.push(this.#listed.length);
    const value = detach(place.value?.trim().slice(0, 200) ?? '') || null;
    this.#listed.push({ level, sheet, line, column, value, code, params } as ImportProblem);
  }

  /** Once there are as many groups as lines that may be listed, rows of further ones are only counted. */
  #groupOf(key: string, ofFile: boolean): Group | undefined {
    const known = this.#groups.get(key);
    if (known || (this.#groups.size >= listedProblems && !ofFile)) {
      return known;
    }
    const group = { rows: 0, listed: [] };
    this.#groups.set(detach(key), group);
    return group;
  }

  /** Takes over what was listed elsewhere. */
  absorb(other: ProblemList, takes: (problem: ImportProblem) => boolean): void {
    for (const problem of other.#listed.filter(takes)) {
      this.add(problem, problem.code, problem.params);
    }
  }

  clear(): void {
    this.#listed.length = 0;
    this.#groups.clear();
    this.#found = 0;
  }

  hasOneOf(codes: readonly ProblemCode[]): boolean {
    return this.#listed.some(({ code }) => codes.includes(code));
  }

  outcome(): { readonly problems: readonly ImportProblem[]; readonly groups: readonly ImportProblemGroup[] } {
    const problems = [...this.#listed];
    const groups: ImportProblemGroup[] = [...this.#groups.values()];
    if (this.#found > problems.length) {
      const params = { listed: problems.length, total: this.#found };
      groups.push({ rows: 0, listed: [problems.length] });
      problems.push({
        level: 'warning',
        sheet: null,
        line: null,
        column: null,
        value: null,
        code: 'more-problems',
        params,
      });
    }
    return { problems, groups };
  }
}

/** Problems with the same key are told as one: an unknown name, a slip in a column. What is said of a file stands alone. */
function keyOf<Code extends ProblemCode>(
  { level, line = null, column = null }: ProblemPlace,
  code: Code,
  params: ProblemParams[Code],
): string {
  const own = line === null || code === 'site-unknown' || code === 'school-unknown';
  return `${level} ${code} ${column ?? ''} ${own ? JSON.stringify(params) : ''}`;
}
