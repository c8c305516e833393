import dishList from '../../../assets/sample/dishes.json' with { type: 'json' };
import { toDay } from '../../../forecasting/calendar/day.ts';
import { weekOfSchoolYear } from '../../../forecasting/calendar/school-year.ts';
import type { Course, IsoDate } from '../../../forecasting/domain/records.ts';
import { deck, type Random, randomStream } from './random.ts';
import type { SchoolDay } from './sample-calendar.ts';

export interface SampleDish {
  readonly dish: string;
  /** Share of the guests that takes it when it is the only one. */
  readonly liked: number;
  /** The months in which it is served; all year when absent. */
  readonly months?: readonly number[];
}

interface MainDish extends SampleDish {
  /** It needs no starchy side. */
  readonly complete?: boolean;
}

/** One course of one day: a dish, or two to choose from. */
export interface SampleCourse {
  readonly course: Course;
  readonly dishes: readonly SampleDish[];
}

export interface SampleMenu {
  readonly date: IsoDate;
  readonly christmas: boolean;
  readonly courses: readonly SampleCourse[];
}

type Decks = ReturnType<typeof openDecks>;

/** The menus of every canteen: the commune and its neighbour share one kitchen. */
export function sampleMenus(seed: number, days: readonly SchoolDay[]): readonly SampleMenu[] {
  const random = randomStream(seed, 'menus');
  const decks = openDecks(random);
  return days.map((day) => {
    // Drawn on every day, so that a day later in the year never depends on where Christmas fell.
    const courses = ordinaryDay(decks, random, day);
    const christmas = day.christmasMeal;
    return { date: day.date, christmas, courses: christmas ? christmasCourses() : courses };
  });
}

/** Draws a dish of the season. */
type Draw<T> = (month: number) => T;

function openDecks(random: Random) {
  return {
    starter: inSeason<SampleDish>(random, dishList.starter),
    meat: inSeason<MainDish>(random, dishList.meat),
    fish: inSeason<MainDish>(random, dishList.fish),
    vegetarian: inSeason<MainDish>(random, dishList.vegetarian),
    starch: inSeason<SampleDish>(random, dishList.starch),
    vegetable: inSeason<SampleDish>(random, dishList.vegetable),
    dairy: inSeason<SampleDish>(random, dishList.dairy),
    dessert: inSeason<SampleDish>(random, dishList.dessert),
  };
}

function inSeason<T extends SampleDish>(random: Random, dishes: readonly T[]): Draw<T> {
  const draw = deck(random, dishes);
  return (month) => {
    let dish = draw();
    while (dish.months !== undefined && !dish.months.includes(month)) dish = draw();
    return dish;
  };
}

/** A vegetarian day a week, which moves from week to week; fish on most Fridays; choices on Tuesday and Friday. */
function ordinaryDay(
  decks: Decks,
  random: Random,
  { date, weekday, month }: SchoolDay,
): readonly SampleCourse[] {
  const week = Math.floor(weekOfSchoolYear(toDay(date)) / 7);
  const vegetarianDay = [1, 2, 4][week % 3] === weekday;
  const fishDay = !vegetarianDay && weekday === 5 && random() < 0.8;
  const main = (vegetarianDay ? decks.vegetarian : fishDay ? decks.fish : decks.meat)(month);
  const mainChoice = !vegetarianDay && weekday === 4 && week % 2 === 0;
  const side = weekday % 2 === 0 ? decks.starch : decks.vegetable;
  return [
    course('starter', decks.starter, month, weekday === 2),
    { course: 'main', dishes: mainChoice ? [main, decks.vegetarian(month)] : [main] },
    ...(main.complete ? [] : [course('side', side, month, false)]),
    course('dairy', decks.dairy, month, false),
    course('dessert', decks.dessert, month, weekday === 2 || weekday === 5),
  ];
}

function course(name: Course, draw: Draw<SampleDish>, month: number, choice: boolean): SampleCourse {
  const first = draw(month);
  if (!choice) return { course: name, dishes: [first] };
  let second = draw(month);
  while (second.dish === first.dish) second = draw(month);
  return { course: name, dishes: [first, second] };
}

function christmasCourses(): readonly SampleCourse[] {
  return dishList.christmas.map(({ course, dish, liked }) => ({
    course: course as Course,
    dishes: [{ dish, liked }],
  }));
}
