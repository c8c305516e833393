export const help = {
  modelWorkbook: {
    save: 'Workbook to fill in',
    hint: 'An Excel table with the days and your sites: fill in the column of meals served, then import it as it is.',
    saved: '{{name}} is saved.',
  },
  help: {
    title: 'Help',
    glossary: 'Glossary',
    find: 'Find a word',
    none: 'No word of the glossary matches.',
    shortcuts: 'Keyboard shortcuts',
    shortcutsBrowser: 'In a browser, some keys belong to the browser; Search leads everywhere.',
    tour: 'Guided tour',
    privacy: {
      title: 'Your data',
      where: {
        name: 'Where',
        text: 'On this computer, in the folder shown in the settings, tab Backups. Nothing is sent over a network.',
      },
      what: {
        name: 'What',
        text: 'Sites, menus, meals served, orders, records, and your name if you give it. No child’s name: diets and medical diets are numbers.',
      },
      files: {
        name: 'Files',
        text: 'Only what is read from an imported file is kept. An export goes where you save it. Backups lie beside the data and are as readable.',
      },
      closed: {
        name: 'Access',
        text: 'The folder is closed to other accounts of the computer. It is not encrypted: use the system’s disk encryption.',
      },
      erase: {
        name: 'Erase',
        text: 'Undoing an import removes what it brought. To erase everything, close the app and delete the data folder, backups included, then Bonne Mesure’s folder in the cache of your account, which remembers where data lay.',
      },
    },
    key: {
      palette: 'Search and ask',
      pages: 'Go to a page',
      import: 'Import files',
      print: 'Print the page’s sheet',
      undo: 'Undo the last change',
      redo: 'Redo',
      look: 'To look at: next',
      approve: 'Approve, or complete the head count',
      exportOrders: 'Export the week’s orders',
      beside: 'Week or day before, after',
      notices: 'Go to the latest message',
      help: 'Help and glossary',
      shortcuts: 'These shortcuts',
      walk: 'In the grid, go from cell to cell',
      find: 'In the grid, find a site',
      type: 'In a cell, order this number; a letter gives the reason',
      whatIf: 'In a cell, try without a class, or with guests',
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
      pageUp: 'Page Up',
      pageDown: 'Page Down',
      letters: 'A–Z',
      digits: '0–9',
    },
    terms: {
      order: {
        name: 'Order',
        text: 'The number of meals to order: the forecast, plus the margin that the service level asks for, rounded to a meal.',
      },
      forecast: {
        name: 'Forecast',
        text: 'The number of meals expected, learned from your records: habits of the site and the weekday, season, nearby holidays, strikes. It uses nothing more recent than what was known at the time of the order.',
      },
      range: {
        name: 'Likely range',
        text: '8 days in 10, the number of meals served falls in this range. A wide range shows an uncertain forecast, not a need to order more.',
      },
      level: {
        name: 'Service level',
        text: 'The share of days on which nobody misses a meal. Higher: fewer shortages, more leftovers. At 80%, one day in five may be a few meals short.',
      },
      gauge: {
        name: 'Gauge',
        text: 'The graduated line under each number: the band is the range, the blue tick the order, the right-hand mark the number of seats.',
      },
      places: { name: 'Seats', text: 'How many diners a site can seat. An order above it is marked.' },
      deadline: {
        name: 'Order deadline',
        text: 'The last moment to order. Each site has its own: a fixed lead, or fixed days and times.',
      },
      lead: {
        name: 'Lead time',
        text: 'The days between the order and the service. The longer it is, the less is known and the wider the range.',
      },
      surplus: {
        name: 'Surplus',
        text: 'Meals ordered and not served, in % of the meals served.',
      },
      shortage: {
        name: 'Shortage',
        text: 'Meals that were missing, in % of the meals served. Always read it with the surplus: one falls when the other rises.',
      },
      shortDays: { name: 'Short day', text: 'A day on which a site was at least one meal short.' },
      wape: {
        name: 'WAPE (total error)',
        text: 'Surplus and shortage added up, in percent of the meals served. Good for comparing two forecasts, not two orders: a cautious order has a larger error.',
      },
      chance: {
        name: 'Part due to chance',
        text: 'The error that even perfect knowledge of the habits would leave: some children are ill, others stay. It is larger, in proportion, at a small site.',
      },
      backtest: {
        name: 'Test on past days',
        text: 'Each past day is forecast again with what was known then, and compared with what was served.',
      },
      staff: {
        name: 'Staff’s figure',
        text: 'The number that the kitchen planned itself for that day. The model is always compared with it.',
      },
      mean4: {
        name: '4-week average',
        text: 'The average of the last four same weekdays: the simple rule that the model has to beat.',
      },
      takeUp: {
        name: 'Take-up',
        text: 'The share of diners who take a dish when they have the choice. On a single menu it is 100%.',
      },
      portion: {
        name: 'Portion',
        text: 'What one diner gets of a dish, in grams, pieces or millilitres; it depends on age.',
      },
      purchaseFactor: {
        name: 'Purchase factor',
        text: 'The raw weight to buy for 1 served. Rice swells: 0.35; a roast shrinks: 1.35. Only purchase orders use it; the kitchen reads the weight served.',
      },
      ageClass: {
        name: 'Age group',
        text: 'Nursery, primary, secondary, adults: each has its portions. Unless you enter others, the type of site gives the share of each.',
      },
      pack: {
        name: 'Pack',
        text: 'What a product is ordered or served in: box, punnet, tray. Whole packs are ordered; the difference is the rounding.',
      },
      covers: {
        name: 'Covers',
        text: 'Meals served to children and adults. Waste is given in grams per cover.',
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
        name: 'Changed by hand',
        text: 'A person’s number in place of the recommendation, with the reason. It stays when the forecast changes; Accuracy then shows what these changes were worth.',
      },
      frozen: {
        name: 'Approved order',
        text: 'An approved order no longer changes. It records the recommendation, the number ordered and by whom; later changes are corrections.',
      },
      rollCall: {
        name: 'Morning head count',
        text: 'Children present, counted in class. The sheet follows, the order does not change.',
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
        text: 'A, B or C: it sets the school holidays in France. It follows from the site’s education authority.',
      },
    },
  },
};
