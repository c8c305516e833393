import type { SiteKind } from '../../../forecasting/domain/records.ts';
import { fold } from '../../fold.ts';
import type { TableField } from '../field.ts';
import type { OpenKind } from '../kind-reader.ts';
import { type Row, refused } from '../row.ts';
import { ReadKeys } from '../seen.ts';
import { parseSiteKind } from '../site-kind.ts';

/** The list of canteens: each row is a site. */
export const openSites: OpenKind = ({ names }) => {
  const seen = new ReadKeys();
  return {
    row(row) {
      const name = row.needed('canteen');
      const kind = neededKind(row, 'canteenKind');
      const capacity = row.count('capacity');
      if (name === refused || kind === refused || capacity === refused) {
        return refused;
      }
      const sector = row.text('sector') || null;
      const otherLine = seen.meet(`${kind} ${fold(name)}`, row.line);
      if (otherLine > 0) {
        return 'unchanged';
      }
      return names.site(name, kind, sector, capacity === 0 ? null : capacity);
    },
  };
};

/** Names in attendance files → canteens. No canteen: nobody knows which it is, the name stays a question. */
export const openSiteNames: OpenKind = ({ names }) => {
  const said = new Map<string, { line: number; canteen: string }>();
  return {
    row(row) {
      const name = row.needed('site');
      const kind = neededKind(row, 'siteKind');
      const canteen = readCanteen(row);
      if (name === refused || kind === refused || canteen === refused) {
        return refused;
      }
      if (!saysOnce(said, row, `${kind} ${fold(name)}`)) {
        return refused;
      }
      const siteId = canteen === null ? null : names.siteId(canteen.name, canteen.kind);
      const written = names.alias(name, kind, siteId);
      if (names.resolve(name, kind).siteId === null) {
        row.ask('canteen', 'site-unknown', { name, siteKind: kind });
        return 'asked';
      }
      return written;
    },
  };
};

/** Schools → the canteen where their pupils eat. */
export const openSchoolNames: OpenKind = ({ names }) => {
  const said = new Map<string, { line: number; canteen: string }>();
  return {
    row(row) {
      const school = row.needed('school');
      const canteen = readCanteen(row);
      if (school === refused || canteen === refused || !saysOnce(said, row, fold(school))) {
        return refused;
      }
      const written = names.school(
        school,
        canteen === null ? null : names.siteId(canteen.name, canteen.kind),
      );
      if (names.resolveSchool(school).siteId === null) {
        row.ask('canteen', 'school-unknown', { name: school });
        return 'asked';
      }
      return written;
    },
  };
};

function readCanteen(row: Row): { name: string; kind: SiteKind } | null | typeof refused {
  const name = row.text('canteen');
  if (name === '') {
    return null;
  }
  const kind = neededKind(row, 'canteenKind');
  return kind === refused ? refused : { name, kind };
}

function neededKind(row: Row, field: TableField): SiteKind | typeof refused {
  const text = row.needed(field);
  return text === refused ? refused : (parseSiteKind(text) ?? row.refuse(field, 'unknown-site-kind', {}));
}

/** A list that gives one name to two canteens is believed once, and told. */
function saysOnce(said: Map<string, { line: number; canteen: string }>, row: Row, key: string): boolean {
  const canteen = `${row.text('canteen')} ${row.text('canteenKind')}`.trim();
  const before = said.get(key);
  if (before === undefined) {
    said.set(key, { line: row.line, canteen });
    return true;
  }
  if (fold(before.canteen) !== fold(canteen)) {
    row.refuse('canteen', 'conflicting-rows', { otherLine: before.line, otherValue: before.canteen });
    return false;
  }
  return true;
}
