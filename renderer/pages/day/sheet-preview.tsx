import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { QueryView } from '../../ui/query-view.tsx';

/** What `sheet.make` is asked for: one site, or all of them. */
export function sheetInput(date: IsoDate, siteId: number | null) {
  return siteId === null ? { date } : { date, siteId };
}

/** The sheet as it will be printed: on white in both themes, in a frame that can do nothing. */
export function SheetPreview(props: { readonly date: IsoDate; readonly siteId: number | null }) {
  const { date, siteId } = props;
  const { t } = useTranslation();
  const query = useApiQuery('sheet.make', { ...sheetInput(date, siteId), format: 'html' });
  return (
    <div className="desk">
      <QueryView query={query}>
        {(sheet) => <iframe title={t('day.preview')} sandbox="" srcDoc={sheet.body} />}
      </QueryView>
    </div>
  );
}
