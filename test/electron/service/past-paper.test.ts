import { error, value } from './support/asking.ts';
import { canteens, clock, plan, rowOfCanteen, thursday } from './support/two-canteens.ts';

const sheetOf = async (service: Awaited<ReturnType<typeof canteens>>['service'], siteId: number) =>
  (await value(service, 'sheet.make', { sheet: 'production', date: thursday, siteId, format: 'html' })).body;

test('the production sheet of a past day says that no order is on record, and of what is to be corrected', async () => {
  const { service, jaures, fontaine } = await canteens();
  await value(service, 'orders.approve', { from: thursday, to: thursday, siteIds: [jaures] });
  await value(service, 'closures.save', {
    closures: [{ kind: 'outing', from: thursday, siteId: jaures, absent: 25 }],
  });
  const { revision } = rowOfCanteen(await plan(service), jaures, thursday).decision;
  expect(revision?.difference).toBeLessThan(-12);
  expect(await sheetOf(service, jaures)).toContain(
    'avec ce qui est connu depuis\u00a0: commande à corriger.',
  );
  expect(await sheetOf(service, fontaine)).toContain('Commande non validée');
  clock.today = '2026-01-19';
  expect(await sheetOf(service, jaures)).not.toContain('commande à corriger');
  expect(await sheetOf(service, fontaine)).toContain('Pas de commande enregistrée');
  const day = await value(service, 'sheet.make', { date: thursday, format: 'html' });
  expect(day.body).toContain('Pas de commande enregistrée\u00a0: calculé après coup.');
});

test('nothing of a day that is past can be approved, changed, corrected, opened or sent', async () => {
  const { service, jaures } = await canteens();
  const day = { from: thursday, to: thursday };
  const place = { siteId: jaures, date: thursday };
  await value(service, 'orders.approve', day);
  clock.today = '2026-01-19';
  const refused = [
    await error(service, 'orders.approve', day),
    await error(service, 'orders.override', { overrides: [{ ...place, quantity: 3 }] }),
    await error(service, 'orders.revise', { ...place, quantity: 3 }),
    await error(service, 'orders.reopen', { versions: [{ ...place, version: 1 }] }),
    await error(service, 'orders.noteSent', { ...day, recipient: 'Cuisine' }),
    await error(service, 'orders.noteUnsent', day),
    await error(service, 'orders.send', day),
  ];
  expect(refused.map((problem) => problem?.kind)).toEqual(refused.map(() => 'refused'));
  for (const problem of refused) expect(problem?.message).toContain('est passé');
});
