import { sheetFileName } from '../../../../electron/service/documents/sheet-file-name.ts';
import { manySites, siteSheet } from './sheet-examples.ts';

describe('sheetFileName', () => {
  it.each([
    ['Jean Jaurès', 'feuille-2026-12-17-jean-jaures.pdf'],
    ['Sœur Anne / L’Île (M)', 'feuille-2026-12-17-soeur-anne-l-ile-m.pdf'],
    ['../../etc/passwd', 'feuille-2026-12-17-etc-passwd.pdf'],
    ['???', 'feuille-2026-12-17.pdf'],
  ])('names the sheet of %s', (site, name) => {
    expect(sheetFileName(siteSheet({ site }), 'pdf', 'fr')).toBe(name);
  });

  it('names the sheet of all sites in the language', () => {
    expect(sheetFileName(manySites(3), 'csv', 'en')).toBe('sheet-2026-12-17.csv');
  });
});
