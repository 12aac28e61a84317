import type { Technique } from '../../domain/technique.ts';

export const digestDeliveryFailing: Technique = {
  id: 'cloudtrail.digest-delivery-failing',
  catalogue: [],
  severity: 'high',
  done: 'kept digest files from reaching the bucket',
  subject: 'trail',
  calls: [],
  drift: ['delivery.LatestDigestDeliveryError', 'delivery.LatestDigestDeliveryTime'],
  restore: [],
  lost: 'Proof that log files of that time were not changed or deleted.',
  toDo: 'Repair what the error names: the bucket’s policy may let CloudTrail write log files and no digests.',
};
