import { zipSync } from 'fflate';
import writeWorkbook, { type Row } from 'write-excel-file/node';
import { listOrders } from '../../../db/orders.ts';
import { listSites } from '../../../db/sites.ts';
import { addDays } from '../../../forecasting/calendar/day.ts';
import type { Site } from '../../../forecasting/domain/records.ts';
import type { Input } from '../../api/contract.ts';
import type { IsoDate, Sheet } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { textCell, workbookFont } from '../documents/cell-safety.ts';
import { periodFileName } from '../documents/sheet-file-name.ts';
import { shortDate } from '../documents/sheet-format.ts';
import { sheetNames } from '../documents/table-xlsx.ts';
import { dateInWords, spelledDate } from '../messages/format.ts';
import { RecordChecks } from '../records/record-facts.ts';
import { siteOf } from '../sites/site-of.ts';
import { dishBoxes, markerText, mealBoxes } from './layout.ts';
import { OnRecord } from './on-record.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Lines for dishes that were served beside the menu. */
const blankLines = 3;
/** Of the first column, in characters; all six stand on one page of A4 across. */
const nameWidth = 32;
const tint = '#ECECEC';
const quiet = '#6B6B6B';
const rule = '#8A8A8A';

/** A workbook to fill in, a sheet for each day of service; of all sites an archive of such workbooks. */
export async function makeReturnSheets(
  context: Context,
  { siteId, from, to }: Input<'returns.make'>,
): Promise<Sheet> {
  const { db, language, texts } = context;
  const sites = siteId === undefined ? listSites(db) : [siteOf(db, siteId)];
  const maker = new SheetMaker(context, from, to);
  const days = sites.map((site) => ({ site, dates: maker.datesOf(site.id) }));
  const due = days.filter(({ dates }) => dates.length > 0);
  if (due.length === 0) {
    const [first = '', last = ''] = [from, to].map((day) => spelledDate(day, language));
    throw new ServiceError('refused', (t) => t.returnSheets.noService(first, last));
  }
  const words = texts.returnSheets;
  const files: [string, Buffer][] = [];
  for (const { site, dates } of due) {
    const name = periodFileName(words.fileName, { from, to }, site.name, 'xlsx');
    const taken = new Set(files.map(([other]) => other));
    const own = taken.has(name) ? name.replace(/\.xlsx$/, `-${site.kind.toLowerCase()}.xlsx`) : name;
    files.push([own, await maker.workbook(site, dates)]);
  }
  const [only] = files;
  if (siteId !== undefined && only) {
    return { fileName: only[0], mime: xlsx, body: only[1].toString('base64') };
  }
  const archive = zipSync(Object.fromEntries(files));
  return {
    fileName: `${[words.archiveName, from, ...(from === to ? [] : [to])].join('-')}.zip`,
    mime: 'application/zip',
    body: Buffer.from(archive).toString('base64'),
  };
}

class SheetMaker {
  readonly #context: Context;
  readonly #from: IsoDate;
  readonly #to: IsoDate;
  readonly #checks: RecordChecks;
  readonly #record: OnRecord;
  readonly #ordered: ReadonlyMap<string, number>;

  constructor(context: Context, from: IsoDate, to: IsoDate) {
    this.#context = context;
    this.#from = from;
    this.#to = to;
    this.#checks = new RecordChecks(context, from, to);
    this.#record = new OnRecord(context, this.#checks, from, to);
    this.#ordered = new Map(
      listOrders(context.db, from, to).flatMap(({ siteId, date, versions, override }) => {
        const quantity = versions.at(-1)?.quantity ?? override?.quantity;
        return quantity === undefined ? [] : [[`${siteId} ${date}`, quantity] as const];
      }),
    );
  }

  /** Days of service, and those for which something was ordered all the same. */
  datesOf(siteId: number): readonly IsoDate[] {
    const dates: IsoDate[] = [];
    for (let date = this.#from; date <= this.#to; date = addDays(date, 1)) {
      const status = this.#checks.status(siteId, date);
      if (status === null || status === 'strike' || this.#ordered.has(`${siteId} ${date}`)) dates.push(date);
    }
    return dates;
  }

  async workbook(site: Site, dates: readonly IsoDate[]): Promise<Buffer> {
    const { language } = this.#context;
    const names = sheetNames(dates.map((date) => dateInWords(date, language, 'EEE d MMM')));
    const sheets = dates.map((date, i) => ({
      sheet: names[i] as string,
      data: this.#rows(site, date),
      // On one page of A4 across.
      columns: [{ width: nameWidth }, ...Array.from({ length: 4 }, () => ({ width: 12 })), { width: 18 }],
      orientation: 'landscape' as const,
      showGridLines: false,
    }));
    return await writeWorkbook(sheets, workbookFont).toBuffer();
  }

  #rows(site: Site, date: IsoDate): Row[] {
    const { texts, language } = this.#context;
    const words = texts.returnSheets;
    const record = this.#record.of(site.id, date);
    const ordered = this.#ordered.get(`${site.id} ${date}`);
    const mealRow = (box: (typeof mealBoxes)[number] | 'reason'): Row => {
      const noted = record.get(box);
      return [
        label(words.boxes[box]),
        white,
        noted === undefined ? null : grey(this.#record.shown(box, noted)),
      ];
    };
    return [
      [textCell(words.title, { fontWeight: 'bold', fontSize: 16 })],
      [label(words.head.site), textCell(site.name, { fontWeight: 'bold', fontSize: 13 })],
      [
        label(words.head.day),
        {
          value: new Date(`${date}T00:00:00Z`),
          type: Date,
          format: 'dd/mm/yyyy',
          align: 'left',
          fontWeight: 'bold',
        },
        textCell(shortDate(date, language)),
      ],
      [textCell(words.hint)],
      [grey(`${words.marker} ${markerText({ date, kind: site.kind, site: site.name })}`, 8)],
      [],
      [title(''), title(words.toFill), title(words.noted)],
      ...(ordered === undefined ? [] : [[label(words.ordered), grey(String(ordered)), null] satisfies Row]),
      ...mealBoxes.map(mealRow),
      [],
      [title(words.dishBoxes.dish), ...dishBoxes.map((box) => title(words.dishBoxes[box]))],
      ...this.#checks
        .menuOf(site.id, date)
        .map(({ dish }): Row => [label(dish), ...dishBoxes.map(() => white)]),
      ...Array.from(
        { length: blankLines },
        (): Row => [{ ...white, height: 19 }, ...dishBoxes.map(() => white)],
      ),
      [],
      mealRow('reason'),
      [],
      [grey(words.portions)],
      [grey(words.reasonsAre(Object.values(words.reasons).join(', ')))],
    ];
  }
}

const border = { borderStyle: 'thin', borderColor: rule } as const;

/** A box to write in. An empty text, so that the cell has its border. */
const white = textCell('', border);
/** Its row has room to write in, and for two lines of a long name: not every program makes it higher by itself. */
const label = (value: string) =>
  textCell(value, { wrap: true, alignVertical: 'center', height: value.length < nameWidth ? 19 : 34 });
const title = (value: string) => textCell(value, { fontWeight: 'bold', backgroundColor: tint, wrap: true });
const grey = (value: string, fontSize = 10) =>
  textCell(value, { textColor: quiet, fontSize, alignVertical: 'center' });
