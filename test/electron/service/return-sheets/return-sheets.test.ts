import { seeded } from '../../../forecasting/evaluation/scored.ts';
import type { Cell } from '../../../support/xlsx.ts';
import { zip } from '../../../support/zip.ts';
import { value } from '../support/asking.ts';
import {
  contents,
  dishes,
  first,
  made,
  merged,
  monday,
  opened,
  rowOf,
  rowsOf,
  said,
  ticketOf,
  tuesday,
} from './returned.ts';
import { type Rows, workbook, write } from './workbooks.ts';

test('a sheet has every printed box in their order, and dishes that look like formulas stay text', async () => {
  const at = await opened('layout');
  const rows = rowsOf(await made(at));
  const words = rows.map(([one]) => one).filter((one) => typeof one === 'string' && one !== '');
  expect(words).toEqual([
    'Feuille de retour',
    'Site',
    'Jour',
    'Écrivez dans les cases blanches et renvoyez ce fichier. Une case vide ne change rien.',
    expect.stringContaining('bonne-mesure/return-sheet/1/2026-01-05/E/LES TILLEULS'),
    'Appel\u00a0: enfants présents',
    'Appel\u00a0: adultes',
    'Enfants servis',
    'Adultes servis',
    'Repas restants',
    'Plat, dans l’ordre du service',
    ...dishes,
    'Raison du jour',
    expect.stringContaining('En portions.'),
    expect.stringContaining('Raisons\u00a0: classe absente'),
  ]);
  expect(rows.find(([one]) => one === 'Plat, dans l’ordre du service')).toEqual([
    'Plat, dans l’ordre du service',
    'Préparées',
    'Servies',
    'Restes',
    'A manqué à',
    'Raison',
  ]);
});

test('every box comes back as one edit, twice the same is nothing new, and undo takes all of it back', async () => {
  const at = await opened('whole');
  const sheets = await made(at);
  const rows = rowsOf(sheets);
  write(rows, 'Appel\u00a0: enfants présents', 1, 121);
  write(rows, 'Appel\u00a0: adultes', 1, '6');
  write(rows, 'Enfants servis', 1, 118);
  write(rows, 'Adultes servis', 1, 6);
  write(rows, 'Repas restants', 1, 3);
  write(rows, 'Raison du jour', 1, 'Class away');
  write(rows, '=Hachis (1/2)', 1, 126);
  write(rows, '=Hachis (1/2)', 2, 120);
  write(rows, '=Hachis (1/2)', 3, 6);
  write(rows, 'Compote', 1, 100);
  write(rows, 'Compote', 4, '12 h 40');
  write(rows, 'Compote', 5, 'plat boudé');
  const before = contents('whole');
  const tickets = [await ticketOf(at, workbook(sheets))];
  const read = await value(at.service, 'returns.read', { tickets });
  expect(read).toMatchObject([{ site: 'LES TILLEULS', date: monday, taken: 12, unchanged: 0, findings: [] }]);
  expect(contents('whole')).toEqual(before);
  const result = await at.service.call('returns.merge', { tickets }, { language: 'fr' });
  if (!result.ok) throw new Error(result.error.message);
  expect(result.value).toEqual(read);
  expect(await rowOf(at)).toMatchObject({
    headCount: 121,
    children: 118,
    served: { A: 6 },
    left: 3,
    reason: 'class-away',
    dishes: [
      { dish: 'Carottes râpées', prepared: null },
      { dish: '=Hachis (1/2)', prepared: 126, served: 120, left: 6, ranOut: false },
      { dish: 'Compote', prepared: 100, ranOut: true, ranOutAt: '12:40', reason: 'disliked' },
    ],
  });
  const kept = contents('whole');
  const again = first(await value(at.service, 'returns.merge', { tickets }));
  expect(again).toMatchObject({ taken: 0, unchanged: 12, conflicts: [] });
  expect(contents('whole')).toEqual(kept);
  await value(at.service, 'edits.step', { edits: [result.edit ?? 0], way: 'undo' });
  expect(contents('whole')).toEqual(before);
});

test('what is on record stays until the sheet is answered for, box by box or for all', async () => {
  const at = await opened('conflict');
  const { service, siteId } = at;
  await value(service, 'records.save', {
    entries: [{ siteId, date: monday, children: 120, dishes: [{ dish: 'Compote', left: 4 }] }],
  });
  const sheets = await made(at);
  const rows = rowsOf(sheets);
  const noted = rows.find(([one]) => one === 'Enfants servis');
  expect(noted?.[2]).toBe('120');
  write(rows, 'Enfants servis', 1, 118);
  write(rows, 'Compote', 3, 9);
  write(rows, 'Adultes servis', 1, 5);
  const asked = first(await merged(at, sheets));
  expect(asked.taken).toBe(1);
  expect(asked.conflicts).toMatchObject([
    { what: 'Enfants servis', mine: '120', file: '118', answer: null, mineFrom: null },
    { what: 'Compote\u00a0: Restes', mine: '4', file: '9', answer: null },
  ]);
  expect(await rowOf(at)).toMatchObject({ children: 120, served: { A: 5 } });
  const [children, left] = asked.conflicts;
  expect(children?.cell).toMatch(/^B\d+$/);
  const one = await merged(at, sheets, { [children?.id ?? '']: 'file', [left?.id ?? '']: 'mine' });
  expect(first(one)).toMatchObject({ taken: 1, unchanged: 1 });
  expect((await rowOf(at))?.children).toBe(118);
  expect((await rowOf(at))?.dishes.at(-1)?.left).toBe(4);
  expect(first(await merged(at, sheets, { all: 'file' })).taken).toBe(1);
  expect((await rowOf(at))?.dishes.at(-1)?.left).toBe(9);
});

test('what cannot be is said with its cell and the remedy, and what is right beside it is kept', async () => {
  const at = await opened('wrong');
  const sheets = await made(at);
  const rows = rowsOf(sheets);
  write(rows, 'Enfants servis', 1, 'une centaine');
  write(rows, 'Adultes servis', 1, -4);
  write(rows, 'Repas restants', 1, 2);
  write(rows, 'Raison du jour', 1, 'il pleuvait');
  write(rows, 'Carottes râpées', 1, 110);
  write(rows, 'Carottes râpées', 3, 130);
  write(rows, '=Hachis (1/2)', 1, 12.5);
  write(rows, '=Hachis (1/2)', 2, { formula: 'B3+1' });
  write(rows, 'Compote', 3, 4);
  write(rows, 'Compote', 4, 'oui');
  const blank = rows.findIndex(([cell], i) => i > rows.findIndex(([one]) => one === 'Compote') && !cell);
  rows[blank] = ['Glace au citron vert', 40, 38];
  rows[blank + 1] = [null, 40];
  const report = first(await merged(at, sheets));
  const line = (word: string) => rows.findIndex(([one]) => one === word) + 1;
  expect(said(report)).toEqual([
    [`B${line('Enfants servis')}`, 'une centaine', 'refused', expect.stringContaining('pas un nombre')],
    [`B${line('Adultes servis')}`, '-4', 'refused', expect.stringContaining('pas négatif')],
    [`B${line('=Hachis (1/2)')}`, '12.5', 'refused', expect.stringContaining('nombre entier')],
    [`C${line('=Hachis (1/2)')}`, '=B3+1', 'refused', expect.stringContaining('pas un nombre')],
    [`B${blank + 2}`, '40', 'refused', expect.stringContaining('sans plat')],
    [`B${line('Raison du jour')}`, 'il pleuvait', 'refused', expect.stringContaining('raisons')],
    [`B${blank + 1}`, 'Glace au citron vert', 'refused', expect.stringContaining('Aucun menu')],
    [`D${line('Carottes râpées')}`, '130', 'check', expect.stringContaining('130 restent de 110')],
    [`E${line('Compote')}`, 'yes', 'check', expect.stringContaining('manqué')],
  ]);
  expect(report.findings.every(({ remedy }) => remedy.length > 10)).toBe(true);
  expect(report.taken).toBe(5);
  expect(await rowOf(at)).toMatchObject({ children: null, left: 2, served: {} });
});

test('another day, another site, a day to come and a sheet whose marker is gone are asked about or refused', async () => {
  const at = await opened('whose');
  const fresh = async (change: (rows: Rows) => void) => {
    const sheets = await made(at);
    write(rowsOf(sheets), 'Enfants servis', 1, 111);
    change(rowsOf(sheets));
    return sheets;
  };
  const otherDay = await fresh((rows) => write(rows, 'Jour', 1, '06/01/2026'));
  const asked = first(await merged(at, otherDay));
  expect(asked).toMatchObject({ taken: 0, date: null, question: { about: 'day', cell: 'B3' } });
  expect(asked.question?.choices.map(({ value: choice }) => choice)).toEqual([monday, tuesday]);
  expect(first(await merged(at, otherDay, { [asked.question?.id ?? '']: tuesday })).date).toBe(tuesday);
  expect((await rowOf(at, tuesday))?.children).toBe(111);
  expect((await rowOf(at))?.children).toBeNull();

  const otherSite = await fresh((rows) => write(rows, 'Site', 1, 'La Fontaine'));
  const whose = first(await merged(at, otherSite));
  expect(whose).toMatchObject({ taken: 0, siteId: null, question: { about: 'site', cell: 'B2' } });
  expect(whose.question?.choices.map(({ label }) => label)).toEqual(['LES TILLEULS', 'LA FONTAINE']);
  const answer = whose.question?.choices[0]?.value ?? '';
  expect(first(await merged(at, otherSite, { [whose.question?.id ?? '']: answer })).taken).toBe(1);

  const spoilt = await fresh((rows) => {
    const row = rows.find(([one]) => String(one).includes('bonne-mesure')) ?? [];
    row[0] = 'bonne-mesure/return-sheet/1/lundi';
  });
  expect(said(first(await merged(at, spoilt)))).toEqual([
    [null, null, 'refused', expect.stringContaining('a été changée')],
  ]);

  const later = await made(at, '2026-01-15');
  write(rowsOf(later), 'Enfants servis', 1, 120);
  expect(said(first(await merged(at, later)))).toEqual([
    ['B3', expect.stringContaining('15'), 'refused', expect.stringContaining('à venir')],
  ]);
});

test('a site renamed since the sheet was sent is still its site', async () => {
  const at = await opened('renamed');
  const sheets = await made(at);
  write(rowsOf(sheets), 'Enfants servis', 1, 112);
  await value(at.service, 'sites.update', { siteId: at.siteId, name: 'École des Tilleuls' });
  expect(first(await merged(at, sheets))).toMatchObject({ site: 'École des Tilleuls', taken: 1 });
});

test('all sites’ sheets come as one archive, and back in one among other files; two that differ are asked about', async () => {
  const at = await opened('archive');
  const { service } = at;
  const archive = await value(service, 'returns.make', { from: monday, to: tuesday });
  expect(archive.fileName).toBe('feuilles-de-retour-2026-01-05-2026-01-06.zip');
  const sheets = await made(at, monday, tuesday);
  expect(sheets.map(({ name }) => name)).toEqual(['lun. 5 janv.', 'mar. 6 janv.']);
  write(sheets[0]?.rows ?? [], 'Enfants servis', 1, 113);
  write(sheets[1]?.rows ?? [], 'Enfants servis', 1, 114);
  const other = await made(at);
  write(rowsOf(other), 'Enfants servis', 1, 115);
  const counts = 'site_type;date;prevision;reel;site_nom\nM;2026-01-05;64;61;LA FONTAINE\n';
  const mail = zip([
    { name: 'a.xlsx', content: workbook(sheets) },
    { name: 'b.xlsx', content: workbook(other) },
    { name: 'repas.csv', content: counts },
  ]);
  const tickets = [
    await ticketOf(at, Buffer.from(archive.body, 'base64'), 'vide.zip'),
    await ticketOf(at, mail, 'mail.zip'),
  ];
  const report = await value(service, 'imports.run', { tickets });
  expect(report.files).toMatchObject([{ kind: 'attendance', imported: 1 }]);
  expect(report.returnSheets).toHaveLength(7);
  const merging = await value(service, 'returns.merge', { tickets });
  expect(merging.slice(0, 4).every(({ taken, findings }) => taken + findings.length === 0)).toBe(true);
  expect(merging.slice(4)).toMatchObject([
    { date: monday, taken: 1 },
    { date: tuesday, taken: 1 },
    {
      date: monday,
      taken: 0,
      conflicts: [{ mine: '113', file: '115', mineFrom: expect.stringContaining('a.xlsx') }],
    },
  ]);
});

test('a sheet saved as CSV is one too', async () => {
  const at = await opened('csv');
  const rows = rowsOf(await made(at));
  write(rows, 'Enfants servis', 1, 116);
  write(rows, 'Jour', 1, '05/01/2026');
  const csv = rows.map((row) => row.map((cell) => String(cell ?? '')).join(';')).join('\r\n');
  const tickets = [await ticketOf(at, csv, 'retour.csv')];
  expect(await value(at.service, 'returns.merge', { tickets })).toMatchObject([{ date: monday, taken: 1 }]);
});

test('export, fill, import: the records are what was filled in, for drawn weeks', async () => {
  const at = await opened('property');
  const { service, siteId } = at;
  const random = seeded(14);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const some = <T>(values: readonly T[]) => values[upTo(values.length - 1)] as T;
  const maybe = (most: number) => (random() < 0.7 ? upTo(most) : null);
  const reasons = ['class-away', 'strike', 'disliked', 'failed', 'late', 'over-delivered', 'other'] as const;
  const spelled = (count: number | null): Cell =>
    count === null ? null : some<Cell>([count, String(count), ` ${count} `, `${count},0`]);
  const words = (await import('../../../../electron/service/messages/fr.ts')).fr.returnSheets.reasons;
  for (let week = 0; week < 8; week++) {
    const sheets = await made(at, monday, tuesday);
    const drawn = sheets.map(({ rows }) => {
      const day = {
        headChildren: maybe(140),
        children: maybe(140),
        adults: maybe(12),
        left: maybe(20),
        reason: random() < 0.3 ? some(reasons) : null,
        dishes: dishes.map((dish) => {
          const at12 = random() < 0.3 ? `12:${10 + upTo(49)}` : null;
          return { dish, prepared: maybe(150), served: maybe(150), left: maybe(30), ranOutAt: at12 };
        }),
      };
      write(rows, 'Appel\u00a0: enfants présents', 1, spelled(day.headChildren));
      write(rows, 'Enfants servis', 1, spelled(day.children));
      write(rows, 'Adultes servis', 1, spelled(day.adults));
      write(rows, 'Repas restants', 1, spelled(day.left));
      write(rows, 'Raison du jour', 1, day.reason && words[day.reason]);
      for (const dish of day.dishes) {
        write(rows, dish.dish, 1, spelled(dish.prepared));
        write(rows, dish.dish, 2, spelled(dish.served));
        write(rows, dish.dish, 3, spelled(dish.left));
        write(
          rows,
          dish.dish,
          4,
          dish.ranOutAt && some([dish.ranOutAt, dish.ranOutAt.replace(':', 'h'), `${dish.ranOutAt}:00`]),
        );
      }
      return day;
    });
    const tickets = [await ticketOf(at, workbook(sheets))];
    const result = await service.call(
      'returns.merge',
      { tickets, answers: { all: 'file' } },
      { language: 'fr' },
    );
    if (!result.ok) throw new Error(result.error.message);
    expect(
      result.value.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'refused')),
    ).toEqual([]);
    for (const [i, day] of drawn.entries()) {
      const row = await rowOf(at, i === 0 ? monday : tuesday);
      const { headCount = null, children = null, left = null, reason = null, served } = row ?? {};
      expect({ headCount, children, left, reason, adults: served?.A ?? null }).toEqual({
        headCount: day.headChildren,
        children: day.children,
        left: day.left,
        reason: day.reason,
        adults: day.adults,
      });
      expect(
        row?.dishes.map(({ dish, prepared, served: of, left: rest, ranOutAt }) => ({
          dish,
          prepared,
          served: of,
          left: rest,
          ranOutAt,
        })),
      ).toEqual(day.dishes);
    }
    await value(service, 'edits.step', { edits: [result.edit ?? 0], way: 'undo' });
    expect((await rowOf(at))?.state).toBe('open');
  }
  expect(siteId).toBeGreaterThan(0);
});
