import type { ComparedTrail } from '../compared-trail.ts';
import type { RequestContext } from './condition-verdict.ts';
import { CURRENT_TLS } from './insecure-transport.ts';

/**
 * What CloudTrail's requests for a trail carry. As a service it is of no account and no organization of its own, comes over no
 * VPC, and has no tags: a Deny for "not ours" hits it. What is not known to be there or not is left out.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const cloudTrailContext = ({ arn, accountId, organizationId }: ComparedTrail): RequestContext => ({
  'aws:sourcearn': [arn],
  'aws:sourceaccount': [accountId],
  ...(organizationId && { 'aws:sourceorgid': [organizationId] }),
  'aws:securetransport': ['true'],
  's3:tlsversion': [String(CURRENT_TLS)],
  'aws:principalisawsservice': ['true'],
  'aws:principalservicename': ['cloudtrail.amazonaws.com'],
  'aws:principalservicenameslist': ['cloudtrail.amazonaws.com'],
  'aws:viaawsservice': ['false'],
  'aws:principalaccount': null,
  'aws:principalarn': null,
  'aws:principalorgid': null,
  'aws:principalorgpaths': null,
  'aws:sourcevpc': null,
  'aws:sourcevpce': null,
  'aws:username': null,
  'aws:multifactorauthpresent': null,
});
