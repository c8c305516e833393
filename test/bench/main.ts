import { benchForecasting } from './forecasting.ts';
import { benchImport } from './import.ts';

benchImport();
benchForecasting();
