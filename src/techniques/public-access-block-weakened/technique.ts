import { isJsonObject, type JsonObject } from '../../domain/json.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

export const publicAccessBlockWeakened: Technique = {
  id: 's3.public-access-block-weakened',
  catalogue: ['CT-47'],
  severity: 'high',
  done: 'weakened the public access block of the log bucket',
  subject: 'bucket',
  calls: [
    {
      eventSource: 's3.amazonaws.com',
      eventNames: [
        'PutBucketPublicAccessBlock',
        'DeleteBucketPublicAccessBlock',
        'PutAccountPublicAccessBlock',
        'DeleteAccountPublicAccessBlock',
      ],
    },
  ],
  drift: ['bucket.publicAccessBlock'],
  request: findFlagsOff,
  restore: ['PutPublicAccessBlock'],
  lost: 'What strangers read meanwhile stays read.',
  toDo: 'Turn all four settings on again, for the bucket and for the account.',
};

const FLAGS = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'];

/** A put replaces all four: one that it does not name is off. */
function findFlagsOff(request: JsonObject, { eventName }: ApiCall): string | null {
  if (eventName.startsWith('Delete')) return 'the public access block is removed';
  const { PublicAccessBlockConfiguration: flags } = request;
  if (!isJsonObject(flags)) return null;
  const off = FLAGS.filter((flag) => flags[flag] !== true && flags[flag] !== 'true');
  return off.length > 0 ? `not on: ${off.join(', ')}` : null;
}
