import { benchDishPlan } from './dish-plan.ts';
import { benchForecasting } from './forecasting.ts';
import { benchImport } from './import.ts';
import { benchMemory } from './memory.ts';
import { benchTakeUp } from './take-up.ts';

benchImport();
benchMemory();
benchForecasting();
benchTakeUp();
await benchDishPlan();
