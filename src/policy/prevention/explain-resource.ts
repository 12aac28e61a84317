import type { DenyOptions } from './deny-options.ts';

/** Policies of what trails deliver to, and the organization's over them. */
export type ResourceKind = 'bucket' | 'key' | 'rcp';

const ORGANIZATION = /^o-[a-z0-9]{10,32}$/;

/** What a policy of that kind cannot do without, in words. */
export function missingFor(kind: string, options: DenyOptions): readonly string[] {
  const { trailArns = [], bucketArns = [], keyArns = [], breakGlassRoleArns = [], organizationId } = options;
  const unless = (holds: boolean, sentence: string) => (holds ? [] : [sentence]);
  const wrongId = unless(
    organizationId === undefined || ORGANIZATION.test(organizationId),
    `${JSON.stringify(organizationId)} is no id of an organization`,
  );
  const someone = unless(
    breakGlassRoleArns.length > 0,
    'it takes a --break-glass role, or nobody could change it',
  );
  const trails = unless(trailArns.length > 0, 'it takes the --trail whose deliveries it lets in');
  if (kind === 'bucket')
    return [
      ...wrongId,
      ...unless(bucketArns.length === 1, 'it takes the one --bucket it is for'),
      ...trails,
      ...someone,
    ];
  if (kind === 'key')
    return [
      ...wrongId,
      ...unless(keyArns.length === 1, 'it takes the one --key it is for'),
      ...trails,
      ...someone,
    ];
  if (kind !== 'rcp') return wrongId;
  return [
    ...wrongId,
    ...unless(bucketArns.length + keyArns.length > 0, 'it takes the --bucket or --key it is for'),
    ...unless(organizationId !== undefined, 'it takes the --organization-id'),
    ...someone,
  ];
}

/** What a person should know before putting the policy there, one sentence or two each. */
export const explainResource = (kind: ResourceKind, options: DenyOptions): readonly string[] => [
  `Not bound: ${(options.breakGlassRoleArns ?? []).join(', ')}. Whoever may assume or make such a role may delete; watch who does.`,
  options.guardRoleArn
    ? `May put settings back, not delete: the guard’s role, ${options.guardRoleArn}. It must exist before the policy does.`
    : 'The guard may put nothing back here: name its role (--guard).',
  ...NOTES[kind],
];

const NOTES: Readonly<Record<ResourceKind, readonly string[]>> = {
  bucket: [
    'It replaces the bucket’s policy: statements for others who deliver there, such as AWS Config, have to be added.',
    'The root user of the bucket’s account may put and delete its policy whatever it says: only a service control policy keeps it from that.',
    'A lifecycle rule deletes without asking the policy; so the policy keeps the lifecycle rules.',
    'Trails have to be made with these ARNs; a new one of another name is not let in.',
  ],
  key: [
    'It replaces the key’s policy: statements for CloudWatch Logs, SNS or whoever reads log files have to be added, where IAM does not give it.',
    'If the bucket encrypts with this key by a bucket key, AWS asks for kms:Decrypt for CloudTrail as well.',
    'What is denied here binds the root user, too. KMS refuses the policy when whoever puts it could not change it again, so put it as a break-glass role; whether KMS counts a condition on the role in that check, AWS does not say (--bypass-policy-lockout-safety-check).',
  ],
  rcp: [
    'It binds nobody at the management account’s resources: put it on the account that has the bucket and the key.',
    'It does not bind service-linked roles, and has no effect on kms:RetireGrant and on keys that AWS manages.',
    'Of what trails depend on, resource control policies know S3, KMS, CloudWatch Logs, SQS and DynamoDB, but neither CloudTrail, SNS nor Lambda.',
    'It gives nobody a right: the bucket and the key need policies of their own.',
  ],
};
