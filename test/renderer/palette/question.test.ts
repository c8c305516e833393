import { parseQuery } from '../../../renderer/palette/question.ts';

const now = { today: '2026-12-14', shown: '2026-12-14' };

const read = (text: string) => {
  const { intent, when, number, names } = parseQuery(text, now);
  return [intent ?? '-', when.days[0] ?? when.week ?? '-', number ?? '-', names.join(' ') || '-'].join(' | ');
};

test.each([
  ['combien jeudi Jaurès', 'how-many | 2026-12-17 | - | jaures'],
  ['combien de repas demain', 'how-many | 2026-12-15 | - | -'],
  ['Combien de repas à Jean Jaurès jeudi ?', 'how-many | 2026-12-17 | - | jean jaures'],
  ['combien faut-il commander vendredi pour les Saules', 'how-many | 2026-12-18 | - | saules'],
  ['combein jeudi', 'how-many | 2026-12-17 | - | -'],
  ['cb jaures', 'how-many | - | - | jaures'],
  ['how many thursday Jaurès', 'how-many | 2026-12-17 | - | jaures'],
  ['How many meals at Les Saules on Friday?', 'how-many | 2026-12-18 | - | saules'],
  ['how many do we need tomorrow', 'how-many | 2026-12-15 | - | -'],
  ['number of meals 17/12', 'how-many | 2026-12-17 | - | -'],
  ['pourquoi 142', 'why | - | 142 | 142'],
  ['Pourquoi 142 ?', 'why | - | 142 | 142'],
  ['why 142', 'why | - | 142 | 142'],
  ['why 1,234', 'why | - | 1234 | 1234'],
  ['pourquoi 1 234', 'why | - | 1234 | 1234'],
  ['pourquoi 1\u202f234', 'why | - | 1234 | 1234'],
  ['pourquoi Jaurès vendredi', 'why | 2026-12-18 | - | jaures'],
  ['pourqoi jaures vendredi', 'why | 2026-12-18 | - | jaures'],
  ['why is it 142 at Jaurès', 'why | - | 142 | 142 jaures'],
  ['142', '- | - | 142 | 142'],
  ['jaures jeudi', '- | 2026-12-17 | - | jaures'],
  ['semaine 50', '- | 2026-12-07 | - | -'],
  ['c’est quoi le taux de prise', 'what-is | - | - | taux prise'],
  ['qu’est-ce que la WAPE ?', 'what-is | - | - | wape'],
  ['what is the lead', 'what-is | - | - | lead'],
  ['', '- | - | - | -'],
  ['???', '- | - | - | -'],
])('%s', (text, expected) => {
  expect(read(text)).toBe(expected);
});
