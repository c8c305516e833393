import type { Catalogue } from '../fr.ts';

/** The morning's roll-call, and what people's own figures were worth. */
export const rollCall: Pick<Catalogue, 'rollCall' | 'guests' | 'own'> = {
  rollCall: {
    title: 'Morning roll-call',
    hint: 'Type the roll-call: the sheet follows it, and the order stays as it was confirmed.',
    early: 'The roll-call is typed on the morning itself. Until then the order is changed in the week.',
    ordered: 'Ordered',
    counted: 'Roll-call',
    covers: 'Meals',
    same: 'Nothing changes.',
    more_one: '{{n}} meal more.',
    more_other: '{{n}} meals more.',
    fewer_one: '{{n}} meal fewer.',
    fewer_other: '{{n}} meals fewer.',
    remake: 'Make the sheet again, version {{n}}',
    forget: 'Forget the roll-call',
    saved: '{{site}}, {{day}}: roll-call taken into account.',
    forgotten: '{{site}}, {{day}}: roll-call forgotten.',
    column: 'Roll-call',
  },
  guests: {
    all: 'Children',
    M: 'Nursery',
    E: 'Elementary',
    C: 'Lower secondary',
    A: 'Adults',
  },
  own: {
    title: 'Your corrections',
    none: 'No order of this period was changed by hand and has its served meals on record.',
    waiting_one: '{{n}} correction still waits for its record.',
    waiting_other: '{{n}} corrections still wait for their records.',
    finding_one:
      '{{n}} order changed by hand: {{over}} meals too many ({{overThen}} as recommended), {{under}} missing ({{underThen}} as recommended).',
    finding_other:
      '{{n}} orders changed by hand: {{over}} meals too many ({{overThen}} as recommended), {{under}} missing ({{underThen}} as recommended).',
    few: 'That is too few to conclude anything.',
    even: 'The outcome is the same as without them.',
    better: 'Your corrections helped.',
    worse: 'The recommendation would have done better.',
    mixed: 'They traded waste for shortage, or the other way round.',
    byReason: 'By reason given',
    reason: 'Reason',
    noReason: 'no reason given',
    columns: {
      orders: 'orders',
      over: 'too many',
      overThen: 'too many, recommended',
      under: 'missing',
      underThen: 'missing, recommended',
    },
  },
};
