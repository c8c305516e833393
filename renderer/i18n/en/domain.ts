import { domainWords } from '../../../electron/api/domain-words.ts';
import { fileKindNames } from '../../../electron/api/file-kinds.ts';
import type { TextCatalogue } from '../fr/catalogue.ts';

export const domain: Pick<
  TextCatalogue,
  'siteKind' | 'site' | 'flag' | 'flagHelp' | 'closed' | 'model' | 'term' | 'fileKind' | 'separator'
> = {
  siteKind: {
    M: 'Nursery',
    E: 'Primary',
    'M/E': 'Nursery + primary',
    C: 'Secondary',
    L: 'Out-of-school club',
    A: 'Adults',
  },
  site: {
    places: '{{kind}}, {{n}} seats',
    all: 'All sites',
    count_one: '{{n}} site',
    count_other: '{{n}} sites',
    find: 'Find a site',
  },
  flag: domainWords.en.flags,
  flagHelp: {
    strike: 'Strike announced: the range is wider.',
    outing: 'Outing: some children are away.',
    'last-day': 'Last day before the holidays.',
    'first-day-back': 'First day after the holidays.',
    'beside-public-holiday': 'Next to a public holiday: some families take a long weekend.',
    'no-menu': 'No menu for this day.',
    'no-history': 'Too few records: the forecast starts from enrolment, your estimate or a simple rule.',
    'over-capacity': 'The order is above the number of seats.',
    'over-enrolment': 'The order is above the number of children enrolled.',
    'level-changed': 'The number of meals has changed for good: the forecast starts from the new level.',
    'unknown-holidays':
      'School holidays are unknown for this date. Confirm that meals are served, or enter the holidays.',
  },
  closed: {
    weekend: 'Weekend',
    'school-holiday': 'School holidays',
    'public-holiday': 'Public holiday',
    closure: 'Closed',
    'no-service': 'No service',
    'out-of-use': 'No longer used',
    'not-open': 'Not in service',
  },
  model: {
    regression: 'Model learned from your records',
    'recent-level': 'Level of recent days, by weekday',
    'mean-of-4': '4-week average',
    'last-week': 'Same day last week',
    'usual-day': 'Your estimate of an ordinary day',
    enrolment: 'Usual share of the children enrolled',
  },
  term: {
    usual: 'Usual {{weekday}}',
    usualAny: 'Usual at this site',
    usualEstimated: 'Your estimate',
    weekday: '{{weekday}} effect',
    trend: 'Level of recent weeks',
    season: 'Time of year',
    holidays: 'Holidays nearby',
    'public-holiday': 'Public holiday nearby',
    menu: 'Menu of the day',
    enrolment: 'Children enrolled',
    'last-year': 'Same time last year',
    strike: 'Strike',
    outing: 'Outing',
    other: 'Other effects',
  },
  fileKind: fileKindNames.en,
  separator: { ';': 'semicolon', ',': 'comma', tab: 'tab', '|': 'vertical bar' },
};
