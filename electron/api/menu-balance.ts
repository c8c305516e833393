import { z } from 'zod';
import type {
  BalanceVerdict,
  Criterion,
  CriterionRule,
  DishAttribute,
  IncompleteMeal,
  IsoDate,
} from '../../forecasting/domain/records.ts';
import { balanceWords } from './balance-words.ts';
import { dateSchema, idSchema } from './schema-parts.ts';
import type { Sheet } from './sheets.ts';

export const attributeNames = Object.keys(balanceWords.fr.attributes) as readonly DishAttribute[];

/** One criterion of annexe I over 20 served meals. */
export interface BalanceRow {
  readonly criterion: Criterion;
  readonly bound: CriterionRule['bound'];
  /** Times that it asks for, or allows. */
  readonly limit: number;
  /** Meals that count whatever a child chooses. */
  readonly times: number;
  /** With those where one of several choices counts, or a dish that nobody knows. */
  readonly possible: number;
  readonly verdict: BalanceVerdict;
  /** Some of what is counted was guessed from the names of dishes. */
  readonly toCheck: boolean;
  /** Oldest first. */
  readonly meals: readonly {
    readonly date: IsoDate;
    readonly sure: boolean;
    readonly dishes: readonly { readonly key: string; readonly name: string }[];
  }[];
}

/** Annexe I and article 1 of the arrêté of 30 September 2011, over the last served meals. */
export interface MenuBalance {
  readonly siteId: number | null;
  /** 20, or fewer: then there is no verdict yet. */
  readonly meals: number;
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
  readonly rows: readonly BalanceRow[];
  readonly incomplete: readonly IncompleteMeal[];
  /** Dishes that nobody knows, once each: they may count anywhere. */
  readonly unknown: readonly { readonly key: string; readonly name: string }[];
}

/** One attribute of a dish: what its words say, and what a person stated instead. */
export interface DishAttributeRecord {
  readonly attribute: DishAttribute;
  /** `null`: nobody knows the dish. */
  readonly guessed: boolean | null;
  readonly stated: boolean | null;
}

interface UpTo {
  /** Absent: the menus of every site. */
  readonly siteId?: number;
  /** Absent: today. */
  readonly to?: IsoDate;
}

/** What the law asks of menus. */
export interface MenuBalanceMethods {
  'menus.balance': { input: UpTo; output: MenuBalance };
  /** The menus of the three months up to a day, to be kept (code rural, D. 230-26). */
  'menus.register': {
    input: UpTo & { readonly format: 'html' | 'pdf' | 'csv' | 'xlsx' };
    output: Sheet;
  };
  /** What counts of a dish; `name`: a spelling of it. */
  'dishes.attributes': { input: { readonly name: string }; output: readonly DishAttributeRecord[] };
  /** `null`: its words decide again. */
  'dishes.stateAttribute': {
    input: { readonly name: string; readonly attribute: DishAttribute; readonly has: boolean | null };
    output: null;
  };
}

const upTo = { siteId: idSchema.exactOptional(), to: dateSchema.exactOptional() };
const name = z.string().trim().min(1).max(200);

export const menuBalanceSchemas = {
  'menus.balance': z.strictObject(upTo),
  'menus.register': z.strictObject({ ...upTo, format: z.enum(['html', 'pdf', 'csv', 'xlsx']) }),
  'dishes.attributes': z.strictObject({ name }),
  'dishes.stateAttribute': z.strictObject({
    name,
    attribute: z.enum(attributeNames),
    has: z.boolean().nullable(),
  }),
};
