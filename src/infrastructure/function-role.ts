import { Aws, type CfnCondition, Fn } from 'aws-cdk-lib';
import type { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import type { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import {
  creationActions,
  type DestinationService,
  dependencyStatement,
  destinationActions,
  organizationStatement,
  regionStatement,
  trailStatements,
} from '../policy/function-statements.ts';
import { TECHNIQUES } from '../techniques/index.ts';
import { acknowledge } from './acknowledge.ts';
import { type GuardConditions, when } from './guard-conditions.ts';
import { DESTINATIONS, type Destination, type GuardSettings } from './guard-settings.ts';
import { keyStatements } from './key-statements.ts';
import type { Queues } from './queues.ts';
import { rolePlace } from './role-place.ts';
import { namesakeArn, trailArn } from './trail-arn.ts';

interface RoleProps {
  readonly settings: GuardSettings;
  readonly conditions: GuardConditions;
  readonly queues: Queues;
  readonly ledger: CfnTable;
  readonly logGroup: CfnLogGroup;
  readonly topicArn: string;
  readonly ownTopicArn: string;
}

/** The function's role: exactly the calls the function makes, each on exactly what it makes them on. */
export function addFunctionRole(scope: Construct, props: RoleProps): CfnRole {
  const role = new CfnRole(scope, 'FunctionRole', {
    ...rolePlace(props.settings, props.conditions),
    assumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ],
    },
    policies: [
      {
        policyName: 'guard',
        policyDocument: {
          Version: '2012-10-17',
          Statement: [
            ...guardStatements(props),
            when(props.conditions.restoresTrails, organizationStatement(TECHNIQUES)),
            administrationStatement(props),
            dependencyStatement(),
            regionStatement(),
            ...destinationStatements(props),
            ...workStatements(props),
            ...tellStatements(props),
            ...keyStatements(props),
          ],
        },
      },
    ],
  });
  acknowledge(role, {
    'AwsSolutions-IAM5':
      'The rule stops at a conditional action. The wildcards are: DescribeTrails, LookupEvents and ListRegions, and the reads of Organizations, which know no resource; reading the configuration of what trails depend on, which no parameter names; the parameters of the guard; all trails of this account, when none is named; what is in the log groups that were given; and keys, confined to SNS and one topic. test/template-role.test.ts evaluates the role instead.',
    'Serverless-LambdaStarPermissions':
      'The statements on every resource are DescribeTrails and LookupEvents, for which CloudTrail defines no resource, the list of the account’s Regions, what CloudTrail asks Organizations for an organization trail, and the reading of configuration that trails depend on: a guard of every trail cannot know their names beforehand.',
  });
  return role;
}

function guardStatements({ settings, conditions }: RoleProps) {
  const { namesTrails, hasTrail, restores, restoresTrails } = conditions;
  const named = hasTrail.map((has, index) => when(has, trailArn(settings.trails[index] ?? '')));
  const guarded = Fn.conditionIf(
    namesTrails.logicalId,
    named,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own syntax
    Fn.sub('arn:${AWS::Partition}:cloudtrail:*:${AWS::AccountId}:trail/*'),
  );
  const inTier = { logging: restores, trail: restoresTrails } as const;
  return trailStatements(TECHNIQUES, {
    trails: guarded,
    allowIn: (tier, actions) => actions.map((action) => when(inTier[tier], action)),
  });
}

/**
 * A trail of the organization that the delegated administrator makes again is the management account's. IAM is asked before it is made, and
 * AWS does not document for which of the two accounts: so the same name is allowed in this one, too.
 */
const administrationStatement = ({ settings, conditions }: RoleProps) =>
  when(conditions.administersTrails, {
    Sid: 'MakeOrganizationTrails',
    Effect: 'Allow',
    Action: creationActions(),
    Resource: settings.trails.map((trail, index) =>
      when(conditions.administersTrail[index] as CfnCondition, namesakeArn(trail)),
    ),
  });

const SERVICES: Readonly<Record<Destination, DestinationService>> = {
  bucket: 's3',
  key: 'kms',
  topic: 'sns',
  logGroup: 'logs',
};

/** Destinations are put back where their ARNs were given, and nowhere else. */
const destinationStatements = ({ settings, conditions }: RoleProps) => [
  when(conditions.passesLogsRole, {
    ...allow('PassLogsRole', ['iam:PassRole'], settings.logsRoleArn),
    Condition: { StringEquals: { 'iam:PassedToService': 'cloudtrail.amazonaws.com' } },
  }),
  ...DESTINATIONS.map((destination) =>
    when(conditions.restoresDestination[destination], {
      Sid: `Restore${destination.charAt(0).toUpperCase()}${destination.slice(1)}s`,
      Effect: 'Allow',
      Action: destinationActions(TECHNIQUES, SERVICES[destination]),
      Resource: resourcesOf(destination, settings),
    }),
  ),
];

/**
 * CloudWatch Logs checks some calls on a log group as calls on its streams: each group stands once by itself, and once with
 * everything in it.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
 */
function resourcesOf(destination: Destination, { destinations }: GuardSettings) {
  const arns = [...destinations[destination]];
  if (destination !== 'logGroup') return arns;
  return Fn.split(',', Fn.join('', [Fn.join(',', arns), ',', Fn.join(':*,', arns), ':*']));
}

const workStatements = ({ queues, ledger, logGroup }: RoleProps) => [
  allow('WriteOwnLog', ['logs:CreateLogStream', 'logs:PutLogEvents'], logGroup.attrArn),
  allow(
    'TakeFromQueue',
    ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
    queues.queue.attrArn,
  ),
  allow('SetAside', ['sqs:SendMessage'], queues.deadLetterQueue.attrArn),
  allow('KeepLedger', ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], ledger.attrArn),
  allow(
    'ReadBaselinesAndWindows',
    ['ssm:GetParameterHistory', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
    parametersBelow('trailkeeper'),
  ),
  // A maintenance window is people's to open: whoever holds this role could then stop trails unseen.
  allow('KeepBaselines', ['ssm:PutParameter'], parametersBelow('trailkeeper/baseline')),
  allow('LearnDeploymentTime', ['cloudformation:DescribeStacks'], Aws.STACK_ID),
];

const parametersBelow = (path: string) => own('ssm', `parameter/${path}/*`);

const tellStatements = ({ conditions, topicArn }: RoleProps) => [
  allow('TellPeople', ['sns:GetTopicAttributes', 'sns:Publish'], topicArn),
  allow('TellMachines', ['events:PutEvents'], own('events', 'event-bus/default')),
  when(
    conditions.importsFindings,
    allow(
      'ImportFindings',
      ['securityhub:BatchImportFindings'],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own syntax
      own('securityhub', 'product/${AWS::AccountId}/default'),
    ),
  ),
  when(
    conditions.notesOnFindings,
    allow(
      'NoteOnFindings',
      ['securityhub:BatchUpdateFindings', 'securityhub:GetFindings'],
      own('securityhub', 'hub/default'),
    ),
  ),
];

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecurityhub.html */
const own = (service: string, resource: string) =>
  Fn.sub(`arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${resource}`);

const allow = (Sid: string, Action: readonly string[], Resource: string) => ({
  Sid,
  Effect: 'Allow',
  Action,
  Resource,
});
