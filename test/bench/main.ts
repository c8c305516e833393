import { benchImport } from './import.ts';

benchImport();
