import type { FoodScope } from '../../../forecasting/domain/records.ts';
import { scopeColumns, storedScopeKey } from '../../catalogue/scope.ts';
import { fold } from '../../fold.ts';
import type { OpenKind } from '../kind-reader.ts';
import { readNamed } from '../named-scope.ts';
import { refused } from '../row.ts';
import { type PackGroup, PackWriter } from './pack-groups.ts';
import { readPack } from './pack-row.ts';

/** Names that a warning lists. */
const listedNames = 8;

/**
 * In what packs and containers dishes and foods are bought, and from whom: a line is one size. What the file does not
 * name stays: it may be a part of the list. A line is judged with the others of its product, so all are read first.
 */
export const openPacks: OpenKind = (target) => {
  const { report, scopeOf } = target;
  const groups = new Map<string, PackGroup>();
  const strangers = new Map<string, string>();
  return {
    row(row) {
      const named = readNamed(row, scopeOf);
      const pack = readPack(row);
      if (named === refused || pack === refused) return refused;
      const columns = scopeColumns(named.scope);
      const group = groups.get(storedScopeKey(columns)) ?? newGroup(named.scope, named.name);
      groups.set(storedScopeKey(columns), group);
      group.rows.push(pack);
      if (!named.known) strangers.set(fold(named.name), named.name);
      return 'later';
    },
    end() {
      const packs = new PackWriter(target);
      for (const group of groups.values()) packs.write(group);
      const warn = (
        code: 'dishes-not-on-menus' | 'suppliers-made' | 'packs-kept',
        names: readonly string[],
      ) => {
        if (names.length === 0) return;
        const params = { names: names.slice(0, listedNames), count: names.length };
        report.problem({ level: 'warning' }, code, params);
      };
      warn('dishes-not-on-menus', [...strangers.values()]);
      warn('suppliers-made', packs.suppliersMade);
      warn('packs-kept', packs.kept);
    },
  };
};

const newGroup = (scope: FoodScope, name: string): PackGroup => ({ scope, name, rows: [] });
