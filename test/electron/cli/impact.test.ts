import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { counterfactualIds, counterfactualWords } from '../../../electron/api/counterfactual-words.ts';
import type { ImpactReport } from '../../../electron/api/records.ts';
import { fillOrderedTown } from '../../support/ordered-town.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { servicesUnder, value } from '../service/support/asking.ts';
import { runCliProcess } from './run-process.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);
const period = { from: '2025-10-01', to: '2025-12-19' };
const impact = (...words: string[]) =>
  runCliProcess(
    ['impact', '--from', period.from, '--to', period.to, '--data', join(folder, 'data'), ...words],
    { BONNE_MESURE_TODAY: '2026-01-14' },
  );

beforeAll(() => {
  mkdirSync(join(folder, 'data'));
  fillOrderedTown(join(folder, 'data'), { sites: 3, ...period });
});

test('impact compares with what is asked for, in the words of the page, with its figures', async () => {
  const asked = ['equal-shortage', 'Votre pratique', '4-WEEK AVERAGE', 'estimated'];
  const ids = ['equal-shortage', 'estimated', 'equal-shortage', 'estimated'] as const;
  const service = serviceOn('data');
  const page = async (counterfactual: ImpactReport['counterfactual']) =>
    JSON.parse(JSON.stringify(await value(service, 'impact.report', { ...period, counterfactual })));
  const [equal, practice] = [await page('equal-shortage'), await page('estimated')];
  expect(equal.avoided).not.toEqual(practice.avoided);
  for (const [i, words] of asked.entries()) {
    const ended = await impact('--compared-with', words, '--json');
    expect(ended.code).toBe(0);
    expect(ended.stderr).not.toContain('Pas assez de relevés');
    // Sentences are in the language of each.
    expect(JSON.parse(ended.stdout)).toEqual(ids[i] === 'estimated' ? practice : equal);
  }
  const readable = await impact('--compared-with', 'moyenne de 4 semaines');
  expect(readable.stdout).toContain('face à la moyenne de 4 semaines, à manque égal');
}, 60_000);

test('what cannot be compared with is said, with what was taken or what to choose', async () => {
  const few = await impact('--compared-with', 'measured', '--lang', 'en', '--json');
  expect(few.code).toBe(1);
  expect(JSON.parse(few.stdout).counterfactual).toBe('estimated');
  expect(few.stderr).toContain(
    'Too few records to compare with: your figure first. The figures are compared with: your practice.',
  );
  const unknown = await impact('--compared-with', 'hasard');
  expect(unknown.code).toBe(2);
  for (const id of counterfactualIds)
    expect(unknown.stderr).toContain(`«\u00a0${counterfactualWords.fr[id]}\u00a0»`);
  const both = await impact('--compared-with', 'estimated', '--replayed');
  expect([both.code, both.stdout]).toEqual([2, '']);
  expect(both.stderr).toContain('--compared-with ne va pas avec --replayed');
}, 60_000);
