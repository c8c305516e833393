import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEntry, withArchive } from '../../../../db/import/unpack/archive.ts';
import type { Service } from '../../../../electron/service/host/service.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { zip } from '../../../support/zip.ts';
import { attendanceCsv } from '../../canteen-files.ts';
import { importing, servicesUnder, testToday, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);

type Parts = { name: string; content: Buffer }[];

async function partsOf(path: string): Promise<Parts> {
  const parts: Parts = [];
  await withArchive(path, { files: 100, megabytes: 100 }, async (entries, archive) => {
    for (const entry of entries) {
      const bytes: Buffer[] = [];
      await readEntry(archive, entry, (piece) => bytes.push(piece));
      parts.push({ name: entry.name, content: Buffer.concat(bytes) });
    }
  });
  return parts;
}

/** Types a count into the column of those rows that have none yet; answers how many were typed. */
async function fillIn(path: string, column: string, countOf: (n: number) => number): Promise<number> {
  let typed = 0;
  const parts = (await partsOf(path)).map(({ name, content }) => {
    if (!/worksheets\/sheet\d+\.xml$/.test(name)) return { name, content };
    const text = content
      .toString('utf8')
      .replaceAll(/<row r="(\d+)"[^>]*>(.*?)<\/row>/gs, (row, n, cells) => {
        const isCounted = new RegExp(`<c r="${column}${n}"[^>]*><v>`).test(cells);
        if (n === '1' || isCounted) return row;
        typed += 1;
        const bare = cells.replace(new RegExp(`<c r="${column}${n}"[^>]*/>`), '');
        return `<row r="${n}">${bare}<c r="${column}${n}"><v>${countOf(typed)}</v></c></row>`;
      });
    return { name, content: Buffer.from(text) };
  });
  writeFileSync(path, zip(parts));
  return typed;
}

async function savedModel(service: Service, name: string): Promise<string> {
  const { body, fileName } = await value(service, 'data.model', {});
  expect(fileName).toBe('repas-servis-a-remplir.xlsx');
  const path = join(folder, name);
  writeFileSync(path, Buffer.from(body, 'base64'));
  return path;
}

async function imported(service: Service, path: string, site?: string) {
  const { ticket } = await service.registerFile(path, 'modele.xlsx');
  const answers = site === undefined ? {} : { answers: { all: { site } } };
  const { files } = await value(service, 'imports.run', { tickets: [ticket], ...answers });
  const sum = (of: 'refused' | 'asked' | 'imported') => files.reduce((total, file) => total + file[of], 0);
  expect(files.flatMap(({ groups }) => groups.filter(({ level }) => level === 'refused'))).toEqual([]);
  return { refused: sum('refused'), asked: sum('asked'), imported: sum('imported') };
}

test('with sites on record it has their open days, and imports as it is once it is filled in', async () => {
  const service = serviceOn('sites');
  await importing(service, folder, 'a.csv', attendanceCsv('2025-09-01', '2025-12-19'));
  const before = (await value(service, 'app.state', {})).siteDays;
  const path = await savedModel(service, 'sites.xlsx');
  expect(await imported(service, path)).toMatchObject({ refused: 0, asked: 0 });
  // Days without a count are no records.
  expect((await value(service, 'app.state', {})).siteDays).toBe(before);
  const typed = await fillIn(path, 'C', (n) => 50 + (n % 5));
  expect(typed).toBeGreaterThan(10);
  expect(await imported(service, path)).toMatchObject({ refused: 0, asked: 0 });
  expect((await value(service, 'app.state', {})).siteDays).toBe(before + typed);
});

test('without a site it has a day a line; the import asks for the canteen, and nothing else', async () => {
  const service = serviceOn('empty');
  const path = await savedModel(service, 'empty.xlsx');
  const typed = await fillIn(path, 'B', (n) => 40 + (n % 7));
  // September to the middle of January, Monday to Friday.
  expect(typed).toBeGreaterThan(90);
  const report = await imported(service, path, 'Les Glycines');
  expect(report).toMatchObject({ refused: 0 });
  const { siteDays, lastDay, sites } = await value(service, 'app.state', {});
  expect([siteDays, sites]).toEqual([typed, 1]);
  expect(lastDay?.slice(0, 7)).toBe(testToday.slice(0, 7));
});
