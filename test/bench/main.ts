import { benchForecasting } from './forecasting.ts';
import { benchImport } from './import.ts';
import { benchMemory } from './memory.ts';

benchImport();
benchMemory();
benchForecasting();
