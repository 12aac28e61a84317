import type { Stack } from 'aws-cdk-lib';
import { CfnParameter, type CfnParameterProps, CfnRule, Fn } from 'aws-cdk-lib';
import type { GuardSettings } from './guard-settings.ts';

const TRAIL = '^$|^(arn:aws[a-z-]*:cloudtrail:[a-z0-9-]+:[0-9]{12}:trail/)?[A-Za-z0-9._-]{3,128}$';
/** A FIFO topic sends no mail, so its name's dot is not taken. */
const TOPIC = '^$|^arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}$';
const ROLE = '^$|^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$';
/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const ROLE_PATH = '^/([A-Za-z0-9+=,.@_-]+/)*$';
const POLICY = '^$|^arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/[A-Za-z0-9+=,.@_/-]+$';
/** CloudWatch Logs takes no alias. @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_AssociateKmsKey.html */
const KEY = '^$|^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$';
const PRINCIPAL =
  '(arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=.@_/-]+|arn:aws[a-z-]*:iam::[0-9]{12}:root|A(RO|ID)A[A-Z0-9]{12,124})';
const PRINCIPALS = `^$|^${PRINCIPAL}(,${PRINCIPAL})*$`;
const EMAIL = '^$|^[^@\\s]+@[^@\\s.]+([.][^@\\s.]+)+$';
/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const RETENTION_DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 180, 365, 400, 731, 1096, 1827, 3653];
/** CloudTrail has at most five trails in a Region. */
const TRAIL_PARAMETERS = ['Trail1', 'Trail2', 'Trail3', 'Trail4', 'Trail5'];

/** The template's parameters, as the console asks for them, and the settings they make. */
export function addParameters(stack: Stack): GuardSettings {
  const add = (id: string, props: CfnParameterProps) => new CfnParameter(stack, id, props);
  const text = (id: string, props: CfnParameterProps) => add(id, { default: '', ...props }).valueAsString;
  const choice = (id: string, description: string, allowedValues: string[], byDefault: string) =>
    add(id, { description, allowedValues, default: byDefault }).valueAsString;

  const arns = (id: string, what: string, service: string, further = '') =>
    add(id, {
      type: 'CommaDelimitedList',
      default: '',
      description: `ARNs of ${what} that the guard may put back when RestoreScope is trail-and-destination, with commas between.${further}`,
      allowedPattern: `^$|^arn:aws[a-z-]*:${service}:[^*?,]+$`,
      constraintDescription: `must be ARNs of ${service}, or empty; no wildcards`,
    }).valueAsList;

  const settings: GuardSettings = {
    securityContactEmail: text('SecurityContactEmail', {
      description:
        'Mail address that hears the alerts. AWS sends a confirmation to it first; nothing else arrives until someone confirms. May be empty when AlertTopicArn is given.',
      allowedPattern: EMAIL,
      constraintDescription: 'must be a mail address or empty',
      maxLength: 254,
    }),
    alertTopicArn: text('AlertTopicArn', {
      description:
        'ARN of an existing standard SNS topic to use, also an encrypted one or one of another account. Empty: a topic is made. The alarms use it only when it is in this Region.',
      allowedPattern: TOPIC,
      constraintDescription: 'must be the ARN of a standard SNS topic or empty',
    }),
    trails: TRAIL_PARAMETERS.map((id) =>
      text(id, {
        description:
          id === 'Trail1'
            ? 'A trail to guard, by name or ARN. All five empty: every trail of this account that logs when this is deployed or later. The ARN of an organization trail, if this account is the delegated administrator of CloudTrail: it is then guarded here, too.'
            : 'A further trail to guard, by name or ARN.',
        allowedPattern: TRAIL,
        constraintDescription: 'must be the name or the ARN of a trail, or empty',
      }),
    ),
    mode: choice(
      'Mode',
      'restore: put trails back and tell people. notify: only tell people, change nothing.',
      ['restore', 'notify'],
      'restore',
    ),
    restoreScope: choice(
      'RestoreScope',
      'How far the guard may go. logging: start trails. trail: also put back trails and their selectors. trail-and-destination: also the buckets, keys, topics and log groups given below.',
      ['logging', 'trail', 'trail-and-destination'],
      'trail',
    ),
    approvedPrincipals: text('ApprovedPrincipals', {
      description:
        'Roles whose changes and approvals count, by ARN or unique id (AROA...), with commas between. Empty: only what was adopted at deployment is approved.',
      allowedPattern: PRINCIPALS,
      // All settings of a function together may have 4 KB.
      maxLength: 1500,
      constraintDescription:
        'must be ARNs of roles or users, or unique ids, with commas between and no spaces',
    }),
    destinations: {
      bucket: arns(
        'BucketArns',
        'buckets',
        's3',
        ' It also hears of calls on the log files in them, if a trail records these; ten at most, for EventBridge takes no longer rule.',
      ),
      key: arns('KeyArns', 'KMS keys', 'kms'),
      topic: arns('TopicArns', 'topics that trails notify', 'sns'),
      logGroup: arns('LogGroupArns', 'log groups that trails write to', 'logs', ' Without :* at their ends.'),
    },
    logsRoleArn: text('LogsRoleArn', {
      description:
        'ARN of the role with which CloudTrail writes to the log group. The guard passes it on when it puts a trail back.',
      allowedPattern: ROLE,
      constraintDescription: 'must be the ARN of a role or empty',
    }),
    sweepMinutes: add('SweepMinutes', {
      type: 'Number',
      description: 'Minutes between two looks at every trail, whether or not events arrive.',
      default: 5,
      minValue: 1,
      maxValue: 60,
    }).valueAsNumber,
    notifyOn: choice(
      'NotifyOn',
      'What is mailed: restored-or-failed, tampering (also what is not restored), or all. A restore that failed always is.',
      ['restored-or-failed', 'tampering', 'all'],
      'all',
    ),
    notifyOnDeniedAttempts: choice(
      'NotifyOnDeniedAttempts',
      'Whether failed and denied attempts are mailed.',
      ['true', 'false'],
      'true',
    ),
    importFindings: choice(
      'ImportFindings',
      'Whether each incident also becomes a finding of Security Hub, which must be enabled in this Region.',
      ['true', 'false'],
      'false',
    ),
    noteOnFindings: choice(
      'NoteOnFindings',
      'Whether a Security Hub finding about CloudTrail gets a note of what the guard saw and did.',
      ['true', 'false'],
      'false',
    ),
    logRetentionDays: add('LogRetentionDays', {
      type: 'Number',
      description: "Days to keep the function's log.",
      default: '90',
      allowedValues: RETENTION_DAYS.map(String),
    }).valueAsNumber,
    incidentRetentionDays: add('IncidentRetentionDays', {
      type: 'Number',
      description: 'Days to keep what is known of an incident.',
      default: 365,
      minValue: 30,
      maxValue: 3650,
    }).valueAsNumber,
    encryptionKeyArn: text('EncryptionKeyArn', {
      description:
        'ARN of a symmetric KMS key of this Region for the topic made here, the ledger and the log. Its policy must let CloudWatch (alarms) and this account through SNS, this account through DynamoDB, and CloudWatch Logs of this Region use it: docs/encryption.md has it ready. Restores never need it; messages wait while it cannot be used. Empty: none.',
      allowedPattern: KEY,
      constraintDescription: 'must be the ARN of a KMS key, not of an alias, or empty',
    }),
    permissionsBoundaryArn: text('PermissionsBoundaryArn', {
      description:
        'ARN of a policy that bounds every role made here, where your organization asks for one. It must allow what these roles do. Empty: none.',
      allowedPattern: POLICY,
      constraintDescription: 'must be the ARN of an IAM policy or empty',
    }),
    rolePath: add('RolePath', {
      description: 'Where the roles made here are in IAM, such as /security/.',
      default: '/',
      allowedPattern: ROLE_PATH,
      constraintDescription: 'must begin and end with a slash',
      maxLength: 512,
    }).valueAsString,
  };
  requireSomeoneToTell(stack, settings);
  stack.templateOptions.metadata = { 'AWS::CloudFormation::Interface': CONSOLE };
  return settings;
}

/** A guard that nobody hears is refused before anything is made. */
function requireSomeoneToTell(stack: Stack, { securityContactEmail, alertTopicArn }: GuardSettings): void {
  const given = (value: string) => Fn.conditionNot(Fn.conditionEquals(value, ''));
  new CfnRule(stack, 'SomeoneIsTold', {
    assertions: [
      {
        assert: Fn.conditionOr(given(securityContactEmail), given(alertTopicArn)),
        assertDescription: 'Give SecurityContactEmail or AlertTopicArn: someone has to be told.',
      },
    ],
  });
}

/** How the console groups and names the parameters. */
const CONSOLE = {
  ParameterGroups: [
    {
      Label: { default: 'Who is told' },
      Parameters: [
        'SecurityContactEmail',
        'AlertTopicArn',
        'NotifyOn',
        'NotifyOnDeniedAttempts',
        'ImportFindings',
        'NoteOnFindings',
      ],
    },
    {
      Label: { default: 'What is guarded' },
      Parameters: ['Mode', ...TRAIL_PARAMETERS, 'ApprovedPrincipals'],
    },
    {
      Label: { default: 'How far it may go' },
      Parameters: ['RestoreScope', 'LogsRoleArn', 'BucketArns', 'KeyArns', 'TopicArns', 'LogGroupArns'],
    },
    {
      Label: { default: 'How it runs' },
      Parameters: [
        'SweepMinutes',
        'LogRetentionDays',
        'IncidentRetentionDays',
        'EncryptionKeyArn',
        'PermissionsBoundaryArn',
        'RolePath',
      ],
    },
  ],
  ParameterLabels: Object.fromEntries(
    Object.entries({
      SecurityContactEmail: 'Mail address of the security team',
      AlertTopicArn: 'Existing SNS topic',
      NotifyOn: 'What to mail',
      NotifyOnDeniedAttempts: 'Mail denied attempts',
      ImportFindings: 'Findings in Security Hub',
      NoteOnFindings: 'Notes on findings',
      Trail1: 'Trail',
      ApprovedPrincipals: 'Who may change trails',
      RestoreScope: 'What may be put back',
      LogsRoleArn: 'Role for the log group',
      BucketArns: 'Buckets',
      KeyArns: 'Keys',
      TopicArns: 'Topics',
      LogGroupArns: 'Log groups',
      SweepMinutes: 'Minutes between sweeps',
      LogRetentionDays: 'Days to keep the log',
      IncidentRetentionDays: 'Days to keep incidents',
      EncryptionKeyArn: 'Key of topic, ledger and log',
      PermissionsBoundaryArn: 'Boundary of the roles',
      RolePath: 'Path of the roles',
    }).map(([id, label]) => [id, { default: label }]),
  ),
};
