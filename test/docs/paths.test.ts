import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from '../rules/source-files.ts';

const rooms = ['assets', 'db', 'docs', 'electron', 'forecasting', 'renderer', 'scripts', 'test'];

/** CONTRIBUTING, docs and the READMEs of the rooms, as paths from the project folder. */
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...rooms
    .filter((room) => existsSync(join(projectFolder, room)))
    .flatMap((room) =>
      readdirSync(join(projectFolder, room), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md'))
        .map((name) => `${room}/${name.replaceAll('\\', '/')}`),
    ),
];

const read = (page: string) => readFileSync(join(projectFolder, page), 'utf8');

/** What a page names: links to files, and paths in backticks that begin with a room. */
function namedBy(page: string): readonly string[] {
  const text = read(page);
  const links = [...text.matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)].map(([, link]) =>
    join(dirname(page), link ?? '').replaceAll('\\', '/'),
  );
  const room = new RegExp(`^(${rooms.join('|')})/[\\w./-]*$`);
  const paths = [...text.matchAll(/`([^`\s]+)`/g)].flatMap(([, path = '']) =>
    room.test(path) ? [path] : [],
  );
  return [...links, ...paths].filter((path) => !path.includes('NNNN') && !path.includes('…'));
}

test.each(pages)('%s names only what is there', (page) => {
  const missing = namedBy(page).filter((path) => !existsSync(join(projectFolder, path)));
  expect(missing).toEqual([]);
});

test('CONTRIBUTING is read in one go', () => {
  const lines = read('CONTRIBUTING.md').trimEnd().split('\n');
  expect(lines.length).toBeLessThan(60);
  const cells = lines.filter((line) => line.startsWith('|')).flatMap((line) => line.split('|'));
  expect(cells.filter((cell) => cell.trim().length > 200)).toEqual([]);
});
