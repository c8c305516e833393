import type { ReadonlyDatabase } from '../../../db/open.ts';
import type { Input } from '../../api/contract.ts';
import type { Catalogue, FoodScope, Language, PackRecord, Portion, Sheet } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { makeFile, tableSource } from '../documents/make-file.ts';
import { periodFileName } from '../documents/sheet-file-name.ts';
import type { TableCell, TableColumn, TableDocument } from '../documents/table-document.ts';
import type { Messages } from '../messages/messages.ts';
import { factorNote } from './factor-note.ts';
import { catalogueInForce } from './read-catalogue.ts';

/** A list that can be changed in a spreadsheet and imported again. */
export type CatalogueList = Input<'catalogue.export'>['kind'];

/** The list as it is in force: imported again as it is, it changes nothing. */
export function exportCatalogue(
  context: Context,
  { kind, format }: Input<'catalogue.export'>,
): Promise<Sheet> {
  const { db, language, now, texts } = context;
  const table = catalogueTable(db, kind, now, language, texts);
  const fileName = periodFileName(texts.provision.file.names[kind], table, null, format);
  return makeFile(fileName, format, tableSource(table, language));
}

/** One sheet, with its titles though there is nothing yet: then it is a form to fill in. */
export function catalogueTable(
  db: ReadonlyDatabase,
  kind: CatalogueList,
  now: string,
  language: Language,
  texts: Messages,
): TableDocument {
  const catalogue = catalogueInForce(db, texts);
  const { columns, rows } =
    kind === 'packs' ? packTable(catalogue, texts) : portionTable(catalogue, language, texts);
  const [today = ''] = now.split('T');
  const title = texts.provision.file.names[kind];
  return {
    title,
    period: '',
    from: today,
    to: today,
    madeAt: now,
    columns,
    sections: [{ name: title, details: [], rows, notes: [] }],
    empty: '',
  };
}

type Rows = readonly (readonly TableCell[])[];

interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: Rows;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function columnsOf(texts: Messages) {
  const { fieldNames } = texts;
  return {
    text: (field: keyof typeof fieldNames, width: number): TableColumn => ({
      title: capital(fieldNames[field]),
      type: 'text',
      width,
    }),
    number: (field: keyof typeof fieldNames): TableColumn => ({
      title: capital(fieldNames[field]),
      type: 'number',
      decimals: 4,
      width: 13,
    }),
  };
}

const nature = ({ type }: FoodScope, { provision: catalogue }: Messages) => catalogue.file.natures[type];

function packTable({ packs, suppliers }: Catalogue, texts: Messages): Table {
  const { text, number } = columnsOf(texts);
  const names = new Map(suppliers.map(({ id, name }) => [id, name]));
  return {
    columns: [
      text('supplier', 24),
      text('food', 34),
      text('nature', 10),
      text('size', 20),
      number('content'),
      text('unit', 9),
      number('maternelle'),
      number('elementaire'),
      number('college'),
      number('adult'),
      number('price'),
      number('minimum'),
      text('keeps', 10),
    ],
    rows: packs.flatMap((pack) => packRows(pack, names.get(pack.supplierId ?? 0) ?? null, texts)),
  };
}

function packRows(
  { scope, name, sizes, minimum, keeps }: PackRecord,
  supplier: string | null,
  texts: Messages,
): Rows {
  const { units, yes, no } = texts.provision.file;
  return sizes.map(({ name: size, content, price }) => {
    const held =
      content.type === 'amount'
        ? [content.amount, units[content.unit], null, null, null, null]
        : [null, units.portion, ...portionsOf(content.portions)];
    const named = [supplier, name, nature(scope, texts), size];
    return [...named, ...held, price, minimum, keeps ? yes : no];
  });
}

const portionsOf = ({ M, E, C, A }: Portion['amounts']) => [M, E, C, A];

function portionTable({ foods, dishes }: Catalogue, language: Language, texts: Messages): Table {
  const { text, number } = columnsOf(texts);
  const { natures, origins } = texts.provision.file;
  const row = (
    name: string,
    kind: string,
    { unit, amounts, purchaseFactor }: Portion,
    origin: string,
    usual: string,
  ) => [name, kind, texts.provision.file.units[unit], ...portionsOf(amounts), purchaseFactor, origin, usual];
  return {
    columns: [
      text('food', 34),
      text('nature', 10),
      text('unit', 9),
      number('maternelle'),
      number('elementaire'),
      number('college'),
      number('adult'),
      number('factor'),
      text('origin', 14),
      { title: texts.provision.file.usualFactor, type: 'text', width: 40 },
    ],
    rows: [
      ...dishes.map(({ name, portion, imported, ...dish }) =>
        row(
          name,
          natures.dish,
          portion,
          origins[imported ? 'imported' : 'by-hand'],
          factorNote({ portion, ...dish, usualFactors: [] }, texts, language),
        ),
      ),
      ...foods.map(({ name, portion, said, ...food }) =>
        row(
          name,
          natures.food,
          portion,
          origins[said ?? 'default'],
          factorNote({ portion, ...food, usualFactor: null }, texts, language),
        ),
      ),
    ],
  };
}
