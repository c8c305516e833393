import { isOwnPage, mayLoad } from '../../../electron/desktop/addresses.ts';
import { isTrustedSender, type SenderFrame } from '../../../electron/desktop/sender.ts';

const frame = (url: string, parent: SenderFrame['parent'] = null): SenderFrame => ({ url, parent });

describe('isTrustedSender', () => {
  test('is our page in the window itself', () => {
    expect(isTrustedSender(frame('app://bonne-mesure/index.html#/jour'))).toBe(true);
  });

  test.each([
    'app://bonne-mesure.evil/index.html',
    'app://sheet/1.html',
    'app://bonne-mesure@evil/index.html',
    'https://bonne-mesure/index.html',
    'file:///index.html',
    'about:blank',
    'data:text/html,app://bonne-mesure',
    '',
  ])('is not %s', (url) => {
    expect(isTrustedSender(frame(url))).toBe(false);
  });

  test('is no frame within the page, and nothing that is gone', () => {
    const page = frame('app://bonne-mesure/index.html') as NonNullable<SenderFrame['parent']>;
    expect(isTrustedSender(frame('app://bonne-mesure/index.html', page))).toBe(false);
    expect(isTrustedSender(null)).toBe(false);
  });
});

test('isOwnPage reads no host of another scheme', () => {
  expect(isOwnPage('app://bonne-mesure/')).toBe(true);
  expect(isOwnPage('apps://bonne-mesure/')).toBe(false);
});

test.each([
  ['app://bonne-mesure/a.js', true],
  ['devtools://devtools/bundled/x.js', true],
  ['blob:app://bonne-mesure/1', true],
  ['data:image/png;base64,', true],
  ['https://example.com/', false],
  ['http://127.0.0.1:80/', false],
  ['file:///etc/passwd', false],
  ['ws://example.com/', false],
  ['', false],
])('mayLoad(%s) is %s', (address, expected) => {
  expect(mayLoad(address)).toBe(expected);
});
