import { asJsonObject } from '../../domain/json.ts';
import type { Technique } from '../../domain/technique.ts';

export const bucketNameTaken: Technique = {
  id: 's3.bucket-name-taken',
  catalogue: ['CT-108'],
  severity: 'critical',
  done: 'took the name of the log bucket in another place',
  subject: 'bucket',
  calls: [],
  drift: ['bucket.Owner', 'bucket.Region', 'bucket.acl'],
  isShownBy: ({ path, expected, actual }) =>
    !path.startsWith('bucket.acl') || ownerOf(expected) !== ownerOf(actual),
  shownByRefusal: ['BucketAlreadyExists'],
  restore: [],
  lost: 'Log files since then: the trail delivers them into somebody else’s bucket, if that lets it.',
  toDo: 'Make a bucket under a new name, point the trail at it, and approve that. Delete no bucket that ever held logs.',
};

const ownerOf = (acl: unknown) => asJsonObject(acl).OwnerId;
