import BetterSqlite3 from 'better-sqlite3';
import { unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import Papa from 'papaparse';
import { z } from 'zod';
import type { Method } from '../../../../electron/api/contract.ts';
import { schemas } from '../../../../electron/api/schemas.ts';

/** What people write into names to be run, drawn or obeyed elsewhere. */
const beginnings = [
  '=1+1&',
  '+33 ',
  '-2+3 ',
  '@SUM(A1) ',
  '\t=1 ',
  '＝1+1 ',
  '=HYPERLINK("http://a";"b") ',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</style><svg onload=alert(1)>',
  '\u202e\u2066=1 ',
  '\u200f\u0007\u0001 ',
  ']]><!--',
  ';"\r\n=1+1;',
];

/** Text columns that hold what people and files call things; others hold dates, keys and choices of ours. */
const namings: Readonly<Record<string, readonly string[]>> = {
  site: ['name', 'sector'],
  site_name: ['name'],
  school: ['name'],
  menu_item: ['dish'],
  serving: ['dish'],
  school_holiday: ['name'],
  manual_holiday: ['name'],
  import_file: ['name'],
  order_site: ['name'],
  order_override: ['reason', 'person'],
  order_version: ['reason', 'person'],
  supplier: ['name'],
  portion_rule: ['name'],
  pack_rule: ['name'],
  pack_size: ['name'],
  kitchen: ['name'],
  site_guests: ['note'],
  supplier_order: ['supplier', 'person'],
  supplier_order_line: ['place', 'dish'],
  order_sending: ['recipient', 'person'],
  meal_value: ['dish', 'text', 'person'],
  weighing_tare: ['name'],
};

/** Puts something hostile before every name of a database, the same before the same name. Answers how many columns. */
export function makeHostile(file: string): number {
  const db = new BetterSqlite3(file);
  db.pragma('busy_timeout = 5000');
  const number = new Map<string, number>();
  db.function('hostile', { deterministic: true }, (name: unknown) => {
    if (typeof name !== 'string' || name === '') return name;
    const place = number.get(name) ?? number.size;
    number.set(name, place);
    return `${beginnings[place % beginnings.length]}${name}`;
  });
  let columns = 0;
  for (const [table, names] of Object.entries(namings)) {
    for (const name of names) {
      columns +=
        db.prepare(`UPDATE ${table} SET ${name} = hostile(${name}) WHERE ${name} IS NOT NULL`).run().changes >
        0
          ? 1
          : 0;
    }
  }
  db.close();
  return columns;
}

/** Every choice that an input may name: its format, its kind, its sheet. */
export function choicesOf(method: Method, input: object): readonly object[] {
  const shape = z.toJSONSchema(schemas[method], { io: 'input', unrepresentable: 'any' }) as {
    readonly properties?: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
  };
  return Object.entries(shape.properties ?? {}).reduce<readonly object[]>(
    (made, [name, { enum: values }]) =>
      values && /^(format|kind|sheet)$/.test(name)
        ? values
            .filter((value) => value !== 'pdf')
            .flatMap((value) => made.map((one) => ({ ...one, [name]: value })))
        : made,
    [input],
  );
}

const hidden = /(?![\t\n\r])\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2060-\u2069]/u;
const isRun = (cell: string) =>
  /^\s*[=+\-@＝＋－＠\t\r]/.test(cell) && Number.isNaN(Number(cell.replace(',', '.')));

const wrongInCsv = (text: string): readonly string[] =>
  Papa.parse<string[]>(text.replace('\ufeff', ''))
    .data.flat()
    .flatMap((cell) => (isRun(cell) || hidden.test(cell) ? [JSON.stringify(cell)] : []));

function wrongInHtml(text: string): readonly string[] {
  const wrong: string[] = hidden.test(text) ? ['a hidden character'] : [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const runs = Object.keys(attributes).some((attribute) => attribute.startsWith('on'));
      const drawn = name === 'img' || (name === 'svg' && 'onload' in attributes);
      if (name === 'script' || runs || drawn) wrong.push(`<${name}>`);
    },
    oncomment: () => wrong.push('<!--'),
  });
  parser.end(text);
  return wrong;
}

function wrongInArchive(bytes: Uint8Array): readonly string[] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, content]) => {
    if (name.endsWith('.xlsx')) return wrongInArchive(content);
    const text = Buffer.from(content).toString('utf8');
    const named = hidden.test(name) ? [`${JSON.stringify(name)} as a name`] : [];
    const formulas =
      /<f[ />]/.test(text) || name.includes('vba') || name.includes('externalLink') ? ['<f>'] : [];
    return [...named, ...formulas, ...(hidden.test(text) ? [`a hidden character in ${name}`] : [])];
  });
}

interface Exported {
  readonly fileName?: string;
  readonly mime: string;
  readonly body: string;
}

/** The file that an answer is, or carries; `null` where it is none. */
export function exportedOf(answer: unknown): Exported | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const { body, mime, csv } = answer as { body?: unknown; mime?: unknown; csv?: unknown };
  if (typeof csv === 'string') return { mime: 'text/csv', body: csv };
  return typeof body === 'string'
    ? {
        mime: 'application/json',
        ...(answer as { body: string; mime?: string }),
        ...(typeof mime === 'string' ? { mime } : {}),
      }
    : null;
}

/** What a file has that a spreadsheet would run, a browser draw, or a reader not see. */
export function wrongIn({ fileName = '', mime, body }: Exported): readonly string[] {
  const named =
    /[/\\<>:"|?*\n\r\t]/.test(fileName) || hidden.test(fileName) ? [`named ${JSON.stringify(fileName)}`] : [];
  if (mime.startsWith('text/csv')) return [...named, ...wrongInCsv(body)];
  if (mime.startsWith('text/html')) return [...named, ...wrongInHtml(body)];
  if (/zip|spreadsheet/.test(mime)) return [...named, ...wrongInArchive(Buffer.from(body, 'base64'))];
  return [...named, ...(hidden.test(body) ? ['a hidden character'] : [])];
}
