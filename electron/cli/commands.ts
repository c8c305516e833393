import type { CliCommandName, Command } from './terminal/command.ts';

/** Each command is loaded when it is asked for, so that `--help` and short commands start at once. */
export const commands: { readonly [Name in CliCommandName]: () => Promise<Command> } = {
  import: async () => (await import('./commands/import.ts')).importCommand,
  imports: async () => (await import('./commands/imports.ts')).importsCommand,
  questions: async () => (await import('./commands/questions.ts')).questionsCommand,
  counts: async () => (await import('./commands/counts.ts')).countsCommand,
  'low-days': async () => (await import('./commands/low-days.ts')).lowDaysCommand,
  answer: async () => (await import('./commands/answer.ts')).answerCommand,
  profiles: async () => (await import('./commands/profiles.ts')).profilesCommand,
  undo: async () => (await import('./commands/undo.ts')).undoCommand,
  plan: async () => (await import('./commands/plan.ts')).planCommand,
  backtest: async () => (await import('./commands/backtest.ts')).backtestCommand,
  impact: async () => (await import('./commands/impact.ts')).impactCommand,
  leaks: async () => (await import('./commands/leaks.ts')).leaksCommand,
  weigh: async () => (await import('./commands/weigh.ts')).weighCommand,
  order: async () => (await import('./commands/order.ts')).orderCommand,
  approve: async () => (await import('./commands/freeze.ts')).approveCommand,
  orders: async () => (await import('./commands/orders.ts')).ordersCommand,
  rules: async () => (await import('./commands/rules.ts')).rulesCommand,
  calendar: async () => (await import('./commands/calendar.ts')).calendarCommand,
  days: async () => (await import('./commands/days.ts')).daysCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  send: async () => (await import('./commands/send.ts')).sendCommand,
  sent: async () => (await import('./commands/sent.ts')).sentCommand,
  reconcile: async () => (await import('./commands/reconcile.ts')).reconcileCommand,
  portions: async () => (await import('./commands/portions.ts')).portionsCommand,
  menus: async () => (await import('./commands/menus.ts')).menusCommand,
  library: async () => (await import('./commands/pack.ts')).libraryCommand,
  sheet: async () => (await import('./commands/sheet.ts')).sheetCommand,
  sample: async () => (await import('./commands/sample.ts')).sampleCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  record: async () => (await import('./commands/record.ts')).recordCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
};

/** Names of earlier versions, which scripts may still use. */
const oldNames: Readonly<Record<string, CliCommandName>> = { freeze: 'approve', pack: 'library' };

/** The command of a name, or of the name that it had before; `null`: there is none. */
export function commandNamed(name: string): CliCommandName | null {
  if (Object.hasOwn(commands, name)) return name as CliCommandName;
  return Object.hasOwn(oldNames, name) ? (oldNames[name] ?? null) : null;
}
