import { useCallback } from 'react';
import type { AppState, Language, Theme } from '../../../electron/api/records.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useSaveSettings } from '../../shell/use-settings.ts';
import { Choice } from '../../ui/choice.tsx';
import { LevelSlider } from '../../ui/level-slider.tsx';
import { Select } from '../../ui/select.tsx';
import { TermHelp } from '../../ui/term-help.tsx';
import { CourseLevelsSetting } from './course-levels.tsx';
import { OrderRuleSetting } from './order-rule/order-rule.tsx';
import { PersonField } from './person-field.tsx';
import { SchoolZoneSetting } from './school-zone.tsx';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** Language and look, orders. */
export function GeneralSettings({ state }: { readonly state: AppState }) {
  return (
    <div className="blocks">
      <Look state={state} />
      <Orders state={state} />
    </div>
  );
}

type LanguageChoice = Language | 'system';

function Look(props: { readonly state: AppState }) {
  const { t } = useTranslation();
  const save = useSaveSettings();
  const { language, theme, dayReview } = props.state.settings;
  // Each language is named in itself, so that it is found by those who read no other.
  const languages = [
    { id: 'system' as const, label: t('settings.languageSystem') },
    { id: 'fr' as const, label: 'Français' },
    { id: 'en' as const, label: 'English' },
  ];
  return (
    <section className="block">
      <h2>{t('settings.look')}</h2>
      <dl className="settings">
        <dt>{t('settings.language')}</dt>
        <dd>
          <Select<LanguageChoice>
            label={t('settings.language')}
            options={languages}
            value={language ?? 'system'}
            width={180}
            onChange={(chosen) => void save({ language: chosen === 'system' ? null : chosen })}
          />
        </dd>
        <dt>{t('settings.theme')}</dt>
        <dd>
          <Choice<Theme>
            label={t('settings.theme')}
            options={THEMES.map((id) => ({ id, label: t(`settings.themes.${id}`) }))}
            value={theme}
            onChange={(chosen) => void save({ theme: chosen })}
          />
        </dd>
        <dt>{t('yesterday.label')}</dt>
        <dd>
          <label className="tick">
            <input
              type="checkbox"
              checked={dayReview}
              onChange={(event) => void save({ dayReview: event.target.checked })}
            />
            {t('yesterday.setting')}
          </label>
        </dd>
      </dl>
    </section>
  );
}

function Orders(props: { readonly state: AppState }) {
  const { t } = useTranslation();
  const save = useSaveSettings();
  const onLevel = useCallback((serviceLevel: number) => void save({ serviceLevel }), [save]);
  return (
    <section className="block">
      <h2>{t('settings.orders')}</h2>
      <dl className="settings">
        <dt>{t('week.level')}</dt>
        <dd>
          <LevelSlider bare value={props.state.settings.serviceLevel} onChange={onLevel} />
          <p>{t('help.terms.level.text')}</p>
        </dd>
        <dt>{t('sheets.courseLevels')}</dt>
        <dd>
          <CourseLevelsSetting settings={props.state.settings} />
        </dd>
        <dt>
          {t('rule.title')} <TermHelp name="deadline" />
        </dt>
        <dd className="rule">
          <OrderRuleSetting />
        </dd>
        <dt>
          <label htmlFor="person">{t('decide.person')}</label>
        </dt>
        <dd>
          <PersonField person={props.state.settings.person} />
          <p>{t('decide.personHint')}</p>
        </dd>
        <dt>
          {t('settings.zone')} <TermHelp name="zone" />
        </dt>
        <dd>
          <SchoolZoneSetting state={props.state} />
        </dd>
      </dl>
    </section>
  );
}
