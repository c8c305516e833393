import type { ClosureKind } from '../../../forecasting/domain/records.ts';
import { domainWords } from '../../api/domain-words.ts';
import type { DataKind } from '../../api/records.ts';

/** Titles of exported tables, French. The import recognises them: it reads these files back. */
export const exports = {
  titles: {
    attendance: [
      'Date',
      'Site',
      'Type',
      'Prévu',
      'Servis',
      'Maternelle',
      'Élémentaire',
      'Collège',
      'Adultes',
    ],
    menus: ['Date', 'Site', 'Rang', 'Composante', 'Plat'],
    servings: ['Date', 'Site', 'Type', 'Plat', 'Servis', 'Préparés', 'Restes'],
    enrolment: ['École', 'Année scolaire', 'Inscrits'],
    sites: ['Cantine', 'Type cantine', 'Secteur', 'Capacité'],
    'site-names': ['Site', 'Type', 'Cantine', 'Type cantine'],
    'school-names': ['École', 'Cantine', 'Type cantine'],
    closures: ['Date', 'Événement', 'Site', 'Convives', 'Absents', 'Annoncé le'],
  } as Readonly<Record<DataKind, readonly string[]>>,
  fileNames: {
    attendance: 'frequentation',
    menus: 'menus',
    servings: 'plats-servis',
    enrolment: 'effectifs',
    sites: 'sites',
    'site-names': 'noms-des-sites',
    'school-names': 'noms-des-ecoles',
    closures: 'fermetures',
  } as Readonly<Record<DataKind, string>>,
  events: { strike: 'Grève', closure: 'Fermeture', outing: 'Sortie' } as Readonly<
    Record<ClosureKind, string>
  >,
  courses: domainWords.fr.shortCourses,
  or: 'OU',
  /** A workbook to fill in. */
  modelName: 'repas-servis-a-remplir',
  /** How an import that was said on the command line is listed. */
  recordName: (site: string, date: string) => `Saisie, ${site}, ${date}`,
  empty: 'Aucune ligne.',
};
