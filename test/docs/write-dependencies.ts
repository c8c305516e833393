import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../electron/build/build.js';
import { licenceFile } from '../../electron/build/licences.js';
import { projectFolder } from '../rules/source-files.ts';
import { dependenciesPage, packedPackages, page } from './dependencies.ts';

// Usage: npm run dependencies-page
const licences = readFileSync(join(await build(), licenceFile), 'utf8');
writeFileSync(join(projectFolder, page), dependenciesPage(packedPackages(licences)));
