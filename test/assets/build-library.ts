import { writeFileSync } from 'node:fs';
import { learnLibrary } from '../../forecasting/transfer/learn.ts';
import { nantesHistory } from '../forecasting/support/nantes.ts';

// npm run library: learns the library in the box from Nantes' public files. See assets/library/README.md.
const library = learnLibrary(nantesHistory(), { origin: '2017-07-31', name: 'Nantes Métropole' });
writeFileSync(new URL('../../assets/library/nantes.json', import.meta.url), `${JSON.stringify(library)}\n`);
const { sites, siteDays, from, to } = library.learnedFrom;
process.stderr.write(`${sites} sites, ${siteDays} site-days, ${from} to ${to}\n`);
