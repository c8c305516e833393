import { type SyntheticEvent, useState } from 'react';
import type { IsoDate, Sheet, SheetKind } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import type { DayPlace } from './day-place.ts';

/** What `sheet.make` is asked for, but for the format. */
export interface SheetWish {
  readonly date: IsoDate;
  readonly sheet: SheetKind;
  readonly siteId?: number;
  readonly kitchenId?: number;
}

export function sheetWish(date: IsoDate, sheet: SheetKind, { siteId, kitchenId }: DayPlace): SheetWish {
  if (kitchenId !== null) return { date, sheet, kitchenId };
  return siteId === null ? { date, sheet } : { date, sheet, siteId };
}

/** The sheet as it will be printed. */
export function SheetPreview(props: { readonly wish: SheetWish }) {
  const { t } = useTranslation();
  const query = useApiQuery('sheet.make', { ...props.wish, format: 'html' });
  return (
    <ScrollArea className="desk" label={t('day.preview')}>
      <QueryView query={query}>{(sheet) => <Paper sheet={sheet} />}</QueryView>
    </ScrollArea>
  );
}

/** On the desk the frame is the paper: the sheet's own desk is taken away. */
const ON_DESK = `<style>@media screen {
  body { background: #fff; padding: 0; }
  .paper { width: auto; margin: 0; box-shadow: none; }
  .paper + .paper { border-top: 1px dashed #8a8a8a; }
}</style>`;

/** White in both themes, in a frame that runs no script; it is as tall as its sheet, so that only the desk scrolls. */
function Paper(props: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const [height, setHeight] = useState(0);
  const measure = (event: SyntheticEvent<HTMLIFrameElement>) =>
    setHeight(event.currentTarget.contentDocument?.documentElement.scrollHeight ?? 0);
  return (
    <iframe
      title={t('day.preview')}
      sandbox="allow-same-origin"
      srcDoc={props.sheet.body.replace('</head>', `${ON_DESK}</head>`)}
      onLoad={measure}
      style={{ height }}
    />
  );
}
