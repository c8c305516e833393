import type { CountEntry, EntryClass } from '../../../../electron/api/records.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { importing, servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);

async function opened(name: string, kind = 'M/E', counts = 20) {
  const service = serviceOn(name);
  const rows = Array.from(
    { length: counts },
    (_, i) => `${kind},2025-09-${String(i + 8).padStart(2, '0')},48,Les Tilleuls`,
  );
  await importing(service, folder, `${name}.csv`, `site_type,date,reel,site_nom\n${rows.join('\n')}\n`);
  const siteId = (await value(service, 'sites.list', {}))[0]?.id ?? 0;
  const date = '2025-10-02';
  const enter = async (given: Partial<Record<'all' | EntryClass, string>>, sure = false) => {
    const entries = Object.entries(given).map(
      ([who, text]): CountEntry => ({
        siteId,
        date,
        text: text ?? '',
        ...(who === 'all' ? {} : { diners: who as EntryClass }),
      }),
    );
    return (await value(service, 'attendance.enter', { entries, sure })).map((one) =>
      one.state === 'refused' ? one.reason : one.state,
    );
  };
  const stands = async () => {
    const { sites } = await value(service, 'data.coverageMonth', { siteId, month: '2025-10' });
    const day = sites[0]?.days.find((one) => one.date === date);
    return { served: day?.served, ...day?.byClass, marks: day?.marks.length, apart: sites[0]?.countsByClass };
  };
  return { service, siteId, enter, stands };
}

test('children by class are attendance once each class has its count: a part is never taken for the whole', async () => {
  const { enter, stands } = await opened('parts');
  expect(await enter({ M: '19' })).toEqual(['kept']);
  expect(await stands()).toEqual({ served: null, M: 19, marks: 0, apart: true });
  expect(await enter({ E: '31', A: '3' })).toEqual(['kept', 'kept']);
  expect(await stands()).toEqual({ served: 50, M: 19, E: 31, A: 3, marks: 0, apart: true });
  await enter({ E: '28' });
  expect(await stands()).toMatchObject({ served: 47, M: 19, E: 28 });
  await enter({ E: '' });
  expect(await stands()).toMatchObject({ served: null, M: 19 });
});

test('a count of all children takes the place of classes that do not add up to it; adults are nobody’s part', async () => {
  const { enter, stands } = await opened('whole');
  await enter({ M: '19', E: '31', A: '3' });
  await enter({ all: '50' });
  expect(await stands()).toMatchObject({ served: 50, M: 19, E: 31, A: 3 });
  await enter({ all: '47' });
  expect(await stands()).toEqual({ served: 47, A: 3, marks: 0, apart: false });
  await enter({ A: '' });
  expect(await stands()).toEqual({ served: 47, marks: 0, apart: false });
});

test('a sum that can hardly be is asked about, and nothing of its day is kept until then', async () => {
  const { enter, stands } = await opened('slip');
  expect(await enter({ M: '190', E: '310', A: '3' })).toEqual(['asked', 'asked', 'kept']);
  expect(await stands()).toEqual({ served: null, A: 3, marks: 0, apart: false });
  await enter({ M: '190', E: '310' }, true);
  expect(await stands()).toMatchObject({ served: 500, M: 190, E: 310 });
});

test('a mark in several cells of a day is one; classes where there is one only are refused', async () => {
  const parts = await opened('marks');
  expect(await parts.enter({ M: 'grève', E: 'grève', A: 'grève' })).toEqual(['marked', 'marked', 'marked']);
  expect(await parts.stands()).toMatchObject({ served: null, marks: 1 });
  const one = await opened('one', 'E');
  expect(await one.enter({ M: '12', A: '2', all: '45' })).toEqual(['one-class', 'kept', 'kept']);
  expect(await one.stands()).toEqual({ served: 45, A: 2, marks: 0, apart: false });
});
