import type { DeniedTechnique } from './denied-actions.ts';
import type { DenyOptions } from './deny-options.ts';
import { denyCalls, type ExplainedStatement } from './resource-statement.ts';

/**
 * A resource control policy for the account of the log bucket and its key: nobody outside of the organization reaches them, no service
 * does on behalf of somebody outside, and nobody but break-glass roles deletes. It may only deny, and names everybody.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
 */
export function resourceControlStatements(
  options: DenyOptions,
  techniques: readonly DeniedTechnique[],
): readonly ExplainedStatement[] {
  const { bucketArns = [], keyArns = [], organizationId = '' } = options;
  const buckets = bucketArns.flatMap((arn) => [arn, `${arn}/*`]);
  const Resource = [...buckets, ...keyArns];
  const Action = [...(buckets.length > 0 ? ['s3:*'] : []), ...(keyArns.length > 0 ? ['kms:*'] : [])];
  const everybody = { Effect: 'Deny', Principal: '*', Action, Resource } as const;
  return [
    {
      statement: {
        Sid: 'OnlyTheOrganization',
        ...everybody,
        Condition: {
          StringNotEqualsIfExists: { 'aws:PrincipalOrgID': organizationId },
          BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
        },
      },
      what: 'reach from outside of the organization',
      techniques: [],
    },
    {
      statement: {
        Sid: 'ServicesOnlyForTheOrganization',
        ...everybody,
        // Without a source account the service acts for nobody's resource.
        Condition: {
          StringNotEqualsIfExists: { 'aws:SourceOrgID': organizationId },
          Null: { 'aws:SourceAccount': 'false' },
          Bool: { 'aws:PrincipalIsAWSService': 'true' },
        },
      },
      what: 'deliveries on behalf of somebody outside of the organization',
      techniques: [],
    },
    ...(buckets.length > 0 ? denyCalls('Buckets', buckets, options, techniques) : []),
    ...(keyArns.length > 0 ? denyCalls('Keys', keyArns, options, techniques).map(withoutRetiring) : []),
    {
      statement: {
        Sid: 'DenyInsecureTransport',
        ...everybody,
        Condition: { BoolIfExists: { 'aws:SecureTransport': 'false' } },
      },
      what: 'requests that others can read on their way',
      techniques: [],
    },
  ];
}

/**
 * Resource control policies have no effect on this one.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
const RETIRING = 'kms:RetireGrant';

const withoutRetiring = (explained: ExplainedStatement): ExplainedStatement => {
  const Action = [explained.statement.Action].flat().filter((action) => action !== RETIRING);
  return { ...explained, statement: { ...explained.statement, Action } };
};
