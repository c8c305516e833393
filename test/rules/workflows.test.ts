import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, writeUnder } from '../support/temporary-folder.ts';
import { projectFolder } from './source-files.ts';

const folder = join(projectFolder, '.github', 'workflows');
const temporary = temporaryFolder();
const names = readdirSync(folder);
const workflows = names.map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);

function lint(...files: readonly string[]): readonly { readonly file: string; readonly message: string }[] {
  const script = join(projectFolder, 'test', 'rules', 'lint-workflows.mjs');
  return JSON.parse(execFileSync(process.execPath, [script, ...files], { encoding: 'utf8' }));
}

test('the forge understands every workflow; a slip of the pen would be found', () => {
  const [first] = workflows;
  const slip = (first?.[1] ?? '').replace('runs-on: ubuntu-latest', 'runs-on: ubuntu-lately');
  const planted = writeUnder(temporary, 'slip.yml', slip);
  const found = lint(...names.map((name) => join(folder, name)), planted);
  expect(found.map(({ file }) => file)).toEqual([planted]);
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
