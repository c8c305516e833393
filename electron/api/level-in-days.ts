/** A service level, to a percent, as days: 0.8 is 8 days in 10, 0.85 is 17 in 20, 0.87 is 87 in 100. */
export function levelInDays(level: number): { readonly n: number; readonly of: number } {
  const percent = Math.round(level * 100);
  const of = percent % 10 === 0 ? 10 : percent % 5 === 0 ? 20 : 100;
  return { n: (percent * of) / 100, of };
}
