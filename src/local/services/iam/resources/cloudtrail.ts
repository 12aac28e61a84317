import { ownerOfOrganizationTrails } from '../../cloudtrail/organization-trails.ts';
import { arnOf } from '../arn-of.ts';
import { all, named, type ResourceRule, type ResourceRules } from './resource-rules.ts';

const trail = (member: string) => named(member, (name, call) => arnOf(call, 'cloudtrail', `trail/${name}`));

/**
 * A trail that a delegated administrator makes is the management account's. Which account the ARN bears that IAM is asked about is not
 * documented: here it has to be allowed for both.
 */
const newTrail: ResourceRule = (input, call) => {
  const own = trail('Name')(input, call);
  const owner = input.IsOrganizationTrail ? ownerOfOrganizationTrails(call.world, call.accountId) : undefined;
  return owner === undefined ? own : [...own, ...trail('Name')(input, { ...call, accountId: owner })];
};

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudtrail.html */
export const cloudtrail: ResourceRules = new Map([
  ...all(newTrail, 'CreateTrail'),
  ...all(
    trail('Name'),
    'DeleteTrail',
    'GetTrail',
    'GetTrailStatus',
    'StartLogging',
    'StopLogging',
    'UpdateTrail',
  ),
  ...all(
    trail('TrailName'),
    'GetEventSelectors',
    'GetInsightSelectors',
    'GetEventConfiguration',
    'PutEventConfiguration',
    'PutEventSelectors',
    'PutInsightSelectors',
  ),
  ...all(trail('ResourceId'), 'AddTags', 'RemoveTags'),
  ...all(trail('ResourceIdList'), 'ListTags'),
]);
