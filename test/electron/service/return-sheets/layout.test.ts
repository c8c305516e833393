import { siteKinds } from '../../../../electron/api/schemas.ts';
import { markerIn, markerText } from '../../../../electron/service/return-sheets/layout.ts';

test.each(siteKinds)('the line that names a site of kind %s is read as it was written', (kind) => {
  const marker = { date: '2026-01-05', kind, site: 'École du 8 mai / Centre' };
  expect(markerIn(`Ne changez pas cette ligne\u00a0: ${markerText(marker)}`)).toEqual(marker);
});
