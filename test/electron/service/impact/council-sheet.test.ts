import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fillOrderedTown, townSite } from '../../../support/ordered-town.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);
const period = { from: '2025-09-01', to: '2025-12-19' } as const;

/** Of the sites that lose, as the page names them. */
const linesOf = (body: string) =>
  [...body.matchAll(/<li><b>(.+?)<\/b>(.+?)<\/li>/g)].map(([, name, words]) => `${name}${words}`);

test('the page for the council says of sites that lose what is tried there, and what came of it', async () => {
  mkdirSync(join(folder, 'data'));
  fillOrderedTown(join(folder, 'data'), { sites: 10, ...period });
  const service = serviceOn('data');
  const { sites } = await value(service, 'impact.report', period);
  const losers = sites.filter(({ shown, avoided }) => shown && avoided.high < 0).toReversed();
  // The staff had left next to no margin there the year before.
  expect(losers.map(({ site }) => site).toSorted()).toEqual([townSite(4), townSite(9)]);
  const page = async (language: 'fr' | 'en' = 'fr') => {
    const made = await service.call('impact.council', { ...period, format: 'html' }, { language });
    return made.ok ? made.value.body : '';
  };
  const before = linesOf(await page());
  expect(before).toEqual(
    losers.map(({ site, avoided }) =>
      expect.stringContaining(`${site}, +${Math.round(-avoided.value)} repas\u00a0: `),
    ),
  );
  for (const line of before) expect(line).toMatch(/À essayer\u00a0: .+\.$|pas encore d’explication/);
  const tried = losers[0];
  const key = { siteId: tried?.siteId ?? 0, kind: 'weekday', part: '1' } as const;
  await value(service, 'leaks.try', { ...key, cause: 'level-above-need', on: '2025-11-03' });
  expect(linesOf(await page())[0]).toMatch(
    /on y commande plus largement qu’ailleurs\. Essai depuis le 3 novembre 2025\u00a0: revenir au niveau choisi pour la ville \(au-delà de la marge choisie, par jour\u00a0: [+−]?[\d,]+ avant, [+−]?[\d,]+ depuis\)\.$/,
  );
  expect(linesOf(await page('en'))[0]).toMatch(
    /orders are larger than elsewhere\. On trial since 3 November 2025: return to the level chosen for the town \(beyond the chosen margin, a day: [+−]?[\d.]+ before, [+−]?[\d.]+ since\)\.$/,
  );
  await value(service, 'leaks.endTrial', key);
  expect(linesOf(await page())).toEqual(before);
});
