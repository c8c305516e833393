const KEY = 'bonne-mesure.recent-choices';
const MOST = 5;

/** What was chosen: a thing by its id, or a question by its words. */
export type RecentChoice = { readonly id: string } | { readonly question: string };

const same = (a: RecentChoice, b: RecentChoice) => JSON.stringify(a) === JSON.stringify(b);

function isChoice(value: unknown): value is RecentChoice {
  if (typeof value !== 'object' || value === null) return false;
  const [text] = Object.values(value);
  return ('id' in value || 'question' in value) && typeof text === 'string';
}

/** The last choices, newest first; none where storage is blocked or holds something else. */
export function recentChoices(): readonly RecentChoice[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isChoice).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function rememberChoice(choice: RecentChoice): void {
  const others = recentChoices().filter((earlier) => !same(earlier, choice));
  try {
    localStorage.setItem(KEY, JSON.stringify([choice, ...others].slice(0, MOST)));
  } catch {
    // Storage is blocked: the next palette starts without last choices.
  }
}
