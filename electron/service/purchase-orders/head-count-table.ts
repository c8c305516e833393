import type { Language } from '../../api/records.ts';
import type { KitchenSheet } from '../documents/kitchen-sheet-data.ts';
import { kitchenTexts } from '../documents/kitchen-texts.ts';
import { longDate } from '../documents/sheet-format.ts';
import type { TableDocument } from '../documents/table-document.ts';
import type { Messages } from '../messages/messages.ts';

const ages = ['M', 'E', 'C', 'A'] as const;

/** What each site ordered by class, with empty columns for what the roll-call counts. */
export function headCountTable(
  sheet: KitchenSheet,
  language: Language,
  { dishPlan }: Messages,
): TableDocument {
  const { columns, titles, empty } = dishPlan;
  const texts = kitchenTexts(language);
  const tables = sheet.places.flatMap(({ place, tables: own }) => own.map((table) => ({ place, table })));
  const eating = ages.filter((age) => tables.some(({ table }) => table.meals.byClass[age] > 0));
  const day = longDate(sheet.date, language);
  return {
    title: titles.rollCall,
    period: day,
    from: sheet.date,
    to: sheet.date,
    madeAt: sheet.madeAt,
    columns: [
      { title: columns.date, type: 'date', width: 14 },
      { title: columns.place, type: 'text', width: 24 },
      { title: columns.site, type: 'text', width: 30 },
      { title: texts.ordered, type: 'figure', width: 11 },
      ...eating.flatMap((age) => [
        { title: `${texts.ageLong[age]}, ${texts.ordered}`, type: 'number' as const, width: 13 },
        { title: `${texts.ageLong[age]}, ${texts.called}`, type: 'number' as const, width: 13 },
      ]),
    ],
    sections: [
      {
        name: titles.rollCall,
        details: [],
        notes: [],
        rows: tables.map(({ place, table: { site, meals } }) => [
          sheet.date,
          place.name,
          site,
          (meals.children ?? 0) + meals.adults,
          ...eating.flatMap((age) => [meals.byClass[age], null]),
        ]),
      },
    ],
    empty,
  };
}
