/** A way in over HTTP, as a browser has it: the headers that go with every call. */
export interface HttpDoor {
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Comes in by an address of a host. */
export async function enterOverHttp(address: string): Promise<HttpDoor> {
  const { origin } = new URL(address);
  const admitted = await fetch(address);
  const own = {
    cookie: admitted.headers.get('set-cookie')?.split(';')[0] ?? '',
    origin,
    'content-type': 'application/json',
  };
  const [, pass] = /url=\/#pass=([\w-]{43})"/.exec(await admitted.text()) ?? [];
  const body = JSON.stringify({ pass });
  const traded = await fetch(`${origin}/enter`, { method: 'POST', headers: own, body });
  return {
    origin,
    headers: { ...own, 'x-bonne-mesure-key': ((await traded.json()) as { key: string }).key },
  };
}

/** Sends a body, and answers what comes back. */
export async function post<T>(
  { origin, headers }: HttpDoor,
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
): Promise<T> {
  const response = await fetch(`${origin}${path}`, { method: 'POST', headers, body });
  return (await response.json()) as T;
}
