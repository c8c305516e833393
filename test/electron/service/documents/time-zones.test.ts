import { execFileSync } from 'node:child_process';

const script = `
import { renderSheetHtml } from './electron/service/documents/render-sheet-html.ts';
import { siteSheet } from './test/electron/service/documents/sheet-examples.ts';
process.stdout.write(renderSheetHtml(siteSheet(), 'fr'));
`;

it('the sheet is the same in every time zone', () => {
  const sheets = ['UTC', 'Pacific/Auckland', 'America/Los_Angeles', 'Indian/Reunion'].map((zone) =>
    execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    }),
  );
  expect(new Set(sheets).size).toBe(1);
  expect(sheets[0]).toContain('jeudi 17 décembre 2026');
});
