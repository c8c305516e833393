import {
  ALL_SITES,
  type ClosureFields,
  parseClosure,
} from '../../../../renderer/pages/data/closure-draft.ts';

const strike: ClosureFields = { kind: 'strike', site: ALL_SITES, from: '17/12/2026', to: '', absent: '' };
const outing: ClosureFields = { ...strike, kind: 'outing', site: 3, absent: '24' };

test('a strike of one day, of every site', () => {
  expect(parseClosure(strike)).toEqual({
    draft: { kind: 'strike', siteId: null, from: '2026-12-17' },
    wrong: {},
  });
});

test('works of a week at one site; an end on the same day is no period', () => {
  const works = { ...strike, kind: 'closure', site: 3, to: '23/12/2026' } as const;
  expect(parseClosure(works).draft).toEqual({
    kind: 'closure',
    siteId: 3,
    from: '2026-12-17',
    to: '2026-12-23',
  });
  expect(parseClosure({ ...works, to: works.from }).draft).not.toHaveProperty('to');
});

test('an outing says how many are away; a number left from it is no strike’s', () => {
  expect(parseClosure(outing).draft).toEqual({ kind: 'outing', siteId: 3, from: '2026-12-17', absent: 24 });
  expect(parseClosure({ ...outing, kind: 'strike' }).draft).not.toHaveProperty('absent');
});

test.each<[string, ClosureFields, string]>([
  ['no day', { ...strike, from: '' }, 'from'],
  ['no such day', { ...strike, from: '31/02/2026' }, 'from'],
  ['an end that is no day', { ...strike, to: 'Noël' }, 'to'],
  ['an end before the start', { ...strike, to: '16/12/2026' }, 'to'],
  ['an outing of every site', { ...outing, site: ALL_SITES }, 'site'],
  ['nobody away', { ...outing, absent: '' }, 'absent'],
  ['none away', { ...outing, absent: '0' }, 'absent'],
  ['half a child away', { ...outing, absent: '2.5' }, 'absent'],
])('%s', (_what, fields, wrong) => {
  expect(parseClosure(fields)).toEqual({ draft: null, wrong: { [wrong]: true } });
});
