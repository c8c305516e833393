import { readHistory } from '../../db/history.ts';
import { undoImport } from '../../db/import/imports.ts';
import { likeness } from '../../db/likeness.ts';
import { answerQuestion, countQuestions, listQuestions, UnknownQuestionError } from '../../db/questions.ts';
import { addSite, listSites, SiteExistsError, summariseSites } from '../../db/sites.ts';
import { Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

/** One known canteen, and rows of a name that nobody knows. */
function withQuestion(name = 'EC. ELEM. J. JAURES') {
  const db = bench.database();
  addSite(db, { name: 'Jean Jaurès', kind: 'E', capacity: 200, enrolled: null });
  bench.importOne(db, `site,type,date,reel\n${name},E,2024-09-02,90\n${name},E,2024-09-03,92\n`);
  return db;
}

describe('questions', () => {
  test('a name is asked with its rows, its days and the site most like it', () => {
    const [question, ...others] = listQuestions(withQuestion());
    expect(others).toEqual([]);
    expect(question).toMatchObject({
      kind: 'site',
      name: 'EC. ELEM. J. JAURES',
      siteKind: 'E',
      rows: 2,
      firstDay: '2024-09-02',
      lastDay: '2024-09-03',
      proposal: { site: 'Jean Jaurès', likeness: 1 },
    });
  });

  test('an answer gives the rows to the site; it can be taken back', () => {
    const db = withQuestion();
    const id = listQuestions(db)[0]?.id ?? 0;
    const siteId = listSites(db)[0]?.id ?? 0;
    expect(answerQuestion(db, 'site', id, { type: 'site', siteId })).toEqual([]);
    expect([...readHistory(db).attendance.served]).toEqual([90, 92]);
    answerQuestion(db, 'site', id, { type: 'unanswered' });
    expect(countQuestions(db)).toBe(1);
    expect(readHistory(db).attendance.served).toHaveLength(0);
  });

  test('an answer lasts: the same name is not asked again', () => {
    const db = withQuestion();
    const id = listQuestions(db)[0]?.id ?? 0;
    answerQuestion(db, 'site', id, { type: 'new-site' });
    const file = bench.importOne(db, 'site,type,date,reel\nec. elem. J. Jaurès,E,2024-09-05,93\n');
    expect(file).toMatchObject({ imported: 1, asked: 0 });
    expect(listSites(db).map(({ name }) => name)).toEqual(['Jean Jaurès', 'EC. ELEM. J. JAURES']);
  });

  test('an answer outlives the import that asked', () => {
    const db = withQuestion();
    const id = listQuestions(db)[0]?.id ?? 0;
    answerQuestion(db, 'site', id, { type: 'site', siteId: 1 });
    undoImport(db, 1);
    expect(readHistory(db).attendance.served).toHaveLength(0);
    const file = bench.importOne(db, 'site,type,date,reel\nEC. ELEM. J. JAURES,E,2024-09-05,93\n');
    expect(file).toMatchObject({ imported: 1, asked: 0 });
  });

  test('a list that knows no canteen does not take an answer away', () => {
    const db = withQuestion();
    const id = listQuestions(db)[0]?.id ?? 0;
    answerQuestion(db, 'site', id, { type: 'site', siteId: 1 });
    const list = 'site_nom,site_type,cantine_nom,cantine_type\nEC. ELEM. J. JAURES,E,,\n';
    expect(bench.importOne(db, list)).toMatchObject({ unchanged: 1, asked: 0 });
    expect(countQuestions(db)).toBe(0);
  });

  test('a school is asked like a site', () => {
    const db = withQuestion();
    bench.importOne(db, 'Ecole,Année scolaire,Effectif\nJAURES ELEMENTAIRE,2024-2025,210\n');
    const school = listQuestions(db).find(({ kind }) => kind === 'school');
    expect(school).toMatchObject({ name: 'JAURES ELEMENTAIRE', rows: 1, firstDay: null, siteKind: null });
    answerQuestion(db, 'school', school?.id ?? 0, { type: 'site', siteId: 1 });
    expect(readHistory(db).enrolment).toEqual([
      { siteId: 1, schoolYear: 2024, children: 210, entered: '2026-11-23' },
    ]);
  });

  test('an unknown question or site is refused', () => {
    const db = withQuestion();
    expect(() => answerQuestion(db, 'site', 99, { type: 'new-site' })).toThrow(UnknownQuestionError);
    const id = listQuestions(db)[0]?.id ?? 0;
    expect(() => answerQuestion(db, 'site', id, { type: 'site', siteId: 99 })).toThrow(UnknownQuestionError);
  });
});

test('a question compares the meals served under the name with those of the sites most like it', () => {
  const db = bench.database();
  const rows = (name: string, usual: number) =>
    Array.from({ length: 9 }, (_, i) => `${name},E,2024-09-${10 + i},${usual + i}\n`).join('');
  bench.importOne(db, `site,type,date,reel\n${rows('Jean Jaurès', 116)}${rows('Joliot-Curie', 206)}`);
  bench.importOne(db, `site,type,date,reel\n${rows('EC. J. JAURES', 117)}${rows('Ailleurs', 50)}`);
  const asked = listQuestions(db);
  expect(asked.find(({ name }) => name === 'EC. J. JAURES')?.ranges).toEqual([
    { site: null, low: 118, median: 121, high: 124 },
    { site: 'Jean Jaurès', low: 117, median: 120, high: 123 },
    { site: 'Joliot-Curie', low: 207, median: 210, high: 213 },
  ]);
  // Without a proposal there is nothing to compare with.
  expect(asked.find(({ name }) => name === 'Ailleurs')?.ranges).toEqual([]);
});

describe('likeness', () => {
  test.each([
    ['EC. ELEM. J. JAURES', 'Jean Jaurès', 1],
    ['ECOLE J. JAURES', 'Jaurès Jean', 1],
    ['ECOLE STE ANNE', 'Sainte-Anne', 1],
    ['ST-JOSEPH MAT', 'Saint Joseph', 1],
    ['JB CLEMENT', 'Jean-Baptiste Clément', 1],
    ['GAL LECLERC', 'Général Leclerc', 1],
    ['ECOLE MATERNELLE DU PORT BOYER', 'PORT BOYER', 1],
    ['GEORGE SAND', 'GEORGES SAND', 0.85],
    ['CHENE DARON', "CHENE D'ARON", 0.7],
  ])('%s and %s', (a, b, atLeast) => {
    expect(likeness(a, b)).toBeGreaterThanOrEqual(atLeast);
    expect(likeness(b, a)).toBeCloseTo(likeness(a, b));
  });

  test.each(['Joliot-Curie', 'Jacques Prévert', 'Jules Ferry'])(
    'an initial alone does not make ECOLE J. JAURES %s',
    (other) => expect(likeness('ECOLE J. JAURES', other)).toBeLessThan(0.5),
  );

  test('different places are not alike', () => {
    expect(likeness('GEORGES SAND', 'JEAN MOULIN')).toBeLessThan(0.3);
    expect(likeness('', 'JEAN MOULIN')).toBe(0);
  });
});

describe('sites', () => {
  test('typed in by hand, with its children', () => {
    const db = bench.database();
    const site = addSite(db, {
      name: '  Les   Tilleuls ',
      kind: 'M/E',
      capacity: 120,
      enrolled: { schoolYear: 2026, children: 131, enteredOn: '2026-11-23' },
    });
    expect(site).toEqual({ id: 1, name: 'Les Tilleuls', kind: 'M/E', sector: null, capacity: 120 });
    expect(readHistory(db).enrolment).toEqual([
      { siteId: 1, schoolYear: 2026, children: 131, entered: '2026-11-23' },
    ]);
    const again = () => addSite(db, { name: 'LES TILLEULS', kind: 'M/E', capacity: null, enrolled: null });
    expect(again).toThrow(SiteExistsError);
  });

  test('are summed up with the extent of their served days', () => {
    const db = bench.database();
    bench.importOne(
      db,
      'site,type,date,reel\nLe Port,E,2024-09-02,90\nLe Port,E,2024-09-03,\nAubrac,E,2024-09-05,50\n',
    );
    const summary = summariseSites(db).map(({ name, siteDays, firstDay, lastDay }) => [
      name,
      siteDays,
      firstDay,
      lastDay,
    ]);
    expect(summary).toEqual([
      ['Aubrac', 1, '2024-09-05', '2024-09-05'],
      ['Le Port', 1, '2024-09-02', '2024-09-02'],
    ]);
  });
});
