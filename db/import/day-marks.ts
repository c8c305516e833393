import { isoOf } from '../day.ts';
import type { FileReportBuilder } from './file-report.ts';
import type { MarkedDate } from './table-question.ts';
import { closureOfMark, type Mark } from './understand/words.ts';
import type { Writer } from './writer.ts';

/** The days on which words stand in place of counts: noted as closures where a person said so, else proposed. */
export class DayMarks {
  readonly #closures: Writer | null;
  readonly #days = new Map<number, Set<Mark>>();

  /** `closures` of `null`: they are only counted. */
  constructor(closures: Writer | null) {
    this.#closures = closures;
  }

  add(mark: Mark, day: number, nameId: number | null): void {
    if (mark === 'absent') {
      return;
    }
    this.#days.set(day, (this.#days.get(day) ?? new Set()).add(mark));
    this.#closures?.write([isoOf(day), closureOfMark[mark], nameId], [null, null], (old) => old);
  }

  tell(report: FileReportBuilder): void {
    if (this.#days.size === 0) {
      return;
    }
    const of = (mark: Mark) => [...this.#days.values()].filter((marks) => marks.has(mark)).length;
    const marked = {
      days: this.#days.size,
      strike: of('strike'),
      holiday: of('holiday'),
      closure: of('closure'),
      outing: of('outing'),
    };
    if (this.#closures === null) {
      report.proposeMarks(marked, this.#list());
    } else {
      report.problem({ level: 'warning' }, 'marks-noted', marked);
    }
  }

  #list(): readonly MarkedDate[] {
    return [...this.#days]
      .toSorted(([a], [b]) => a - b)
      .flatMap(([day, marks]) =>
        [...marks].flatMap((mark) => (mark === 'absent' ? [] : { date: isoOf(day), mark })),
      );
  }
}
