/** Oldest Node that the app runs on: better-sqlite3 crashes on older ones. */
const oldest = [22, 14] as const;

export const oldestNode = oldest.join('.');

export function isNodeRecent(version: string): boolean {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}
