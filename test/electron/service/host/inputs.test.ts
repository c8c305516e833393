import type { Method } from '../../../../electron/api/contract.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { error, servicesUnder } from '../support/asking.ts';

const serviceOn = servicesUnder(temporaryFolder());

describe('inputs are checked at the border', () => {
  const service = serviceOn('border');

  test.each<[Method, unknown, string]>([
    ['plan.week', {}, 'Champ «\u00a0premier jour\u00a0»\u00a0: un texte est attendu.'],
    [
      'plan.week',
      { from: '2026-01-05', to: '2026-01-01' },
      'Champ «\u00a0dernier jour\u00a0»\u00a0: la fin précède le début.',
    ],
    [
      'plan.week',
      { from: '2026-01-05', to: '2026-05-01' },
      'Champ «\u00a0dernier jour\u00a0»\u00a0: au plus 62 jours à la fois.',
    ],
    [
      'plan.cell',
      { siteId: 1.5, date: '2026-01-05' },
      'Champ «\u00a0site\u00a0»\u00a0: un nombre entier est attendu.',
    ],
    ['settings.save', { serviceLevel: 0.99 }, 'Champ «\u00a0niveau de service\u00a0»\u00a0: au plus 0,95.'],
    [
      'settings.save',
      { theme: 'pink' },
      'Champ «\u00a0thème\u00a0»\u00a0: une de ces valeurs est attendue\u00a0: system, light, dark.',
    ],
    ['settings.save', { colour: 'pink' }, 'Champ «\u00a0colour\u00a0»\u00a0: ce champ n’existe pas.'],
    [
      'sites.add',
      { name: ' ', kind: 'E', capacity: null, enrolled: null },
      'Champ «\u00a0nom\u00a0»\u00a0: il ne peut pas être vide.',
    ],
    ['imports.run', { tickets: [] }, 'Champ «\u00a0fichiers\u00a0»\u00a0: il ne peut pas être vide.'],
    [
      'questions.answer',
      { id: 1, kind: 'site', answer: { type: 'maybe' } },
      'Champ «\u00a0réponse, type\u00a0»\u00a0: une de ces valeurs est attendue\u00a0: site, followers, new-site, unanswered.',
    ],
    ['app.state', null, 'Demande illisible\u00a0: un objet est attendu.'],
    [
      'backtest.run',
      { from: '2026-01-05', to: '2026-01-06', lead: -1 },
      'Champ «\u00a0délai\u00a0»\u00a0: au moins 0.',
    ],
  ])('%s %j', async (method, input, message) => {
    expect(await error(service, method, input)).toEqual({
      kind: 'invalid-input',
      message,
      remedy: 'Corrigez ce champ et recommencez. Rien n’a été changé.',
    });
  });

  test('in English', async () => {
    expect(await error(service, 'imports.undo', { batch: 'x' }, 'en')).toEqual({
      kind: 'invalid-input',
      message: 'Field “import”: a number is expected.',
      remedy: 'Correct this field and try again. Nothing was changed.',
    });
  });

  test('a method that does not exist', async () => {
    const refused = await error(service, 'toString' as Method, {});
    expect(refused?.message).toBe('La demande «\u00a0toString\u00a0» n’existe pas dans cette version.');
  });
});
