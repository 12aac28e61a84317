import { ACCOUNT_ID } from '../start.ts';
import type { Act, Attack, NotActed } from './attack.ts';
import { emptyAndDelete } from './bucket-attacks.ts';
import type { Fields } from './connect.ts';
import { CLOUDTRAIL, delivery, deny, policy } from './policies.ts';
import type { Scene } from './scene.ts';
import { WHOLE } from './whole-names.ts';

async function alertKey({ kms }: Scene): Promise<unknown> {
  const { KeyMetadata } = await kms('DescribeKey', { KeyId: 'alias/alerts' });
  return (KeyMetadata as Fields).KeyId;
}

const stopTrail: Act = ({ cloudtrail, trailArn }) => cloudtrail('StopLogging', { Name: trailArn });

/** The archive's own administrator shuts this account's trail out. */
const shutOut: Act = ({ stranger }) =>
  stranger.s3('PutBucketPolicy', {
    Bucket: WHOLE.strangersBucket,
    Policy: policy(
      ...delivery(WHOLE.strangersBucket),
      deny(CLOUDTRAIL, 's3:PutObject', { Resource: `arn:aws:s3:::${WHOLE.strangersBucket}/*` }),
    ),
  });

const takeBucketsName: Act = async (scene) => {
  const { stranger, bucket: Bucket, region } = scene;
  await emptyAndDelete(scene);
  await stranger.s3('CreateBucket', { Bucket, CreateBucketConfiguration: { LocationConstraint: region } });
  await stranger.s3('PutBucketPolicy', { Bucket, Policy: policy(...delivery(Bucket)) });
};

/** Until the guard has the trail back, at most so often: the breaker trips after five. */
async function flip({ cloudtrail, trail }: Scene): Promise<void> {
  for (let round = 0; round < 8; round++) {
    await cloudtrail('UpdateTrail', { Name: trail, EnableLogFileValidation: false });
    await untilBack({ cloudtrail, trail });
  }
}

async function untilBack({ cloudtrail, trail }: Pick<Scene, 'cloudtrail' | 'trail'>): Promise<void> {
  for (let look = 0; look < 100; look++) {
    const { Trail } = await cloudtrail('GetTrail', { Name: trail });
    if ((Trail as { readonly LogFileValidationEnabled?: boolean }).LogFileValidationEnabled) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** The first message lists what looks weak in a trail that is approved as it is. */
const showsExpiry = ({ kind, trails }: Fields): boolean =>
  kind === 'coverage' && JSON.stringify(trails).includes('bucket.lifecycle');

const silent: Pick<Attack, 'seenBy' | 'hasNoAttempt'> = { seenBy: 'state', hasNoAttempt: true };

/** Group L of the catalogue: what no event names. */
export const STATE_ATTACKS: readonly Attack[] = [
  {
    ...silent,
    id: 'CT-106',
    name: 'delivery-failing',
    title: 'Let deliveries fail, by no call in this account',
    ends: 'told',
    needs: 'log-archive',
    takesWorld: true,
    passMinutes: 60,
    act: ({ stranger }) => stranger.s3('DeleteBucketPolicy', { Bucket: WHOLE.strangersBucket }),
  },
  {
    ...silent,
    id: 'CT-107',
    name: 'archive-closed',
    title: 'Close the log archive, in its own account',
    ends: 'told',
    needs: 'log-archive',
    takesWorld: true,
    passMinutes: 60,
    toldAs: ['cloudtrail.delivery-failing'],
    act: shutOut,
  },
  {
    id: 'CT-108',
    takesWorld: true,
    name: 'bucket-name-taken',
    title: 'Delete the bucket, and take its name in another account',
    ends: 'told',
    seenBy: 'both',
    toldAs: ['s3.bucket-deleted'],
    act: takeBucketsName,
  },
  {
    ...silent,
    id: 'CT-109',
    takesWorld: true,
    name: 'weak-from-the-start',
    title: 'Wait: files expired after a day before the guard came',
    ends: 'told',
    needs: 'weak',
    isFromTheStart: true,
    isToldBy: showsExpiry,
    act: async () => {},
  },
  {
    id: 'CT-111',
    name: 'event-too-large',
    title: 'Stop the trail by an event too large to arrive',
    ends: 'restored',
    seenBy: 'state',
    losesEvent: true,
    toldAs: ['cloudtrail.stop-logging'],
    act: stopTrail,
  },
  {
    id: 'CT-112',
    name: 'event-lost',
    title: 'Stop the trail, and let the event get lost',
    ends: 'restored',
    seenBy: 'state',
    losesEvent: true,
    toldAs: ['cloudtrail.stop-logging'],
    act: stopTrail,
  },
  {
    id: 'CT-113',
    name: 'restorer-throttled',
    title: 'Use up CloudTrail’s quota while the trail is off',
    ends: 'restored',
    seenBy: 'both',
    needs: 'quotas',
    toldAs: ['cloudtrail.stop-logging'],
    async act(scene) {
      for (let round = 0; round < 4; round++) await stopTrail(scene);
    },
  },
  {
    id: 'CT-114',
    takesWorld: true,
    name: 'restorer-looped',
    title: 'Change a setting back and back again',
    ends: 'restored',
    seenBy: 'both',
    toldAs: ['cloudtrail.log-file-validation-off'],
    act: flip,
  },
  {
    ...silent,
    id: 'CT-115',
    name: 'guard-denied',
    title: 'Deny the guard’s account everything, from above',
    ends: 'told',
    toldBy: 'alarm',
    passMinutes: 30,
    takesWorld: true,
    needs: 'member',
    act: denyEverything,
  },
  {
    id: 'CT-116',
    name: 'alert-key-disabled',
    title: 'Disable the key of the alert topic, then stop the trail',
    ends: 'restored',
    seenBy: 'both',
    needs: 'encrypted-alerts',
    isHeardLater: true,
    hasNoAttempt: true,
    async act(scene) {
      await scene.kms('DisableKey', { KeyId: await alertKey(scene) });
      await stopTrail(scene);
    },
    undo: async (scene) => scene.kms('EnableKey', { KeyId: await alertKey(scene) }),
  },
  {
    id: 'CT-118',
    name: 'other-region',
    title: 'Stop the trail from a Region that is not its home',
    ends: 'harmless',
    seenBy: 'event',
    hasNoAttempt: true,
    act: ({ cloudtrail, trailArn }) =>
      cloudtrail('StopLogging', { Name: trailArn }, 'us-west-2').catch((error: Error) => error),
  },
];

async function denyEverything({ stranger }: Scene): Promise<void> {
  const { Policy } = await stranger.organizations('CreatePolicy', {
    Name: 'quarantine',
    Description: 'nothing',
    Type: 'SERVICE_CONTROL_POLICY',
    Content: policy({
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      // Who breaks the glass is left in.
      Condition: { ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT_ID}:user/operator` } },
    }),
  });
  const { Id } = (Policy as { readonly PolicySummary: { readonly Id: string } }).PolicySummary;
  await stranger.organizations('AttachPolicy', { PolicyId: Id, TargetId: ACCOUNT_ID });
}

/** What nobody can act out here. */
export const NOT_ACTED: readonly NotActed[] = [
  {
    id: 'CT-110',
    name: 'unrecorded-by-design',
    why: 'nothing is impaired: which data events a trail records is what its owner approves; fewer of them are CT-18',
  },
  {
    id: 'CT-117',
    name: 'guard-cut-off',
    why: 'the guard’s function is in no VPC: it has no endpoint and no security group that anybody could cut',
  },
];
