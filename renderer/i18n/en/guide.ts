export const guide = {
  guide: {
    title: 'Guide',
    print: 'Print the chapter',
    missing: 'This chapter could not be read',
    missingRemedy:
      'Nothing has changed in your data. Install Bonne Mesure again if the chapter is still missing.',
    chapters: {
      install: { name: 'Install', about: 'Without administrator rights, on one computer.' },
      'first-import': {
        name: 'The first import',
        about: 'Your Excel files as they are, or the workbook to fill in.',
      },
      routine: { name: 'The usual week', about: 'What is done every day and every week.' },
      forecast: { name: 'Read a forecast', about: 'The order, the range, and why this number.' },
      deadlines: {
        name: 'Deadlines and packs',
        about: 'Order in time, in whole packs, from each supplier.',
      },
      record: { name: 'Record and weigh', about: 'Head count, meals served, leftovers, a week of weighing.' },
      doubt: { name: 'When not to trust it', about: 'Cases where your judgement is better.' },
      council: { name: 'For the council', about: 'What the figures show, and what they leave out.' },
      'it-service': {
        name: 'For the IT service',
        about: 'Data, network, rights, backup, silent install.',
      },
      'course-cook': { name: 'Two hours for a cook', about: 'To print, on the sample.' },
      'course-secretary': { name: 'Two hours for a secretary', about: 'To print, on the sample.' },
    },
  },
  about: {
    title: 'About',
    open: 'Version, cost of a forecast, licences',
    version: 'Version',
    versionOf: 'Bonne Mesure {{version}}',
    licence: 'Licence',
    licenceText: 'MIT: anyone may use it, change it and pass it on.',
    network: 'Network',
    networkText: 'None. The program does not look for a newer version of itself.',
    cost: 'What a week’s forecast costs',
    noOrders: 'Nothing to measure: no site has an order this week.',
    costText:
      '{{orders}}, {{sites}}: {{seconds}} s of processor time, measured just now by working everything out from nothing. About {{energy}} Wh, estimated at {{watts}} W for one busy processor core and its share of the computer; the screen and standby are not counted.',
    orders_one: '{{n}} order',
    orders_other: '{{n}} orders',
    sites_one: '{{n}} site',
    sites_other: '{{n}} sites',
    others: 'Licences of the software inside',
    othersText: 'Electron and Chromium bring their own texts, beside the program.',
  },
};
