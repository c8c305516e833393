import { existsSync, linkSync, mkdirSync, utimesSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { answerSecondStarts, askRunningHost } from '../../../../electron/cli/terminal/running-host.ts';
import { describeWhere } from '../../../support/describe-where.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const folder = temporaryFolder();

const listening = (place: string) =>
  new Promise<Server>((resolve) => {
    const server = createServer();
    server.listen(place, () => resolve(server));
  });

/** A place where a host was killed: its file is there, and nobody listens. */
async function deadPlace(cache: string, letter: string): Promise<string> {
  const place = join(cache, `host-${letter.repeat(24)}`);
  const server = await listening(join(cache, 'living'));
  linkSync(join(cache, 'living'), place);
  await new Promise((resolve) => server.close(resolve));
  return place;
}

const long = new Date('2020-01-01T00:00:00Z');

describeWhere(process.platform === 'linux', 'a host', 'its folder is chosen by the system', () => {
  const before = process.env.XDG_CACHE_HOME;
  const cache = join(folder, 'bonne-mesure');
  beforeAll(() => {
    process.env.XDG_CACHE_HOME = folder;
    mkdirSync(cache, { mode: 0o700 });
  });
  afterAll(() => {
    if (before === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = before;
  });

  test('removes at its start the places of hosts that were killed, and no other', async () => {
    const [killed, starting] = [await deadPlace(cache, 'a'), await deadPlace(cache, 'b')];
    const living = join(cache, `host-${'c'.repeat(24)}`);
    const other = await listening(living);
    utimesSync(killed, long, long);
    utimesSync(living, long, long);

    const host = await answerSecondStarts(join(folder, 'data'), () => 'way in');
    while (existsSync(killed)) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await askRunningHost(join(folder, 'data'), 'address')).toBe('way in');
    expect([starting, living].map((place) => existsSync(place))).toEqual([true, true]);
    for (const server of [host, other]) await new Promise((resolve) => server?.close(resolve));
  });
});
