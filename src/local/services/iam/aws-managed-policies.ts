import type { ManagedPolicy } from './store.ts';

const allow = (statement: object) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Resource: '*', ...statement }],
});

/**
 * The AWS managed policies that exist here, by what follows `policy/` in their ARN. AWS has over a thousand.
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
const documents = new Map<string, object>([
  ['AdministratorAccess', allow({ Action: '*' })],
  [
    'AWSDenyAll',
    {
      Version: '2012-10-17',
      Statement: [{ Sid: 'DenyAll', Effect: 'Deny', Action: ['*'], Resource: '*' }],
    },
  ],
  ['CloudWatchLogsFullAccess', allow({ Action: ['logs:*', 'cloudwatch:GenerateQuery'] })],
  [
    'PowerUserAccess',
    {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
        {
          Effect: 'Allow',
          Action: [
            'account:GetAccountInformation',
            'account:GetPrimaryEmail',
            'account:ListRegions',
            'iam:CreateServiceLinkedRole',
            'iam:DeleteServiceLinkedRole',
            'iam:ListRoles',
            'organizations:DescribeOrganization',
          ],
          Resource: '*',
        },
      ],
    },
  ],
  [
    'service-role/AWSLambdaBasicExecutionRole',
    allow({ Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'] }),
  ],
]);

const ARN = /^arn:([^:]+):iam::aws:policy\/(.+)$/;
const MADE_AT = Date.UTC(2015, 1, 6, 18, 39, 46);

/** A policy of AWS's own, which every account has and nobody can change. */
export function awsManagedPolicy(arn: string): ManagedPolicy | undefined {
  const [, , name = ''] = ARN.exec(arn) ?? [];
  const document = documents.get(name);
  return document && policyFrom(arn, name, document);
}

export const awsManagedPolicies = (partition: string): readonly ManagedPolicy[] =>
  [...documents].map(([name, document]) =>
    policyFrom(`arn:${partition}:iam::aws:policy/${name}`, name, document),
  );

function policyFrom(arn: string, pathAndName: string, document: object): ManagedPolicy {
  const end = pathAndName.lastIndexOf('/') + 1;
  const name = pathAndName.slice(end);
  const version = { id: 'v1', document: JSON.stringify(document), createdAt: MADE_AT };
  return {
    name,
    path: `/${pathAndName.slice(0, end)}`,
    arn,
    // AWS's own have ids without randomness: the same in every account.
    id: `ANPA${name
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')
      .padEnd(17, 'A')
      .slice(0, 17)}`,
    description: undefined,
    createdAt: MADE_AT,
    updatedAt: MADE_AT,
    tags: new Map(),
    versions: new Map([[version.id, version]]),
    defaultVersionId: version.id,
    versionsMade: 1,
  };
}
