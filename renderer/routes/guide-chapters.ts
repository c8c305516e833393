/** The chapters of the guide, in reading order; each is a file of `renderer/public/guide` in either language. */
export const CHAPTERS = [
  'install',
  'first-import',
  'routine',
  'forecast',
  'deadlines',
  'record',
  'doubt',
  'council',
  'it-service',
  'course-cook',
  'course-secretary',
] as const;

export type Chapter = (typeof CHAPTERS)[number];

export const isChapter = (name: string | undefined): name is Chapter =>
  CHAPTERS.some((chapter) => chapter === name);
