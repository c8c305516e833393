export const help = {
  help: {
    title: 'Help',
    glossary: 'Glossary',
    find: 'Find a word',
    none: 'No word of the glossary matches.',
    shortcuts: 'Keyboard shortcuts',
    shortcutsBrowser: 'In a browser some keys stay the browser’s own; search leads everywhere.',
    tour: 'Guided tour',
    key: {
      palette: 'Search and ask',
      pages: 'Go to a page',
      import: 'Import files',
      print: 'Print the page’s sheet',
      undo: 'Undo the last change',
      redo: 'Redo',
      help: 'Help and glossary',
      shortcuts: 'These shortcuts',
      walk: 'In the grid, go from cell to cell',
      open: 'Open the cell: why this number',
      close: 'Close the panel or the dialog',
      firstLast: 'First and last cell',
      zoom: 'Larger, smaller, actual size',
    },
    keyName: {
      ctrl: 'Ctrl',
      alt: 'Alt',
      shift: 'Shift',
      enter: 'Enter',
      escape: 'Esc',
      arrows: 'Arrows',
      home: 'Home',
      end: 'End',
    },
    terms: {
      order: {
        name: 'Order',
        text: 'The number of meals to order: the forecast, plus the margin that the service level asks for, rounded to a meal.',
      },
      forecast: {
        name: 'Forecast',
        text: 'The number of meals expected, learned from your records: habits of the site and the weekday, season, holidays near, strikes. It uses nothing more recent than what was known when the order left.',
      },
      range: {
        name: 'Likely range',
        text: '8 days out of 10, the number of meals served falls in this range. A wide range says that little is known, not that more should be ordered.',
      },
      level: {
        name: 'Service level',
        text: 'The share of days on which nobody misses a meal. Higher: fewer shortages, more leftovers. At 80%, one day in five may be a few meals short.',
      },
      gauge: {
        name: 'Gauge',
        text: 'The graduated line under each number: the band is the range, the blue tick the order, the right-hand mark the number of places.',
      },
      places: { name: 'Places', text: 'How many guests a site can seat. An order above it is marked.' },
      deadline: {
        name: 'Deadline',
        text: 'The moment by which the order must have left. Each site has its own: a fixed lead, or fixed days and times.',
      },
      lead: {
        name: 'Lead time',
        text: 'The days between the order and the service. The longer it is, the less is known and the wider the range.',
      },
      surplus: {
        name: 'Surplus',
        text: 'Meals ordered or prepared too many, in percent of the meals served.',
      },
      shortage: {
        name: 'Shortage',
        text: 'Meals that were missing, in percent of the meals served. Always to be read with the surplus: one falls when the other rises.',
      },
      shortDays: { name: 'Short day', text: 'A day on which a site was at least one meal short.' },
      wape: {
        name: 'WAPE (total error)',
        text: 'Surplus and shortage added up, in percent of the meals served. Good for comparing two forecasts, not two orders: a cautious order has a larger error.',
      },
      chance: {
        name: 'Share of chance',
        text: 'The error that even perfect knowledge of the habits would leave: some children are ill, others stay. It is larger, in proportion, at a small site.',
      },
      backtest: {
        name: 'Trial on the past',
        text: 'Each past day is forecast again with what was known then, and compared with what was served.',
      },
      staff: {
        name: 'Planned by the staff',
        text: 'The number that the kitchen planned itself for that day. The model is always compared with it.',
      },
      mean4: {
        name: 'Mean of 4 weeks',
        text: 'The mean of the last four same weekdays: the simple rule that the model has to beat.',
      },
      takeUp: {
        name: 'Take-up',
        text: 'The share of guests who take a dish when they have the choice. On a single menu it is 100%.',
      },
      portion: {
        name: 'Portion',
        text: 'What one guest gets of a dish, in grams, pieces or millilitres; it depends on the age.',
      },
      loss: {
        name: 'Loss',
        text: 'What a food loses of its weight in cooking. The order allows for it: with a loss of 20%, 100 g are needed to serve 80.',
      },
      ageClass: {
        name: 'Age class',
        text: 'Nursery, elementary, secondary, adults: each has its portions. Unless you say otherwise, the kind of the site tells the share of each.',
      },
      pack: {
        name: 'Pack',
        text: 'What a product is ordered or served in: box, tray, gastronorm pan. Whole packs are ordered; rounding leaves a surplus.',
      },
      covers: {
        name: 'Covers',
        text: 'Meals served, to children and adults. Waste is told in grams per cover.',
      },
      witness: {
        name: 'Retained sample',
        text: 'The sample of each dish that is kept cold for at least five days for a health inspection. It comes on top of the order.',
      },
      pai: {
        name: 'PAI',
        text: 'French individual care plan: a child with an allergy or illness eats differently. Only a number is recorded, never a name.',
      },
      satellite: {
        name: 'Kitchen and satellites',
        text: 'A central kitchen cooks, satellite sites receive. Their errors partly cancel out: the kitchen can order less than their sum.',
      },
      override: {
        name: 'Decided by hand',
        text: 'A number that somebody decided in place of the recommended one, with the reason. It stays when the forecast changes; Accuracy then tells what these decisions were worth.',
      },
      frozen: {
        name: 'Confirmed order',
        text: 'Confirming freezes an order: it no longer changes. It keeps what was recommended, what was decided and by whom; what comes later is noted as a correction.',
      },
      rollCall: {
        name: 'Roll-call',
        text: 'The count of those present, taken in class. It corrects the order of the day before, without wiping what had been ordered.',
      },
      vegetarian: {
        name: 'Vegetarian menu',
        text: 'Without meat or fish. French law asks for at least one a week in schools.',
      },
      frequencies: {
        name: 'Frequencies',
        text: 'How often each family of dishes is served in 20 meals in a row, beside the least and the most that the French recommendation (GEM-RCN) gives and that you can correct.',
      },
      zone: {
        name: 'School zone',
        text: 'A, B or C: it sets the school holidays in France. The education authority of a site decides.',
      },
    },
  },
};
