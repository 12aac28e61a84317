import type { Step } from './step.ts';
import type { Trail } from './trail.ts';

/** The step that starts a trail. */
export const startLogging = ({ arn, homeRegion }: Pick<Trail, 'arn' | 'homeRegion'>): Step => ({
  call: 'StartLogging',
  input: { Name: arn },
  region: homeRegion,
  trailArn: arn,
  paths: ['status.IsLogging'],
});
