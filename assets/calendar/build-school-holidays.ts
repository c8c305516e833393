import { readFileSync, writeFileSync } from 'node:fs';
import { withQuoted } from './quoted-holidays.ts';
import { publishedSchoolHolidays } from './school-holidays.ts';

// node assets/calendar/build-school-holidays.ts NEWEST.csv [OLDER.csv…]
const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write('Give the official file(s), the newest first. See assets/calendar/README.md.\n');
  process.exit(2);
}
const holidays = withQuoted(
  publishedSchoolHolidays(
    files.map((file) => readFileSync(file, 'utf8')),
    (line) => process.stderr.write(`${line}\n`),
  ),
);
const lines = holidays.map((holiday) => `  ${JSON.stringify(holiday)}`);
writeFileSync(new URL('school-holidays.json', import.meta.url), `[\n${lines.join(',\n')}\n]\n`);
process.stderr.write(`${holidays.length} holidays written\n`);
