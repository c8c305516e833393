import type { Library, LibraryLead } from '../../../forecasting/domain/library.ts';

/** One column per weekday of a block, Sunday last; weekdays that most places serve take the effects of each other. */
function shifted(effects: readonly number[], size: number): number[] {
  const served = [1, 2, 4, 5];
  return effects.map((_, column) => {
    const weekday = Math.floor(column / size);
    const at = served.indexOf(weekday);
    return effects[at < 0 ? column : served[(at + 1) % served.length] * size + (column % size)];
  });
}

const reversed = (effects: readonly number[]) => effects.map((effect) => -effect);

function wrongLead(lead: LibraryLead): LibraryLead {
  const effects = Object.entries(lead.effects).map(([name, own]) => {
    if (name === 'weekday') return [name, shifted(own, 1)] as const;
    if (name.startsWith('weekday-')) return [name, shifted(own, own.length / 8)] as const;
    if (name.endsWith('-weekday')) return [name, shifted(own, 1)] as const;
    return [name, seasonal.has(name) ? reversed(own) : own] as const;
  });
  return { ...lead, effects: Object.fromEntries(effects) };
}

/** What says how attendance goes up and down in a year. */
const seasonal: ReadonlySet<string> = new Set([
  'month',
  'since',
  'to',
  'since-summer',
  'to-summer',
  'month-to',
]);

/** The library of a made place that goes otherwise: its weekdays come one later, its seasons are turned round. */
export function wrongPlace(library: Library): Library {
  const { weekdays } = library;
  const served = weekdays.flatMap((effect, i) => (effect === 0 ? [] : [i]));
  const moved = weekdays.map((effect, i) => {
    const at = served.indexOf(i);
    return at < 0 ? effect : weekdays[served[(at + 1) % served.length]];
  });
  return { ...library, weekdays: moved, leads: library.leads.map(wrongLead) };
}
