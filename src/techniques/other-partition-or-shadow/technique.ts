import type { Technique } from '../../domain/technique.ts';

export const otherPartitionOrShadow: Technique = {
  id: 'cloudtrail.other-partition-or-shadow',
  catalogue: ['CT-118'],
  severity: 'low',
  done: 'went at a trail from another Region, or in another partition',
  subject: 'trail',
  calls: [],
  drift: [],
  restore: [],
  lost: 'Nothing: CloudTrail refuses such calls on the shadow of a trail.',
  toDo: 'Deploy a guard in each partition: aws, aws-cn and aws-us-gov know nothing of each other.',
};
