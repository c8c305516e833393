/** The past of a cell, what if, and the same dish before. */
export const panel = {
  pastDays: {
    label:
      'Meals served on the last {{n}} {{weekday}}s, planned by staff, what the model would have forecast, and the range of {{day}}',
    pause: { holidays: 'holidays', 'public-holiday': 'day off', other: 'break' },
    keyModel: 'model and range',
    modelHead: 'model',
    rangeHead: 'range',
    honest_one: 'Model: what it would have forecast, from the records of the day before alone.',
    honest_other:
      'Model: what it would have forecast, from the records of the time alone ({{n}} days before).',
    working: 'Forecasts of the past days',
    stopped: 'Forecasts of the past days stopped.',
  },
  whatIf: {
    title: 'What if…',
    strike: 'A strike that day',
    calledOff: 'The strike is called off',
    away: 'A class away',
    guests: 'Guests added',
    awayCount: 'Children away',
    guestsCount: 'Guests',
    then_one: '{{n}} meal',
    then_other: '{{n}} meals',
    instead: 'instead of {{now}}, range {{low}} to {{high}}.',
    overPlaces: 'More than the {{n}} places',
    apply: 'Apply',
    applyHint: 'notes the strike or the outing',
    applyGuestsHint: 'overrides the order, with the reason',
    applied: '{{site}}, {{day}}: what was supposed is on record.',
    reason_one: '{{n}} guest added',
    reason_other: '{{n}} guests added',
    refused: {
      past: 'This day is no longer to be ordered: nothing to apply.',
      frozen: 'The order is validated: correct it or reopen it first.',
      'called-off': 'To call the strike off, remove it under Data, Calendars.',
    },
  },
  sameDish: {
    title: 'The same dish, other times',
    choose: 'Dish of the day',
    table: 'The other days of {{dish}}',
    planned: 'planned',
    left: 'left over',
    never: 'Never served here before.',
    more: 'The last {{n}} times of {{of}}.',
  },
} as const;
