import { temporaryFolder, writeUnder } from '../../../support/temporary-folder.ts';
import { error, servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const open = servicesUnder(folder);

const first = 'Quand;Où;Midi\n05/01/2026;Le Port;90\n06/01/2026;Le Port;92\n';
const next = 'Quand;Où;Midi\n19/01/2026;Le Port;95\n';
const reading = { kind: 'attendance', columns: { date: 0, site: 1, served: 2 } } as const;

test('a file mapped by hand teaches the next one; the answer travels, and can be forgotten', async () => {
  const service = open('one');
  const ticketOf = async (name: string, text: string) =>
    (await service.registerFile(writeUnder(folder, name, text), name)).ticket;
  const tickets = [await ticketOf('janvier.csv', first)];
  const asked = await value(service, 'imports.run', { tickets, dryRun: true });
  // What its columns hold tells the kind, but not for sure: a person is shown each column.
  expect(asked.files[0]).toMatchObject({ kind: 'attendance', profile: null, reading: { sure: false } });
  expect(asked.files[0]?.columns.map(({ name, field }) => [name, field])).toEqual([
    ['Quand', 'date'],
    ['Où', 'site'],
    ['Midi', 'served'],
  ]);

  const mapped = await value(service, 'imports.run', {
    tickets,
    readings: { 'janvier.csv': reading },
    remember: true,
  });
  expect(mapped.files[0]).toMatchObject({ kind: 'attendance', imported: 2 });
  const later = await value(service, 'imports.run', { tickets: [await ticketOf('suite.csv', next)] });
  expect(later.files[0]).toMatchObject({
    imported: 1,
    profile: 1,
    problems: [{ level: 'warning', reason: expect.stringContaining('«\u00a0janvier.csv\u00a0»') }],
  });

  const travelling = await value(service, 'profiles.export', {});
  expect(travelling).toMatchObject({ version: 1, profiles: [{ shape: ['QUAND', 'OU', 'MIDI'], reading }] });
  const other = open('two');
  expect(await value(other, 'profiles.import', travelling)).toMatchObject([{ id: 1, file: 'janvier.csv' }]);
  expect(await value(other, 'profiles.remove', { id: 1 })).toEqual([]);
  expect(await error(other, 'profiles.remove', { id: 1 })).toMatchObject({ kind: 'not-found' });
});

test('a wrong mapping is told in words, and changes nothing', async () => {
  const service = open('wrong');
  const path = writeUnder(folder, 'wrong.csv', first);
  const { ticket } = await service.registerFile(path, 'wrong.csv');
  const twice = { ...reading, columns: { date: 0, site: 1, served: 2, staff: 2 } };
  const report = await value(service, 'imports.run', {
    tickets: [ticket],
    readings: { 'wrong.csv': twice },
    remember: true,
  });
  expect(report).toMatchObject({
    batch: null,
    files: [
      {
        problems: [
          { reason: expect.stringContaining('«\u00a0servi\u00a0», «\u00a0prévu par l’équipe\u00a0»') },
        ],
      },
    ],
  });
  expect(await value(service, 'profiles.list', {})).toEqual([]);
});

test.each([
  ['an unknown field', { ...reading, columns: { weather: 1 } }],
  ['a column before the first', { ...reading, columns: { date: -1 } }],
  ['an unknown kind', { ...reading, kind: 'invoices' }],
  ['an unknown encoding', { ...reading, encoding: 'EBCDIC' }],
])('a request with %s is not let in', async (_, wrong) => {
  const input = { tickets: ['x'], readings: { 'a.csv': wrong } };
  expect(await error(open('input'), 'imports.run', input)).toMatchObject({ kind: 'invalid-input' });
});
