/** Formats that Excel knows by number; 27 to 36 and 50 to 58 are dates of eastern calendars. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/**
 * Does this format show a number as a date or time? French programs write a year as `aaaa` and a day as `jj`.
 * Quoted text, escaped and padding characters, colours and conditions say nothing.
 */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) {
    return isBuiltInDate(id);
  }
  const [first = ''] = code.split(';');
  const letters = first
    .replace(/"[^"]*"?/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[(?!(h+|m+|s+)\])[^\]]*\]/gi, '');
  return !/general|standard/i.test(letters) && /[dmyhsja]/i.test(letters.replace(/[eE][+-]/g, ''));
}
