import type { IsoDate, MealRecord } from '../../../forecasting/domain/records.ts';
import type {
  HeadCountDraft,
  RecordEntry,
  ReturnSheetConflict,
  ReturnSheetFinding,
  ReturnSheetReport,
} from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { spellingsOf } from '../dishes/dish-spellings.ts';
import { spelledDate } from '../messages/format.ts';
import { RecordChecks } from '../records/record-facts.ts';
import { mealNumber, recordOf, valuesAfter, valuesOf } from '../records/stored-record.ts';
import type { DishBox, MealBox } from './layout.ts';
import { type BoxValue, dishKey, OnRecord } from './on-record.ts';
import type { ReadBox, ReadSheet, SheetProblem } from './read-sheet.ts';
import { drafts, entryOf } from './taken-boxes.ts';
import type { Whose } from './whose-sheet.ts';

export interface SheetOfCall extends Whose {
  /** The file, with the workbook's sheet. */
  readonly file: string;
  readonly sheet: ReadSheet;
}

export interface MergedSheets {
  readonly reports: readonly ReturnSheetReport[];
  readonly entries: readonly RecordEntry[];
  readonly headCounts: readonly HeadCountDraft[];
}

/** A value of a box, and the sheet of this call that gave it (`null`: it is on record). */
interface Held {
  readonly value: BoxValue;
  readonly from: string | null;
}

/** The sheets one after the other: each meets what is on record, and what those before it say. */
export function mergedSheets(
  context: Context,
  sheets: readonly SheetOfCall[],
  answers: Readonly<Record<string, string>>,
): MergedSheets {
  const dates = sheets.flatMap(({ date }) => date ?? []).toSorted();
  const [from = context.today, to = from] = [dates[0], dates.at(-1)];
  const merger = new Merger(context, from, to, answers);
  const reports = sheets.map((sheet) => merger.read(sheet));
  return { reports, entries: merger.entries, headCounts: merger.headCounts };
}

class Merger {
  readonly entries: RecordEntry[] = [];
  readonly headCounts: HeadCountDraft[] = [];
  readonly #context: Context;
  readonly #checks: RecordChecks;
  readonly #record: OnRecord;
  readonly #answers: Readonly<Record<string, string>>;
  readonly #spelling: (dish: string) => string | null;
  readonly #held = new Map<string, Map<string, Held>>();

  constructor(context: Context, from: IsoDate, to: IsoDate, answers: Readonly<Record<string, string>>) {
    this.#context = context;
    this.#checks = new RecordChecks(context, from, to);
    this.#record = new OnRecord(context, this.#checks, from, to);
    this.#answers = answers;
    this.#spelling = spellingsOf(context.db);
  }

  read(sheet: SheetOfCall): ReturnSheetReport {
    const { file, site, date, question } = sheet;
    const { marker, day, problems } = sheet.sheet;
    const report = {
      ...{ file, siteId: site?.id ?? null, site: site?.name ?? marker?.site ?? null, date, question },
      ...{ taken: 0, unchanged: 0, conflicts: [], findings: [] },
    };
    if (marker === null) return { ...report, findings: [this.#said('no-marker', null, null)] };
    if (site === null || date === null) return report;
    if (date > this.#context.today) {
      const shown = spelledDate(date, this.#context.language);
      return { ...report, findings: [this.#said('future', day?.cell ?? null, shown)] };
    }
    const known = sheet.sheet.boxes.map((box) => this.#spelled(box));
    const lost = known.filter((box) => box.dish === null && box.isOfDish);
    const wrong = [
      ...problems.map(({ code, cell, text }) => this.#said(code, cell, text)),
      ...[...Map.groupBy(lost, ({ written }) => written).values()].map((own) =>
        this.#said('unknown-dish', own[0]?.cell ?? null, own[0]?.written ?? null),
      ),
    ];
    const boxes = known.filter((box) => !lost.includes(box));
    const { taken, unchanged, conflicts } = this.#compare(sheet.file, site.id, date, boxes);
    return {
      ...report,
      taken: taken.length,
      unchanged,
      conflicts,
      findings: [...wrong, ...this.#checked(site.id, date, boxes, taken, day?.cell ?? null)],
    };
  }

  /** A dish as the menus write it. */
  #spelled(box: ReadBox) {
    const written = box.dish ?? '';
    const isOfDish = box.dish !== null;
    const dish = box.dish === null ? null : this.#spelling(box.dish);
    const key = dish === null ? box.key : dishKey(dish, box.box as DishBox);
    return { ...box, dish, key, written, isOfDish };
  }

  #compare(file: string, siteId: number, date: IsoDate, boxes: readonly ReadBox[]) {
    const held = this.#heldOf(siteId, date);
    const taken: ReadBox[] = [];
    const conflicts: ReturnSheetConflict[] = [];
    let unchanged = 0;
    for (const box of boxes) {
      const mine = held.get(box.key);
      const same = mine === undefined ? box.value === 'no' : mine.value === box.value;
      if (same) {
        unchanged++;
        continue;
      }
      if (mine !== undefined) {
        const conflict = this.#conflict(file, box, mine);
        conflicts.push(conflict);
        if (conflict.answer !== 'file') continue;
      }
      taken.push(box);
      held.set(box.key, { value: box.value, from: file });
    }
    return { taken, unchanged, conflicts };
  }

  #heldOf(siteId: number, date: IsoDate): Map<string, Held> {
    const key = `${siteId} ${date}`;
    const own =
      this.#held.get(key) ??
      new Map([...this.#record.of(siteId, date)].map(([box, value]) => [box, { value, from: null } as Held]));
    this.#held.set(key, own);
    return own;
  }

  #conflict(file: string, { key, box, dish, cell, value }: ReadBox, mine: Held): ReturnSheetConflict {
    const id = `${file} ${cell}`;
    const answer = this.#answers[id] ?? this.#answers.all;
    return {
      id,
      cell,
      what: this.#nameOf(box, dish),
      mine: this.#record.shown(key, mine.value),
      mineFrom: mine.from,
      file: this.#record.shown(key, value),
      answer: answer === 'mine' || answer === 'file' ? answer : null,
    };
  }

  #nameOf(box: MealBox | DishBox, dish: string | null): string {
    const { boxes, dishBoxes, ofDish } = this.#context.texts.returnSheets;
    return dish === null ? boxes[box as MealBox] : ofDish(dish, dishBoxes[box as DishBox]);
  }

  /** Keeps what is taken for the end, and says what is odd about the day as it then is. */
  #checked(
    siteId: number,
    date: IsoDate,
    boxes: readonly ReadBox[],
    taken: readonly ReadBox[],
    dayCell: string | null,
  ): readonly ReturnSheetFinding[] {
    if (taken.length === 0) return [];
    const entry = entryOf(siteId, date, taken);
    if (Object.keys(entry).length > 2) this.entries.push(entry);
    const counted = this.#countedOf(siteId, date);
    this.headCounts.push(...drafts(siteId, date, taken, counted));
    const before = this.entries.filter((one) => one.siteId === siteId && one.date === date);
    const values = before.reduce(
      (all, one) => valuesAfter(all, valuesOf(one)),
      this.#record.values(siteId, date),
    );
    const children = before.findLast((one) => one.children !== undefined)?.children;
    const record = recordOf(siteId, date, values, children ?? this.#checks.served(siteId, date));
    return this.#checks.findings(record, mealNumber(values, 'sure')).map((finding) => {
      const cell = cellOf(finding.field, record, boxes) ?? dayCell;
      const value = boxes.find((box) => box.cell === cell)?.value ?? null;
      return {
        cell,
        value: value === null ? null : String(value),
        severity: finding.severity,
        message: finding.message,
        remedy: finding.remedy,
      };
    });
  }

  #countedOf(siteId: number, date: IsoDate) {
    const before = this.headCounts.findLast((one) => one.siteId === siteId && one.date === date);
    return before?.counts ?? this.#record.headCount(siteId, date);
  }

  #said(code: SheetProblem, cell: string | null, value: string | null): ReturnSheetFinding {
    const { message, remedy } = this.#context.texts.returnSheets.findings[code];
    return { cell, value, severity: 'refused', message: message(value ?? ''), remedy };
  }
}

const checkedBoxes: Readonly<Record<string, MealBox>> = { served: 'children', left: 'left' };

/** The cell of the field that a check names: `served`, `left`, `dishes.2.ranOut`. */
function cellOf(field: string, { dishes }: MealRecord, boxes: readonly ReadBox[]): string | null {
  const [, i, name] = /^dishes\.(\d+)\.(\w+)$/.exec(field) ?? [];
  const dish = i === undefined ? undefined : dishes[Number(i)]?.dish;
  const box = name === 'ranOut' ? 'ranOutAt' : name;
  const key = dish === undefined ? checkedBoxes[field] : dishKey(dish, box as DishBox);
  return boxes.find((one) => one.key === key)?.cell ?? null;
}
