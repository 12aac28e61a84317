import { ALIKE_ON_BUCKET, ALIKE_ON_GUARD, ALIKE_ON_ROLE, TAKING_A_ROLE } from './alike-actions.ts';
import type { TechniqueAction } from './denied-actions.ts';
import type { DenyOptions } from './deny-options.ts';
import { guardPartArns, guardStackOf } from './guard-parts.ts';

/** Something that a deny keeps. */
export interface ProtectedThing {
  /** How its statements' names begin. */
  readonly name: string;
  readonly what: string;
  readonly takes: (action: TechniqueAction) => boolean;
  /** Actions that are no catalogued call's, but do the same. */
  readonly alike?: readonly string[];
  /** Its ARNs; empty: it is not covered. */
  readonly resources: (options: DenyOptions) => readonly string[];
  /** Of what is denied, the guard's function needs these. Left out: what techniques restore with. */
  readonly guardNeeds?: readonly string[];
  /** Operators are spared, too. @default false */
  readonly isOperators?: true;
}

const serviceOf = ({ action }: TechniqueAction): string => action.split(':')[0] ?? '';

/** Actions that know no resource, though their technique is about one. */
const WITHOUT_RESOURCE = new Set([
  'cloudtrail:DeregisterOrganizationDelegatedAdmin',
  's3:PutAccountPublicAccessBlock',
]);

/** A mapping's ARN is chance, so a statement of its own keeps it. */
export const isOnMapping = ({ action }: TechniqueAction): boolean => action.endsWith('EventSourceMapping');

const SERVICE_LINKED_ROLE = 'iam:DeleteServiceLinkedRole';

const isOnOrganization = (of: TechniqueAction): boolean =>
  WITHOUT_RESOURCE.has(of.action) ||
  (of.subject === 'account' && ['account', 'organizations'].includes(serviceOf(of)));

/** Everything that a deny can keep, the most important first. */
export const PROTECTED_THINGS: readonly ProtectedThing[] = [
  {
    name: 'Trails',
    what: 'trails',
    takes: ({ subject }) => subject === 'trail',
    resources: ({ trailArns = [], partition = 'aws' }) =>
      trailArns.length > 0 ? trailArns : [`arn:${partition}:cloudtrail:*:*:trail/*`],
  },
  {
    name: 'Guard',
    what: 'the guard’s own parts',
    takes: (of) =>
      (of.subject === 'guard' && !isOnMapping(of)) ||
      (of.subject === 'topic' && serviceOf(of) === 'sns') ||
      serviceOf(of) === 'cloudwatch',
    alike: ALIKE_ON_GUARD,
    resources: (options) => guardPartArns(guardStackOf(options)),
    // The baseline that an approved change makes, and the ledger.
    guardNeeds: ['dynamodb:PutItem', 'ssm:PutParameter'],
    isOperators: true,
  },
  {
    name: 'SparedRoles',
    what: 'the roles that are spared',
    takes: () => false,
    alike: TAKING_A_ROLE,
    resources: ({ breakGlassRoleArns = [], operatorRoleArns = [], guardRoleArn }) => [
      ...breakGlassRoleArns,
      ...operatorRoleArns,
      ...(guardRoleArn ? [guardRoleArn] : []),
    ],
    guardNeeds: [],
  },
  {
    name: 'Buckets',
    what: 'buckets and the log files in them',
    takes: ({ subject, action }) => subject === 'bucket' && !WITHOUT_RESOURCE.has(action),
    alike: ALIKE_ON_BUCKET,
    resources: ({ bucketArns = [] }) => bucketArns.flatMap((arn) => [arn, `${arn}/*`]),
  },
  {
    name: 'Keys',
    what: 'keys',
    takes: ({ subject }) => subject === 'key',
    resources: ({ keyArns = [] }) => keyArns,
  },
  {
    name: 'Topics',
    what: 'topics that trails notify',
    takes: ({ subject }) => subject === 'topic',
    resources: ({ topicArns = [] }) => topicArns,
  },
  {
    name: 'LogGroups',
    what: 'log groups',
    takes: (of) => of.subject === 'logGroup' && serviceOf(of) === 'logs',
    resources: ({ logGroupArns = [] }) => logGroupArns.flatMap((arn) => [arn, `${arn}:*`]),
  },
  {
    name: 'LogsRole',
    what: 'the role that writes to the log group',
    takes: ({ subject }) => subject === 'role',
    alike: ALIKE_ON_ROLE,
    resources: ({ logsRoleArn }) => (logsRoleArn ? [logsRoleArn] : []),
  },
  {
    name: 'Organization',
    what: 'the account’s place in its organization',
    takes: isOnOrganization,
    resources: () => ['*'],
    guardNeeds: [],
  },
  {
    name: 'CloudTrailsRole',
    what: 'CloudTrail’s service-linked role',
    takes: ({ action }) => action === SERVICE_LINKED_ROLE,
    resources: ({ partition = 'aws' }) => [
      `arn:${partition}:iam::*:role/aws-service-role/cloudtrail.amazonaws.com/*`,
    ],
    guardNeeds: [],
  },
  {
    name: 'EventDataStores',
    what: 'event data stores and channels of CloudTrail Lake',
    takes: ({ subject }) => subject === 'eventDataStore',
    resources: ({ partition = 'aws' }) =>
      ['channel', 'eventdatastore'].map((kind) => `arn:${partition}:cloudtrail:*:*:${kind}/*`),
    guardNeeds: [],
  },
  {
    name: 'Detectors',
    what: 'the other detectors of the account',
    takes: (of) => of.subject === 'account' && !isOnOrganization(of) && of.action !== SERVICE_LINKED_ROLE,
    resources: () => ['*'],
    guardNeeds: [],
  },
];
