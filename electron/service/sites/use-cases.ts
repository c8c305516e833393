import type { SitesMethods } from '../../api/sites.ts';
import type { UseCase } from '../context/use-case.ts';
import { changeSite, mergeTwoSites, overlapOf, removeOneSite, siteDetails } from './edit-site.ts';

const always = () => true;
const edited = { inWorker: true, edit: true, changes: always } as const;

type Edited = 'sites.details' | 'sites.update' | 'sites.overlap' | 'sites.merge' | 'sites.remove';

/** What the contract says about one site and its corrections. */
export const siteUseCases: { readonly [M in Edited & keyof SitesMethods]: UseCase<M> } = {
  'sites.details': { run: siteDetails },
  'sites.update': { run: changeSite, ...edited },
  'sites.overlap': { run: overlapOf },
  'sites.merge': { run: mergeTwoSites, ...edited },
  'sites.remove': { run: removeOneSite, ...edited },
};
