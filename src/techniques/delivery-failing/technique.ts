import type { Technique } from '../../domain/technique.ts';

export const deliveryFailing: Technique = {
  id: 'cloudtrail.delivery-failing',
  catalogue: ['CT-106'],
  severity: 'critical',
  done: 'kept log files from reaching the bucket',
  subject: 'trail',
  calls: [],
  drift: ['delivery.LatestDeliveryError', 'delivery.LatestDeliveryTime'],
  restore: [],
  lost: 'Nothing when its cause is repaired within 30 days: until then CloudTrail tries again.',
  toDo: 'Repair what the error names: the bucket, its policy, or the key. What else differs from the baseline is told beside it.',
};
