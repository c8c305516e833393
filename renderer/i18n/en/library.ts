import type { library as french } from '../fr/library.ts';

/** What other towns know: the model library. */
export const library: typeof french = {
  library: {
    title: 'Model library',
    lead: 'What other towns have learned helps your forecasts while your records are short: effects of holidays, seasons, weekdays and words on the menu. It contains no site’s name and no count.',
    installed: 'Installed',
    none: 'None. Ask a larger town, or your association of towns, for its file.',
    unnamed: 'Without a name',
    source: '{{sites}}, {{days}} recorded days, {{from}} to {{to}}',
    boxed:
      'Comes with Bonne Mesure, for places in France: public data of Nantes Métropole, counts of all sites together.',
    file: '{{file}}, imported on {{at}}',
    use: 'Use',
    on: 'On',
    off: 'Off',
    roles: {
      off: 'Forecasts use your own records alone.',
      used: 'It helps the forecasts: {{days}} recorded days of the {{enough}} you need.',
      enough: 'It is no longer used: your {{days}} recorded days are enough.',
      future: 'It is not used yet: it was learned from days to come.',
    },
    import: 'Import a file…',
    remove: 'Remove',
    several: 'Several towns',
    merge: 'Merge files…',
    mergeHint:
      'Choose the files of at least two towns: you get a single one, to import. The more the towns are alike, the more it helps.',
    towns: 'Merged towns',
    town: '{{name}}: {{source}}',
    ours: 'Your library',
    oursHint: 'For other towns: what your records teach, from all your sites together.',
    name: 'Name of the library',
    namePlace: 'Name, for example your town',
    export: 'Export your library',
    tooLittle: 'It takes {{sites}} sites and {{days}} recorded days, so that no site can be recognised.',
    imported: 'Library imported: {{name}}.',
    switchedOff: 'Library switched off.',
    removed: 'Library removed: {{name}}.',
    why: 'From “{{name}}”, until your records suffice ({{n}} days).',
    misfit: 'This model comes from another kind of canteen: it counts for less, and the range is wider.',
    whyUnnamed: 'From the imported library, until your records suffice ({{n}} days).',
  },
};
