import type { RecordRow } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icons.tsx';
import { courseSums } from './course-sums.ts';
import { taken } from './served-model.ts';

/** What the portions of a choice come to beside the diners, and what is learned of a dish that ran out. */
export function DishNotes({ row }: { readonly row: RecordRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sums = courseSums(row);
  const ranOut = row.dishes.flatMap((dish) => {
    const known = dish.ranOut ? taken(dish) : null;
    return known ? [{ ...dish, portions: known.portions }] : [];
  });
  if (sums.length + ranOut.length === 0) return null;
  return (
    <ul className="record-findings dish-notes">
      {sums.map(({ course, parts, sum, diners }) => (
        <li key={course}>
          <Icon name="info" small />
          <span>
            {t('record.courseSum', {
              course: t(`menus.courses.${course}`),
              parts: parts.map(format.count).join(' + '),
              sum: format.count(sum),
              diners: format.count(diners),
            })}
          </span>
        </li>
      ))}
      {ranOut.map(({ dish, ranOutAt, portions }) => (
        <li key={dish}>
          <Icon name="info" small />
          <span>
            {t(ranOutAt === null ? 'record.ranOut' : 'record.ranOutAt', {
              dish,
              time: ranOutAt === null ? '' : format.time(ranOutAt),
              n: format.count(portions),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
