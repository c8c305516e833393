import { domainWords } from '../../api/domain-words.ts';
import type { exports as french } from './exports-fr.ts';

/** Titles of exported tables, English. The import recognises them: it reads these files back. */
export const exports: typeof french = {
  titles: {
    attendance: ['Date', 'Site', 'Type', 'Planned', 'Served', 'Nursery', 'Primary', 'Secondary', 'Adults'],
    menus: ['Date', 'Site', 'Rank', 'Course', 'Dish'],
    servings: ['Date', 'Site', 'Type', 'Dish', 'Served', 'Prepared', 'Left'],
    enrolment: ['School', 'School year', 'Children'],
    sites: ['Canteen', 'Canteen type', 'Sector', 'Capacity'],
    'site-names': ['Site', 'Type', 'Canteen', 'Canteen type'],
    'school-names': ['School', 'Canteen', 'Canteen type'],
    closures: ['Date', 'Event', 'Site', 'Guests', 'Absent', 'Announced'],
  },
  fileNames: {
    attendance: 'attendance',
    menus: 'menus',
    servings: 'servings',
    enrolment: 'enrolment',
    sites: 'sites',
    'site-names': 'site-names',
    'school-names': 'school-names',
    closures: 'closures',
  },
  events: { strike: 'Strike', closure: 'Closure', outing: 'Outing' },
  courses: domainWords.en.shortCourses,
  or: 'OR',
  modelName: 'meals-served-to-fill-in',
  recordName: (site, date) => `Recorded, ${site}, ${date}`,
  empty: 'No row.',
};
