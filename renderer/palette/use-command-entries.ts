import { useMemo } from 'react';
import type { CommandName } from '../../electron/api/commands.ts';
import type { AppState, Language, Theme } from '../../electron/api/records.ts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { useCommands } from '../shell/commands.tsx';
import { useShell, useShellState } from '../shell/shell-context.tsx';
import { useSaveSettings } from '../shell/use-settings.ts';
import type { IconName } from '../ui/icons.tsx';
import type { Entry } from './entry.ts';

/** What the window around the page can be asked for, when it offers it. */
const ASKED = [
  ['import', 'file'],
  ['validate', 'frozen'],
  ['complete', 'done'],
  ['look', 'warning'],
  ['export-orders', 'save'],
  ['print', 'print'],
  ['undo', 'undo'],
  ['redo', 'redo'],
  ['tour', 'tour'],
  ['shortcuts', 'type'],
  ['glossary', 'help'],
  ['check-data', 'done'],
  ['backup', 'data'],
  ['save-copy', 'save'],
  ['restore', 'undo'],
] as const satisfies readonly (readonly [CommandName, IconName])[];

const LEVELS = Array.from({ length: 46 }, (_, i) => 50 + i);

export function useCommandEntries(state: AppState): readonly Entry[] {
  const asked = useAsked();
  const settings = useSettingEntries(state);
  const { t } = useTranslation();
  const { typeSite } = useShell();
  return useMemo(() => {
    const own: readonly Entry[] = [
      command('type', 'type', t('palette.command.type'), t('palette.also.type'), typeSite),
    ];
    return [...asked, ...own, ...settings];
  }, [asked, settings, t, typeSite]);
}

function command(id: string, icon: IconName, label: string, also: string, run: () => void): Entry {
  return { id: `command ${id}`, group: 'command', icon, label, also, run };
}

function useAsked(): readonly Entry[] {
  const { t } = useTranslation();
  const commands = useCommands();
  const { edits } = useShellState();
  return useMemo(() => {
    const hintOf = (name: CommandName) => {
      const edit = name === 'undo' || name === 'redo' ? edits.next(name) : null;
      return edit ? { hint: edit.words } : {};
    };
    return ASKED.filter(([name]) => commands.offers(name)).map(([name, icon]) => ({
      ...command(name, icon, t(`palette.command.${name}`), t(`palette.also.${name}`), () =>
        commands.run(name),
      ),
      ...hintOf(name),
    }));
  }, [t, commands, edits]);
}

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** Every setting that is one choice; those in force are left out. */
function useSettingEntries({ settings }: AppState): readonly Entry[] {
  const { t } = useTranslation();
  const format = useFormat();
  const save = useSaveSettings();
  return useMemo(() => {
    const setting = (id: string, label: string, also: string, change: Parameters<typeof save>[0]): Entry => ({
      ...command(id, 'settings', label, also, () => void save(change)),
      hidden: true,
    });
    const languages: readonly (readonly [Language | null, string])[] = [
      [null, t('palette.command.languageSystem')],
      ['fr', 'Français'],
      ['en', 'English'],
    ];
    return [
      ...THEMES.filter((theme) => theme !== settings.theme).map((theme) =>
        setting(`theme ${theme}`, t(`palette.command.themes.${theme}`), t('palette.also.theme'), { theme }),
      ),
      ...languages
        .filter(([language]) => language !== settings.language)
        .map(([language, label]) =>
          setting(`language ${language ?? 'system'}`, label, t('palette.also.language'), { language }),
        ),
      ...LEVELS.filter((percent) => percent !== Math.round(settings.serviceLevel * 100)).map((percent) => {
        const label = t('palette.command.level', { level: format.percent(percent / 100) });
        return setting(`level ${percent}`, label, t('palette.also.level'), { serviceLevel: percent / 100 });
      }),
    ];
  }, [settings, t, format, save]);
}
