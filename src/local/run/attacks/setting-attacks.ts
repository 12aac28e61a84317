import type { Act, Attack } from './attack.ts';
import type { Fields } from './connect.ts';
import { keyPolicy } from './policies.ts';
import type { Scene } from './scene.ts';
import { WHOLE } from './whole-names.ts';

type Settings = Fields | ((scene: Scene) => Fields);

const update =
  (settings: Settings): Act =>
  (scene) =>
    scene.cloudtrail('UpdateTrail', {
      Name: scene.trail,
      ...(typeof settings === 'function' ? settings(scene) : settings),
    });

/** Everything that UpdateTrail can do is restored, and shows in an event and in the state. */
const setting = (attack: Pick<Attack, 'id' | 'name' | 'title' | 'act'> & Partial<Attack>): Attack => ({
  ends: 'restored',
  seenBy: 'both',
  ...attack,
});

/** As the console saves a page: every field, with the values that the trail has. */
const savedUnchanged = update(({ bucket, topicArn, key }) => ({
  S3BucketName: bucket,
  SnsTopicName: topicArn,
  IncludeGlobalServiceEvents: true,
  IsMultiRegionTrail: true,
  EnableLogFileValidation: true,
  KmsKeyId: key,
  IsOrganizationTrail: false,
}));

async function swapKey(scene: Scene): Promise<void> {
  const { KeyMetadata } = await scene.kms('CreateKey', { Policy: keyPolicy(scene.region) });
  await update({ KmsKeyId: (KeyMetadata as { readonly Arn?: string }).Arn })(scene);
}

const LESS = { IncludeGlobalServiceEvents: false, IsMultiRegionTrail: false } as const;
const DETACHED = { CloudWatchLogsLogGroupArn: '', CloudWatchLogsRoleArn: '' } as const;

/** Group B of the catalogue: UpdateTrail. */
export const SETTING_ATTACKS: readonly Attack[] = [
  setting({
    id: 'CT-03',
    name: 'one-region-only',
    title: 'Limit the trail to one Region',
    act: update({ IsMultiRegionTrail: false }),
    twin: { title: 'Save the trail in the console, unchanged', act: savedUnchanged },
  }),
  setting({
    id: 'CT-04',
    name: 'global-events-off',
    title: 'Leave out the events of global services',
    act: update(LESS),
    twin: {
      title: 'Include them, where they are included',
      act: update({ IncludeGlobalServiceEvents: true }),
    },
  }),
  setting({
    id: 'CT-05',
    name: 'validation-off',
    title: 'Turn log file validation off',
    act: update({ EnableLogFileValidation: false }),
    twin: { title: 'Turn it on, where it is on', act: update({ EnableLogFileValidation: true }) },
  }),
  setting({
    id: 'CT-06',
    name: 'encryption-removed',
    title: 'Remove the key from the trail',
    act: update({ KmsKeyId: '' }),
    twin: { title: 'Name the same key by its alias', act: update({ KmsKeyId: WHOLE.alias }) },
  }),
  setting({
    id: 'CT-07',
    name: 'key-swapped',
    title: 'Encrypt with a key of the attacker’s choice',
    act: swapKey,
    twin: {
      title: 'Name the same key by its id',
      act: update(({ key }) => ({ KmsKeyId: key.split('/').at(-1) })),
    },
  }),
  setting({
    id: 'CT-08',
    name: 'bucket-redirected',
    title: 'Send the log files to another account’s bucket',
    act: update({ S3BucketName: WHOLE.strangersBucket }),
    twin: { title: 'Name the bucket it has', act: update(({ bucket }) => ({ S3BucketName: bucket })) },
  }),
  setting({
    id: 'CT-09',
    name: 'prefix-changed',
    title: 'Send the log files where nobody looks for them',
    act: update({ S3KeyPrefix: 'elsewhere' }),
    twin: { title: 'Set an empty prefix, where there is none', act: update({ S3KeyPrefix: '' }) },
  }),
  setting({
    id: 'CT-10',
    name: 'log-group-detached',
    title: 'Detach the trail from CloudWatch Logs',
    act: update(DETACHED),
  }),
  setting({
    id: 'CT-11',
    name: 'notification-removed',
    title: 'Stop the notifications of log files',
    act: update({ SnsTopicName: '' }),
    twin: { title: 'Name the topic by its name', act: update({ SnsTopicName: WHOLE.topic }) },
  }),
  setting({
    id: 'CT-12',
    name: 'organization-trail-off',
    title: 'Take the trail away from the member accounts',
    needs: 'organization',
    act: update({ IsOrganizationTrail: false }),
    twin: { title: 'Keep it an organization trail', act: update({ IsOrganizationTrail: true }) },
  }),
  setting({
    id: 'CT-13',
    name: 'everything-off',
    title: 'Turn everything off at once',
    act: update({ ...LESS, ...DETACHED, EnableLogFileValidation: false, SnsTopicName: '', KmsKeyId: '' }),
  }),
];
