import { formatNumber, plural } from './format.ts';
import type { questions as french } from './questions-fr.ts';

const number = (value: number) => formatNumber(value, 'en');
const rows = (count: number) => `${number(count)} ${plural(count, 'en', 'row', 'rows')}`;

/** Names that no site answers to, on the command line, English. */
export const questions: typeof french = {
  columns: {
    number: 'No.',
    kind: 'Question',
    name: 'Name',
    siteKind: 'Type',
    rows: 'Rows',
    firstDay: 'From',
    lastDay: 'To',
    proposal: 'Proposal',
  },
  kinds: { site: 'site', school: 'school' },
  proposal: (siteId, site, likeness) => `${siteId} ${site} (${number(Math.round(100 * likeness))}%)`,
  none: 'No name waits for an answer.',
  howToAnswer:
    'To answer: bonne-mesure answer NUMBER with --site SITE, --followers SITES (they follow these menus), --new (it is a new site) or --open (later).',
  waiting: (count) =>
    `${rows(count)} ${plural(count, 'en', 'waits', 'wait')} to know which site is meant. See the names and answer: bonne-mesure questions`,
  wouldWait: (count) => `${rows(count)} would wait to know which site is meant.`,
  notANumber: (word) => `“${word}” is not the number of a question. Nothing was done.`,
  oneAnswer: 'Give one answer only: --site SITE, --followers, --new or --open. Nothing was done.',
  unknownKind: (kind) => `--kind: “${kind}” does not exist. Choose site or school. Nothing was done.`,
  twoKinds: (id) =>
    `A site and a school wait under number ${id}. Add --kind site or --kind school. Nothing was done.`,
  notWaiting: (id) =>
    `No name waits under number ${id}. To change an answer given before, add --kind site or --kind school. Nothing was done.`,
  isSite: (name, site) => `${name}: it is ${site}.`,
  isNew: (name) => `${name}: it is a new site.`,
  isFollowed: (name, sites) =>
    `${name}: ${number(sites)} ${plural(sites, 'en', 'site follows', 'sites follow')} these menus.`,
  isOpen: (name) => `${name}: no answer, its rows are still waiting.`,
  numbered: (id) => `No. ${id}`,
  counted: (count) => `${rows(count)} more ${plural(count, 'en', 'counts', 'count')} now.`,
  left: (names, count) =>
    names === 0
      ? 'No name waits for an answer any more.'
      : `${number(names)} ${plural(names, 'en', 'name still waits', 'names still wait')} (${rows(count)}).`,
  counts: {
    columns: { site: 'Site', date: 'Day', served: 'Meals', usual: 'Usual' },
    none: 'No number of meals is waiting for an answer.',
    howToAnswer:
      'To answer: bonne-mesure counts --site SITE --date YYYY-MM-DD with --take (accept) or --aside (leave out).',
    waiting: (count: number) =>
      `Unlikely numbers of meals waiting: ${number(count)}. See and answer them: bonne-mesure counts`,
    oneAnswer: 'Give one answer: --take or --aside. Nothing was changed.',
    notWaiting: 'No number of meals is waiting for this site and day. Nothing was changed.',
    done: (count: number, left: number) =>
      `${plural(count, 'en', 'Answer saved', 'Answers saved')}: ${number(count)}. Waiting: ${number(left)}.`,
  },
  backAgain: (id, kind) => `To take this answer back: bonne-mesure answer ${id} --kind ${kind} --open`,
};
