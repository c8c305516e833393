/** Words of `serve`, the app in a browser. */
export const serve = {
  stop: 'Cette adresse sert une fois et contient une clé : gardez-la pour vous. Entrée pour une nouvelle, Ctrl+C pour arrêter.',
  opening: (origin: string) =>
    `Bonne Mesure s’ouvre dans votre navigateur (${origin}). Entrée pour une nouvelle adresse, Ctrl+C pour arrêter.`,
  running: 'Bonne Mesure est déjà ouverte sur ces données.',
  cannotOpen: 'Le navigateur n’a pas pu être ouvert : copiez l’adresse vous-même. Elle sert une fois.',
  badPort: (port: string) => `--port : ${port} n’est pas un port. Donnez un entier de 0 à 65535.`,
  portUsed: (port: number) => ({
    message: `Un autre programme occupe déjà le port ${port}. Rien n’a été fait.`,
    remedy: 'Choisissez un autre port, ou n’en donnez aucun.',
  }),
  portReserved: (port: number) => ({
    message: `Le port ${port} est réservé au système. Rien n’a été fait.`,
    remedy: 'Choisissez un autre port, ou n’en donnez aucun.',
  }),
  portClosed: (port: number) => ({
    message: `Le port ${port} ne peut pas être ouvert sur cet ordinateur. Rien n’a été fait.`,
    remedy: 'Choisissez un autre port, ou n’en donnez aucun.',
  }),
  notBuilt: {
    message: 'Les pages de l’application ne sont pas construites. Rien n’a été fait.',
    remedy: 'Lancez « npm run build », puis recommencez.',
  },
};
