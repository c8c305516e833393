import type { FileKind } from '../../forecasting/domain/records.ts';

/** The kinds of import files, in the order in which a person is asked which one it is; their names by language. */
const kinds: Readonly<Record<FileKind, { readonly fr: string; readonly en: string }>> = {
  attendance: { fr: 'fréquentation', en: 'attendance' },
  menus: { fr: 'menus', en: 'menus' },
  servings: { fr: 'plats servis', en: 'dishes served' },
  enrolment: { fr: 'effectifs', en: 'enrolment' },
  sites: { fr: 'sites', en: 'sites' },
  'site-names': { fr: 'noms des sites', en: 'site names' },
  'school-names': { fr: 'noms des écoles', en: 'school names' },
  holidays: { fr: 'vacances scolaires', en: 'school holidays' },
  closures: { fr: 'grèves et fermetures', en: 'strikes and closures' },
  portions: { fr: 'portions', en: 'portions' },
  packs: { fr: 'conditionnements et fournisseurs', en: 'packs and suppliers' },
};

export const fileKinds = Object.keys(kinds) as readonly FileKind[];

const namesIn = (language: 'fr' | 'en') =>
  Object.fromEntries(fileKinds.map((kind) => [kind, kinds[kind][language]])) as Readonly<
    Record<FileKind, string>
  >;

/** What kinds are called, by language. */
export const fileKindNames = { fr: namesIn('fr'), en: namesIn('en') };
