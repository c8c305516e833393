import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataKind, ImportFileReport, Language } from '../../../../electron/api/records.ts';
import { dataKinds } from '../../../../electron/api/schemas.ts';
import type { Service } from '../../../../electron/service/host/service.ts';
import { describeWithShared, nantesFolder } from '../../../support/shared.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { error, importing, servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);

/** Exports a kind and imports the file again, its kind to be recognised; nothing may be written. */
async function backAgain(
  service: Service,
  kind: DataKind,
  format: 'csv' | 'xlsx',
  language: Language = 'fr',
): Promise<ImportFileReport> {
  const made = await service.call('data.export', { kind, format }, { language });
  if (!made.ok) throw new Error(made.error.message);
  const path = join(folder, `${language}-${made.value.fileName}`);
  writeFileSync(path, made.value.body, format === 'csv' ? 'utf8' : 'base64');
  const { ticket } = await service.registerFile(path);
  const report = await value(service, 'imports.run', { tickets: [ticket] });
  expect(report.batch).toBeNull();
  return report.files[0];
}

const unchanged = (file: ImportFileReport) => ({
  kind: file.kind,
  refused: file.refused,
  updated: file.updated,
  imported: file.imported,
  other: file.read - file.unchanged - file.asked,
});
const none = (kind: DataKind) => ({ kind, refused: 0, updated: 0, imported: 0, other: 0 });

describe('what is exported comes back unchanged', () => {
  const service = serviceOn('small');

  beforeAll(async () => {
    const files: Readonly<Record<string, string>> = {
      'sites.csv':
        'canteen;type;secteur;capacity\nLes Tilleuls;E;Nord;120\n-Le Préau;M;=A1+1;\n"Au ""Chêne""; bas";M/E;;\n',
      'noms.csv': 'site;type;canteen;canteen type\nTILLEULS;E;Les Tilleuls;E\n+PREAU;M;-Le Préau;M\n',
      'ecoles.csv': 'school;canteen;canteen type\nÉcole des Tilleuls;Les Tilleuls;E\n',
      'effectifs.csv': 'school;school year;children\nÉcole des Tilleuls;2025-2026;131\n',
      'frequentation.csv':
        'site;type;date;prevision;reel\nTILLEULS;E;2025-12-01;110;104\n+PREAU;M;2025-12-01;;51\nTILLEULS;E;2025-12-02;;\nInconnue;E;2025-12-02;9;8\n',
      'menus.csv':
        'date;rang;plat\n2025-12-01;1;-Carottes râpées\n2025-12-01;2;Poulet OU Omelette\n2025-12-01;3;=SOMME(A1)\n2025-12-02;;@Taboulé OU Soupe\n2025-12-02;;Riz\n',
      'plats.csv':
        'date;site;type;dish;served;prepared;left\n2025-12-01;TILLEULS;E;+Poulet;60;70;8\n2025-12-01;TILLEULS;E;Omelette;44;;\n',
      'fermetures.csv':
        'date;event;site;absent;announced\n2025-12-04;Grève;;;2025-12-01\n2025-12-05;Sortie;Les Tilleuls;25;\n',
    };
    for (const [name, text] of Object.entries(files)) {
      const report = await importing(service, folder, name, text);
      if (!report.ok || report.value.files.some(({ refused }) => refused > 0)) {
        throw new Error(JSON.stringify(report));
      }
    }
    const [site] = await value(service, 'sites.list', {});
    await value(service, 'attendance.save', {
      siteId: site?.id ?? 0,
      days: [{ date: '2025-12-03', served: 12 }],
    });
  });

  test.each(dataKinds.flatMap((kind) => (['csv', 'xlsx'] as const).map((format) => [kind, format] as const)))(
    '%s, %s',
    async (kind, format) => {
      const file = await backAgain(service, kind, format);
      expect(unchanged(file)).toEqual(none(kind));
      expect(file.read).toBeGreaterThan(0);
    },
  );

  test.each(dataKinds)('%s, in English', async (kind) => {
    expect(unchanged(await backAgain(service, kind, 'csv', 'en'))).toEqual(none(kind));
  });

  test('no text of it is a formula', async () => {
    for (const kind of dataKinds) {
      const { body } = await value(service, 'data.export', { kind, format: 'csv' });
      const cells = body.slice(1).split(/\r\n|;/);
      expect(cells.filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([]);
    }
    const { body } = await value(service, 'data.export', { kind: 'menus', format: 'csv' });
    expect(body).toContain("'=SOMME(A1)");
    expect(body).toContain('Poulet OU Omelette');
  });

  test('a kind that there is not is refused', async () => {
    expect((await error(service, 'data.export', { kind: 'meals', format: 'csv' }))?.kind).toBe(
      'invalid-input',
    );
  });
});

describeWithShared('Nantes’ files come back unchanged', () => {
  const service = serviceOn('nantes');

  beforeAll(async () => {
    const files = readdirSync(nantesFolder).map((name) => service.registerFile(join(nantesFolder, name)));
    const tickets = (await Promise.all(files)).map(({ ticket }) => ticket);
    await value(service, 'imports.run', { tickets });
  }, 120_000);

  test.each([
    ['attendance', 'csv', 70_000],
    ['menus', 'csv', 5_000],
    ['menus', 'xlsx', 5_000],
    ['enrolment', 'csv', 400],
    ['sites', 'csv', 80],
    ['site-names', 'csv', 80],
    ['school-names', 'csv', 80],
    ['closures', 'csv', 10],
  ] as const)(
    '%s, %s',
    async (kind, format, least) => {
      const file = await backAgain(service, kind, format);
      expect(unchanged(file)).toEqual(none(kind));
      expect(file.read).toBeGreaterThan(least);
    },
    120_000,
  );
});
