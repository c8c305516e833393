import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pageFile, servePageFile } from '../../../electron/desktop/page-files.ts';

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

describe('pageFile', () => {
  test('finds the files of the page', () => {
    expect(pageFile(folder, address('/'))).toBe(join(folder, 'index.html'));
    expect(pageFile(folder, address('/assets/index.js?v=1#x'))).toBe(join(folder, 'assets', 'index.js'));
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
    '/assets',
  ])('gives nothing outside the page: %s', async (path) => {
    const file = pageFile(folder, address(path));
    expect(file === null || file.startsWith(join(folder, ''))).toBe(true);
    expect((await servePageFile(folder, address(path))).status).toBe(404);
  });

  test('is no address, no file', () => {
    expect(pageFile(folder, 'nonsense')).toBeNull();
  });
});

describe('servePageFile', () => {
  test('answers with type and policy', async () => {
    const response = await servePageFile(folder, address('/assets/index.js'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toBe('export {};');
  });

  test('allows no script but the app’s own', async () => {
    const response = await servePageFile(folder, address('/index.html'));
    const policy = response.headers.get('content-security-policy') ?? '';
    const scripts = policy.split('; ').find((directive) => directive.startsWith('script-src'));
    expect(scripts).toBe("script-src 'self'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:/);
  });
});
