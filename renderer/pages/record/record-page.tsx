import type { ComponentType } from 'react';
import { Redirect, useParams } from 'wouter';
import type { AppState } from '../../../electron/api/records.ts';
import { isRecordSegment, type RecordSegment } from '../../routes/record-segments.ts';
import { HeadCountSegment } from './head-count-segment.tsx';
import { ServedSegment } from './served-segment.tsx';
import { WeighingSegment } from './weighing-segment.tsx';

/** Each draws the whole page, its tools in the head (`RecordHead`). */
const views: Readonly<Record<RecordSegment, ComponentType<{ readonly state: AppState }>>> = {
  'head-count': HeadCountSegment,
  served: ServedSegment,
  weighings: WeighingSegment,
};

/** What is typed of a day: the morning's head count, what was served and left. */
export function RecordPage({ state }: { readonly state: AppState }) {
  const { segment } = useParams<{ segment?: string }>();
  if (!isRecordSegment(segment)) return <Redirect to="/record/head-count" replace />;
  const View = views[segment];
  return <View state={state} />;
}
