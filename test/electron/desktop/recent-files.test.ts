import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RecentFiles } from '../../../electron/desktop/recent-files.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = temporaryFolder();
const file = join(folder, 'deep', 'recent-files.json');

describe('the recent files', () => {
  test('come newest first, each once, and outlive the app', () => {
    const recent = new RecentFiles(file);
    recent.add(['/a.csv', '/b.csv']);
    recent.add(['/c.xlsx']);
    recent.add(['/a.csv']);
    expect(recent.paths).toEqual(['/a.csv', '/c.xlsx', '/b.csv']);
    expect(new RecentFiles(file).paths).toEqual(recent.paths);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['recent-files.json']);
  });

  test('are ten at most: the oldest go', () => {
    const recent = new RecentFiles(file);
    recent.add(Array.from({ length: 14 }, (_, i) => `/${i}.csv`));
    expect(recent.paths).toHaveLength(10);
    expect(recent.paths[0]).toBe('/13.csv');
    expect(recent.paths).not.toContain('/3.csv');
  });

  test('are taken off one by one, or all', () => {
    const recent = new RecentFiles(file);
    recent.remove('/13.csv');
    expect(recent.paths[0]).toBe('/12.csv');
    recent.clear();
    expect(recent.paths).toEqual([]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([]);
  });

  test.each(['', '{', '{"paths":[]}', '[3]', '[""]'])('begin anew when the file holds %j', (text) => {
    writeFileSync(file, text);
    expect(new RecentFiles(file).paths).toEqual([]);
  });

  test('are kept until the app is closed where they cannot be written: an import does not fail for them', () => {
    const told = jest.spyOn(console, 'error').mockImplementation(() => {});
    writeFileSync(join(folder, 'no-folder'), '');
    const recent = new RecentFiles(join(folder, 'no-folder', 'recent-files.json'));
    recent.add(['/a.csv']);
    expect(recent.paths).toEqual(['/a.csv']);
    expect(told).toHaveBeenCalledWith(expect.stringContaining('recent files'));
    told.mockRestore();
  });
});
