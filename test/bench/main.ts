import { benchBackup } from './backup.ts';
import { benchDishPlan } from './dish-plan.ts';
import { benchEndurance } from './endurance.ts';
import { benchForecasting } from './forecasting.ts';
import { benchImport } from './import.ts';
import { benchMemoryImport, benchMemorySites } from './memory.ts';
import { benchMemoryClicks } from './memory-clicks.ts';
import { benchMergedLibraries } from './merged-libraries.ts';
import { benchFewNewcomers, benchNewcomers } from './newcomers.ts';
import { benchPast } from './past.ts';
import { benchRestaurantDishes } from './restaurant-dishes.ts';
import { benchReviving } from './reviving.ts';
import { benchSchoolBreakfasts } from './school-breakfasts.ts';
import { benchStartUp } from './start-up.ts';
import { benchTakeUp } from './take-up.ts';
import { benchTyping } from './typing.ts';
import { benchWindow } from './window.ts';

const benches: Readonly<Record<string, () => void | Promise<void>>> = {
  import: benchImport,
  backup: benchBackup,
  'memory-import': benchMemoryImport,
  'memory-sites': benchMemorySites,
  'memory-clicks': benchMemoryClicks,
  forecasting: benchForecasting,
  'take-up': benchTakeUp,
  'dish-plan': benchDishPlan,
  'restaurant-dishes': benchRestaurantDishes,
  'school-breakfasts': benchSchoolBreakfasts,
  newcomers: benchNewcomers,
  'few-newcomers': benchFewNewcomers,
  reviving: benchReviving,
  'merged-libraries': () => benchMergedLibraries(),
  past: benchPast,
  endurance: benchEndurance,
  'start-up': benchStartUp,
  window: benchWindow,
  typing: benchTyping,
};

/** `npm run bench` runs all, `npm run bench -- start-up memory` those that are named or begin with such a name. */
const asked = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length === 0 || asked.some((one) => name === one || name.startsWith(`${one}-`))) {
    await bench();
  }
}
