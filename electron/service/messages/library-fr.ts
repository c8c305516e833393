import { formatNumber, plural } from './format.ts';

interface Records {
  readonly sites: number;
  readonly siteDays: number;
}

const number = (value: number) => formatNumber(value, 'fr');
const records = ({ sites, siteDays }: Records) =>
  `${number(sites)} ${plural(sites, 'fr', 'site', 'sites')} et ${number(siteDays)} ${plural(siteDays, 'fr', 'jour relevé', 'jours relevés')}`;

/** Libraries of models, French. */
export const library = {
  fileName: (to: string) => `bibliotheque-de-modeles-${to}.json`,
  foreign: (file: string) => ({
    message: `« ${file} » n’est pas une bibliothèque de modèles. Rien n’a été changé.`,
    remedy:
      'Choisissez un fichier écrit par «\u00a0Exporter votre bibliothèque\u00a0» ou par library export.',
  }),
  newer: (file: string) => ({
    message: `« ${file} » vient d’une version plus récente de Bonne Mesure. Rien n’a été changé.`,
    remedy: 'Installez la dernière version, ou demandez un fichier de celle-ci.',
  }),
  damaged: (file: string) => ({
    message: `« ${file} » est une bibliothèque abîmée ou incomplète. Rien n’a été changé.`,
    remedy: 'Demandez une autre copie du fichier à la commune qui l’a écrit.',
  }),
  tooLong: (file: string) => ({
    message: `« ${file} » est trop grand pour une bibliothèque de modèles : plus de 4\u00a0Mo. Rien n’a été changé.`,
    remedy: 'Choisissez un fichier écrit par « Exporter votre bibliothèque » ou par library export.',
  }),
  otherColumns: (file: string) => ({
    message: `« ${file} » a d’autres colonnes que celles de cette version : ses effets seraient mal lus. Rien n’a été changé.`,
    remedy: 'Demandez à la commune qui l’a écrit de l’exporter de nouveau avec cette version.',
  }),
  tooOld: (file: string) => ({
    message: `« ${file} » vient d’une version plus ancienne et n’indique pas combien ses effets sont sûrs. Rien n’a été écrit.`,
    remedy: 'Demandez à la commune qui l’a écrit de l’exporter de nouveau avec cette version.',
  }),
  sameTown: (town: string) => ({
    message: `${town === '' ? 'Une commune sans nom' : `La commune « ${town} »`} est dans deux de ces fichiers : elle compterait double. Rien n’a été écrit.`,
    remedy: 'Gardez un seul des deux fichiers.',
  }),
  oneFile: {
    message: 'Un seul fichier a été donné. Rien n’a été écrit.',
    remedy: 'Donnez les fichiers de deux communes au moins.',
  },
  tooManyTowns: (towns: number) => ({
    message: `${number(towns)} communes ne tiennent pas dans un fichier de 200 ko. Rien n’a été écrit.`,
    remedy: 'Réunissez moins de communes.',
  }),
  refused: (file: string) => ({
    message: `La bibliothèque « ${file} » ne passe pas le contrôle de cette version : aucune prévision ne s’en sert.`,
    remedy: 'Importez-en une autre copie, ou retirez-la.',
  }),
  none: {
    message: 'Aucune bibliothèque n’est installée. Rien n’a été changé.',
    remedy: 'Importez d’abord le fichier d’une autre commune.',
  },
  tooLittle: (own: Records, least: Records) => ({
    message: `Trop peu de relevés pour une bibliothèque : ${records(own)}.`,
    remedy: `Il en faut au moins ${records(least)}, pour qu’aucun site ne soit reconnaissable.`,
  }),
};
