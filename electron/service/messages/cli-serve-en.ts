import type { serve as french } from './cli-serve-fr.ts';

export const serve: typeof french = {
  stop: 'This address works once and contains a key: keep it to yourself. Enter for a new one, Ctrl+C to stop.',
  opening: (origin) =>
    `Bonne Mesure opens in your browser (${origin}). Enter for a new address, Ctrl+C to stop.`,
  running: 'Bonne Mesure is already open on this data.',
  cannotOpen: 'The browser could not be opened: copy the address yourself. It works once.',
  badPort: (port) => `--port: ${port} is not a port. Give a whole number from 0 to 65535.`,
  portUsed: (port) => ({
    message: `Another program already uses port ${port}. Nothing was done.`,
    remedy: 'Choose another port, or give none.',
  }),
  portReserved: (port) => ({
    message: `Port ${port} is kept for the system. Nothing was done.`,
    remedy: 'Choose another port, or give none.',
  }),
  portClosed: (port) => ({
    message: `Port ${port} cannot be opened on this computer. Nothing was done.`,
    remedy: 'Choose another port, or give none.',
  }),
  notBuilt: {
    message: 'The pages of the app are not built. Nothing was done.',
    remedy: 'Run “npm run build”, then try again.',
  },
};
