import { benchForecasting } from './forecasting.ts';
import { benchImport } from './import.ts';
import { benchMemory } from './memory.ts';

// The first: what others have used would count.
await benchMemory();
benchImport();
benchForecasting();
