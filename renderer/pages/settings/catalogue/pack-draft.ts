import type {
  AgeClass,
  ByAgeClass,
  FoodScope,
  Language,
  PackContent,
  PackRecord,
  PackRule,
  PackSize,
  PortionUnit,
} from '../../../../electron/api/records.ts';
import { AGE_CLASSES, amountText, mapClasses, parseNumber } from './numbers.ts';
import { parseStocks, type StockFields, stockFields } from './stock-draft.ts';

/** One size while it is being typed; both kinds of content are kept, so that trying the other loses nothing. */
export interface SizeFields {
  /** Tells lines apart while they are added and removed. */
  readonly line: number;
  readonly name: string;
  readonly amount: string;
  readonly portions: ByAgeClass<string>;
  readonly price: string;
}

export interface PackFields {
  /** `null`: not chosen yet. */
  readonly scope: FoodScope | null;
  readonly name: string;
  readonly content: PackContent['type'];
  readonly unit: PortionUnit;
  readonly sizes: readonly SizeFields[];
  /** 0: none. */
  readonly supplier: number;
  readonly minimum: string;
  readonly stocks: readonly StockFields[];
  readonly keeps: boolean;
}

export const NO_SUPPLIER = 0;

export const blankSize = (line: number): SizeFields => ({
  line,
  name: '',
  amount: '',
  portions: mapClasses(() => ''),
  price: '',
});

export const blankPack: PackFields = {
  scope: null,
  name: '',
  content: 'amount',
  unit: 'g',
  sizes: [blankSize(0)],
  supplier: NO_SUPPLIER,
  minimum: '',
  stocks: [],
  keeps: false,
};

function sizeFields({ name, content, price }: PackSize, line: number, language: Language): SizeFields {
  const text = (n: number | null) => amountText(n, language);
  return {
    line,
    name,
    amount: content.type === 'amount' ? text(content.amount) : '',
    portions: mapClasses((age) => (content.type === 'portions' ? text(content.portions[age]) : '')),
    price: text(price),
  };
}

const nothingIfZero = (n: number, language: Language) => (n === 0 ? '' : amountText(n, language));

/** Packs as they were saved, to be changed. */
export function packFieldsOf(pack: PackRecord, language: Language): PackFields {
  const [first] = pack.sizes;
  return {
    scope: pack.scope,
    name: pack.name,
    content: first?.content.type ?? 'amount',
    unit: first?.content.type === 'amount' ? first.content.unit : 'g',
    sizes: pack.sizes.map((size, line) => sizeFields(size, line, language)),
    supplier: pack.supplierId ?? NO_SUPPLIER,
    minimum: nothingIfZero(pack.minimum, language),
    stocks: stockFields(pack.stocks, language),
    keeps: pack.keeps,
  };
}

const scales: Readonly<Record<string, { readonly unit: PortionUnit; readonly times: number }>> = {
  kg: { unit: 'g', times: 1_000 },
  g: { unit: 'g', times: 1 },
  l: { unit: 'ml', times: 1_000 },
  cl: { unit: 'ml', times: 10 },
  ml: { unit: 'ml', times: 1 },
};

/** An amount as people type it: 2500, or 2,5 kg where grams are meant; `undefined` for what is none. */
export function parseContent(text: string, unit: PortionUnit): number | null | undefined {
  const [, digits = '', letters = ''] = /^(.*?)\s*(kg|g|cl|ml|l)?$/i.exec(text.trim()) ?? [];
  const amount = parseNumber(digits);
  const scale = letters === '' ? { unit, times: 1 } : scales[letters.toLowerCase()];
  if (amount === null || amount === undefined) return letters === '' ? amount : undefined;
  return scale?.unit === unit ? Math.round(amount * scale.times * 1e4) / 1e4 : undefined;
}

/** What cannot be read, by the name of its field; whether it makes sense is for the service to say. */
export type PackField = 'scope' | 'minimum' | `${'name' | 'content' | 'price' | 'stock'} ${number}`;

interface Parsed {
  /** `null` while something cannot be read. */
  readonly rule: PackRule | null;
  readonly wrong: ReadonlySet<PackField>;
}

/** What a part of the form shows and changes. */
export interface PartProps {
  readonly fields: PackFields;
  readonly wrong: Parsed['wrong'];
  onChange(part: Partial<PackFields>): void;
}

export function parsePack(fields: PackFields): Parsed {
  const wrong = new Set<PackField>();
  const read = <T>(value: T | undefined, field: PackField, instead: T): T => {
    if (value === undefined) wrong.add(field);
    return value ?? instead;
  };
  const orNothing = (n: number | null | undefined) => (n === null ? 0 : n);
  const sizes = fields.sizes.map((size): PackSize => {
    if (size.name.trim() === '') wrong.add(`name ${size.line}`);
    return {
      name: size.name.trim(),
      content: contentOf(size, fields, () => wrong.add(`content ${size.line}`)),
      price: read(parseNumber(size.price), `price ${size.line}`, null),
    };
  });
  const minimum = read(orNothing(parseNumber(fields.minimum)), 'minimum', 0);
  const { stocks, wrong: lines } = stocksOf(fields);
  for (const line of lines) wrong.add(`stock ${line}`);
  const { scope, keeps } = fields;
  if (scope === null) wrong.add('scope');
  if (scope === null || wrong.size > 0) return { rule: null, wrong };
  const supplierId = fields.supplier === NO_SUPPLIER ? null : fields.supplier;
  return { rule: { scope, supplierId, sizes, minimum, keeps, stocks }, wrong };
}

const stocksOf = ({ stocks, content, unit }: PackFields) =>
  parseStocks(stocks, (text) => (content === 'amount' ? parseContent(text, unit) : parseNumber(text)));

function contentOf(size: SizeFields, { content, unit }: PackFields, refuse: () => void): PackContent {
  if (content === 'amount') {
    const amount = parseContent(size.amount, unit);
    if (amount === undefined || amount === null) refuse();
    return { type: 'amount', amount: amount ?? 0, unit };
  }
  const portions = mapClasses((age: AgeClass) => parseNumber(size.portions[age]));
  if (AGE_CLASSES.some((age) => portions[age] === undefined)) refuse();
  if (AGE_CLASSES.every((age) => portions[age] === null)) refuse();
  return { type: 'portions', portions: mapClasses((age) => portions[age] ?? null) };
}
