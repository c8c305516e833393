import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerPage } from '../../../electron/desktop/page-answer.ts';
import { locatePageFile } from '../../../electron/service/page/page-files.ts';

const parent = mkdtempSync(join(tmpdir(), 'bonne-mesure-pages-'));
const folder = join(parent, 'renderer');
const address = (path: string) => `app://bonne-mesure${path}`;

beforeAll(() => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'index.js'), 'export {};');
  writeFileSync(join(folder, 'canteen.sqlite'), 'secret');
  writeFileSync(join(parent, 'secret.json'), '{}');
});
afterAll(() => rmSync(parent, { recursive: true }));

describe('locatePageFile', () => {
  test('finds the files of the page; a path without extension is the page itself', () => {
    expect(locatePageFile(folder, '/')).toBe(join(folder, 'index.html'));
    expect(locatePageFile(folder, '/week')).toBe(join(folder, 'index.html'));
    expect(locatePageFile(folder, '/assets/index.js')).toBe(join(folder, 'assets', 'index.js'));
  });

  test.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/..\\secret.json',
    '/a.json\0.html',
    '/canteen.sqlite',
  ])('finds nothing outside the page: %j', (path) => {
    expect(locatePageFile(folder, path)).toBeNull();
  });
});

describe('answerPage', () => {
  test('answers with type and policy', async () => {
    const response = await answerPage(folder, address('/assets/index.js'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toBe('export {};');
  });

  test.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/..%2f..%2fsecret.json',
    '/..%5csecret.json',
    '/secret.json%00.html',
    '/%ff.html',
    '/canteen.sqlite',
    '/none.js',
  ])('answers nothing to %s', async (path) => {
    const response = await answerPage(folder, address(path));
    expect([response.status, await response.text()]).toEqual([404, 'Not found']);
  });

  test('allows no script but the app’s own', async () => {
    const response = await answerPage(folder, address('/index.html'));
    const policy = response.headers.get('content-security-policy') ?? '';
    const scripts = policy.split('; ').find((directive) => directive.startsWith('script-src'));
    expect(scripts).toBe("script-src 'self'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:/);
  });
});
