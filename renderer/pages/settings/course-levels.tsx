import type { Course, Settings } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useSaveSettings } from '../../shell/use-settings.ts';
import { Select } from '../../ui/select.tsx';

const COURSES: readonly Course[] = ['starter', 'main', 'side', 'dairy', 'dessert', 'bread'];
/** 50, 55 … 95 %. */
const LEVELS = Array.from({ length: 10 }, (_, i) => (50 + 5 * i) / 100);
/** Bread that runs out is no missing meal: without a level of its own it is made for what is expected. */
const USUAL_BREAD = 0.5;
const USUAL = 'usual';

/** How sure each course must be to suffice: a main dish must not run out, bread may. */
export function CourseLevelsSetting(props: { readonly settings: Settings }) {
  const { serviceLevel, courseLevels } = props.settings;
  const { t } = useTranslation();
  const format = useFormat();
  const save = useSaveSettings();
  const usual = (course: Course) => format.percent(course === 'bread' ? USUAL_BREAD : serviceLevel);
  const set = (course: Course, chosen: string) => {
    const { [course]: _before, ...others } = courseLevels;
    void save({ courseLevels: chosen === USUAL ? others : { ...others, [course]: Number(chosen) } });
  };
  return (
    <>
      <ul className="course-levels">
        {COURSES.map((course) => {
          const id = `level-${course}`;
          return (
            <li key={course}>
              <span id={id}>{t(`menus.courses.${course}`)}</span>
              <Select<string>
                label={t(`menus.courses.${course}`)}
                labelledBy={id}
                options={[
                  { id: USUAL, label: t('sheets.usualLevel', { level: usual(course) }) },
                  ...LEVELS.map((level) => ({ id: String(level), label: format.percent(level) })),
                ]}
                value={courseLevels[course] === undefined ? USUAL : String(courseLevels[course])}
                width={180}
                onChange={(chosen) => set(course, chosen)}
              />
            </li>
          );
        })}
      </ul>
      <p>{t('sheets.courseLevelsHelp')}</p>
    </>
  );
}
