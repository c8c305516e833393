import { useEffect } from 'react';
import { useLocation } from 'wouter';
import type { CommandName } from '../../electron/api/commands.ts';
import type { AppState } from '../../electron/api/records.ts';
import { useBridge } from '../bridge/bridge-context.tsx';
import { ApiFailure } from '../bridge/failure.ts';
import { useCall } from '../bridge/use-api.ts';
import { useOffer } from './commands.tsx';
import { useShell } from './shell-context.tsx';

/** Long enough for the first page to be there: nobody waits for the backup. */
const SETTLED_MS = 5000;

/** What the tab of the data in the settings does, by the last word of its address. */
const WORKS = [
  ['backup', 'backup'],
  ['save-copy', 'copy'],
  ['restore', 'restore'],
  ['check-data', 'check'],
] as const satisfies readonly (readonly [CommandName, string])[];

/** The commands about the data, the day's backup, and what went wrong beside other work. */
export function DataCommands({ state }: { readonly state: AppState | undefined }) {
  useWarnings();
  useDailyBackup(state);
  return WORKS.map(([name, work]) => <DataOffer key={name} name={name} work={work} />);
}

function DataOffer({ name, work }: { readonly name: CommandName; readonly work: string }): null {
  const [, go] = useLocation();
  useOffer(name, () => go(`/settings/data/${work}`));
  return null;
}

function useWarnings(): void {
  const { warnings } = useBridge();
  const { failed } = useShell();
  useEffect(() => warnings.listen((warning) => failed(new ApiFailure(warning))), [warnings, failed]);
}

/** At the first opening of a day, and when the day changes under an open window. */
function useDailyBackup(state: AppState | undefined): void {
  const call = useCall();
  const { failed } = useShell();
  const today = state && !state.empty ? state.today : undefined;
  useEffect(() => {
    if (today === undefined) return;
    const timer = setTimeout(() => void call('backups.daily', {}).catch(failed), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [today, call, failed]);
}
