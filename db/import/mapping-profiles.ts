import type { Mapping } from '../../forecasting/domain/records.ts';
import type { Database, ReadonlyDatabase } from '../open.ts';

/** How files with these column titles are to be read, as a person once said. */
export interface StoredMappingProfile {
  readonly id: number;
  /** Folded titles, in their order. */
  readonly shape: readonly string[];
  readonly reading: Mapping;
  /** The file it was said about, and when. */
  readonly file: string;
  readonly at: string;
}

interface ProfileRow {
  readonly id: number;
  readonly shape: string;
  readonly reading: string;
  readonly file: string;
  readonly at: string;
}

/** One that cannot be read is none: the file is then asked about again. */
function read(row: ProfileRow): readonly StoredMappingProfile[] {
  try {
    const [shape, reading] = [JSON.parse(row.shape), JSON.parse(row.reading)];
    const isOurs = Array.isArray(shape) && typeof reading?.kind === 'string';
    return isOurs ? [{ ...row, shape: shape as string[], reading: reading as Mapping }] : [];
  } catch {
    return [];
  }
}

/** The latest first. */
export function listProfiles(db: ReadonlyDatabase): readonly StoredMappingProfile[] {
  const rows = db.prepare('SELECT id, shape, reading, file, at FROM import_profile ORDER BY id DESC').all();
  return (rows as ProfileRow[]).flatMap(read);
}

/** Keeps what was said; what was said before about files of that shape is replaced. */
export function saveProfile(
  db: Database,
  { shape, reading, file, at }: Omit<StoredMappingProfile, 'id'>,
): void {
  db.prepare(
    `INSERT INTO import_profile (shape, reading, file, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (shape) DO UPDATE SET reading = excluded.reading, file = excluded.file, at = excluded.at`,
  ).run(JSON.stringify(shape), JSON.stringify(reading), file, at);
}

/** Whether there was one. */
export function removeProfile(db: Database, id: number): boolean {
  return db.prepare('DELETE FROM import_profile WHERE id = ?').run(id).changes > 0;
}
