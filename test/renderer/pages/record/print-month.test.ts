import { type MonthSheet, monthSheetHtml } from '../../../../renderer/pages/record/print-month.ts';

const day = (name: string, more: Partial<MonthSheet['days'][number]> = {}) => ({
  name,
  figures: ['18', '34', '5', '52', '3', '55', '48–57', '−3'],
  remark: '',
  first: false,
  closed: false,
  ...more,
});
const sheet: MonthSheet = {
  language: 'fr',
  font: '',
  title: 'Les <Tilleuls>',
  dates: 'Servi en décembre 2026',
  level: 'Mat. + élém.',
  made: 'Faite le lundi 14 décembre 2026',
  titles: ['Jour', 'Mat.', 'Élém.', 'Adultes', 'Enfants', 'Restes', 'Commandé', 'Fourchette', 'Différence'],
  remarks: 'Remarques',
  days: [day('lun. 7', { first: true }), day('mar. 8', { remark: 'Grève · « fuite »' })],
  sums: ['2 jours', '36', '68', '10', '104', '6', '110', '', '−6'],
};

test('each day of the month has its figures and what is to be said of it, and names are no markup', () => {
  const html = monthSheetHtml(sheet);
  expect(html).toContain('Les &lt;Tilleuls&gt;');
  expect(html).toContain('<th scope="row">lun. 7</th><td>18</td><td>34</td>');
  expect(html).toContain('<td class="remark">Grève · « fuite »</td>');
  expect(html).toContain('<th scope="row">2 jours</th><td>36</td>');
  expect(html).toContain('size: A4 landscape');
});

test('a month with weekends has lower lines: it stays one page', () => {
  expect(monthSheetHtml(sheet)).toContain('<table class="">');
  const days = Array.from({ length: 31 }, (_, at) => day(`${at + 1}`));
  expect(monthSheetHtml({ ...sheet, days })).toContain('<table class="many">');
  const noted = days.map((one, at) => ({
    ...one,
    remark: at < 3 ? 'Sortie · retard de livraison · '.repeat(3) : '',
  }));
  expect(monthSheetHtml({ ...sheet, days: noted })).toContain('<table class="most">');
});
